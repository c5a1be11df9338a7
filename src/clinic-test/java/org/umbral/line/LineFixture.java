package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.phone.Delivery;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.StorePoint;
import org.umbral.practice.DocumentPhotos;
import org.umbral.practice.Scenario;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.CountingProxy;
import org.umbral.testing.MovableClock;

/** A clinic that is set up and a phone that joined it; between them a proxy that counts bytes and cuts. */
public final class LineFixture implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    public final MovableClock clock;
    public final CountingProxy proxy;
    public final LineClinic clinic;
    public final LinePhone phone;

    private LineFixture(CountingProxy proxy, LineClinic clinic, Path phoneHome, MovableClock clock, PhoneFiles files)
            throws Failure {
        this.clock = clock;
        this.proxy = proxy;
        this.clinic = clinic;
        phone = new LinePhone(phoneHome, clock, files, StorePoint.NONE);
    }

    /** A whole captured case; {@code evidence} is the item that has the most pages. */
    public record Captured(CaseId id, ItemId evidence, List<ItemId> pages) {}

    public static LineFixture joined(Path folder) throws Failure, IOException {
        return joined(folder, PhoneFiles.onDisk());
    }

    static LineFixture joined(Path folder, PhoneFiles files) throws Failure, IOException {
        int port = FreePort.take();
        CountingProxy proxy = new CountingProxy(port);
        MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
        LineClinic clinic = LineClinic.setUp(folder.resolve("clinic"), clock, port, List.of(proxy.address()));
        LineFixture line = new LineFixture(proxy, clinic, folder.resolve("phone"), clock, files);
        line.phone.start();
        line.phone.unlock();
        line.phone.join(clinic.invitation());
        return line;
    }

    /** SC-01 with three photos of documents, in one sitting; the case is not left yet. */
    public Captured capture() throws Failure, IOException {
        Scenario scenario = Scenario.borderMedical();
        Scenario.Typed typed = scenario.type(phone.intake());
        List<ItemId> pages = new ArrayList<>();
        List<byte[]> captures = Photos.ALL;
        for (Scenario.Photo photo : scenario.photos()) {
            ItemId evidence = Objects.requireNonNull(typed.items().get(photo.evidence()));
            Path left = phone.leave("capture-" + pages.size() + ".jpg", captures.get(pages.size()));
            pages.add(phone.intake().addPhoto(typed.caseId(), evidence, left));
        }
        return new Captured(typed.caseId(), Objects.requireNonNull(typed.items().get("letter")), pages);
    }

    /** What a camera left; the same for every test. */
    static byte[] capture(int index) {
        return Photos.ALL.get(index);
    }

    /** SC-01 without its photos, left. */
    public CaseId words() throws Failure {
        CaseId id = Scenario.borderMedical().type(phone.intake()).caseId();
        phone.intake().leave(id);
        return id;
    }

    /** Until the phone shows this of the case, by itself. */
    public Delivery awaitState(CaseId id, Delivery.State state) {
        return await("the case is " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> phone.delivery(id), delivery -> delivery.state() == state);
    }

    /** Staff look at the case; the phone is told. */
    public void openAtTheClinic(CaseId id) throws Failure {
        try (StaffSession staff = clinic.login()) {
            clinic.clinic().desk().queue(staff);
            clinic.clinic().desk().open(staff, id);
        }
        phone.courier().wake();
    }

    /** Drawing them takes seconds: once for all tests. */
    private static final class Photos {
        private static final int LONG_SIDE = 2600;
        private static final long SEED = 20261121;
        static final List<byte[]> ALL = draw();

        private static List<byte[]> draw() {
            DocumentPhotos photos = new DocumentPhotos(SEED);
            return List.of(photos.passport(LONG_SIDE, 6), photos.letter(LONG_SIDE, 1), photos.letter(LONG_SIDE, 8));
        }
    }

    @Override
    public void close() {
        phone.close();
        clinic.close();
        proxy.close();
    }
}
