package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.Promises.Kept;
import org.umbral.line.Promises.Place;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;

/** The judge of the kill harnesses: it finds nothing where all is well, and says what is not. */
class KillComparisonTest extends OnTheLine {
    private static final int SMALL = 300;

    @Test
    void whatIsLostDoubledOrUnreadableIsFound() throws Exception {
        Path log = folder.resolve("promises");
        Camera.draw(folder.resolve("photos"), 1, SMALL, SMALL, 1);
        CaseId id;
        try (Promises promises = new Promises(log)) {
            Camera camera = new Camera(folder.resolve("photos"), new Random(1));
            id = new Worker(line.phone, promises, camera::photo).sitting("uno", true);
        }
        await().atMost(LineFixture.PATIENCE).until(() -> line.phone.waitingCount() == 0);
        Kept kept = Kept.read(log);
        assertThat(findings(kept)).isEmpty();

        Place place = kept.values().keySet().iterator().next();
        kept.values().put(place, List.of("lo que nadie guardó"));
        assertThat(kinds(kept)).containsOnly(Finding.Kind.LOST).hasSize(2);

        Kept page = Kept.read(log);
        Sha256 never = Sha256.ofText("a photo that nobody took");
        page.captures().put(never, id);
        page.paged().add(never);
        assertThat(kinds(page)).containsOnly(Finding.Kind.LOST);

        Kept stranger = Kept.read(log);
        stranger.begun().clear();
        assertThat(kinds(stranger)).containsOnly(Finding.Kind.DOUBLED);

        flipAByteOfThePhoto();
        assertThat(kinds(Kept.read(log))).containsOnly(Finding.Kind.UNREADABLE);
    }

    private List<Finding.Kind> kinds(Kept kept) throws Exception {
        return findings(kept).stream().map(Finding::kind).toList();
    }

    private List<Finding> findings(Kept kept) throws Exception {
        try (StaffSession staff = line.clinic.reader()) {
            AtTheClinic at = AtTheClinic.compare(
                    line.clinic.clinic().desk(),
                    staff,
                    kept,
                    Kept.read(folder.resolve("promises")).begun(),
                    new HashSet<>());
            List<Finding> all = new ArrayList<>(at.findings());
            all.addAll(at.strangers());
            all.addAll(new OnThePhone(line.phone, kept, at.cases()).findings());
            return all;
        }
    }

    /** The largest file is the photo's. */
    private void flipAByteOfThePhoto() throws IOException {
        try (Stream<Path> files = Files.walk(line.clinic.folder().resolve("envelopes"))) {
            Path photo = files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(photo);
            bytes[bytes.length / 2] ^= 1;
            Files.write(photo, bytes);
        }
    }
}
