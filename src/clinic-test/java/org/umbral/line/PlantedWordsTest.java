package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.phone.JournalIntake;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * Words that a worker typed are nowhere without the passphrase or a staff login: not on either disk, not in a file made
 * meanwhile, and, once locked, not in what is reachable in memory. Both ends live in this one process.
 */
@Tag("alone")
class PlantedWordsTest {
    private static final int WORDS = 4;
    private static final String[] FIELDS = {"PER-02", "PER-05", "PER-06", "GRD-03"};

    @TempDir
    Path folder;

    private final Planted planted = new Planted(20261121);
    private final Instant start = Instant.now().minusSeconds(2);
    private LineFixture line;

    @BeforeEach
    void joined() throws Exception {
        line = LineFixture.joined(folder.resolve("line"));
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void noPlantedWordIsOnDiskOrInMemoryOnceThePhoneIsLocked() throws Exception {
        plant();
        Path open = dump("open");
        assertThat(planted.isIn(open, WORDS))
                .as("the search finds what is there")
                .isTrue();
        Files.delete(open);

        line.phone.lock();
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.core().outbox().waitingCount() == 0);
        assertThat(line.clinic.clinic().desk().unread().envelopes()).isPositive();
        Path phone = folder.resolve("line").resolve("phone");
        Path clinic = folder.resolve("line").resolve("clinic");
        assertThat(planted.filesWith(WORDS, phone, clinic)).isEmpty();
        assertThat(planted.temporaryFilesWith(WORDS, start, folder)).isEmpty();
        assertGoneFromMemory();

        line.phone.unlock();
        assertThat(line.phone.intake().cases()).hasSize(1);
        try (StaffSession staff = line.clinic.login()) {
            assertThat(line.clinic.clinic().desk().queue(staff)).hasSize(1);
        }
    }

    @Test
    void theSearchOfTheDiskFindsAWordInEveryForm() throws Exception {
        for (var form : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("form"), ("before " + planted.word(1) + " after").getBytes(form));
            assertThat(planted.isIn(file, WORDS)).as(form.name()).isTrue();
        }
        assertThat(planted.isIn(Files.writeString(folder.resolve("form"), "Nothing Planted"), WORDS))
                .isFalse();
    }

    private void plant() throws Failure {
        JournalIntake intake = line.phone.intake();
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = intake.catalogue()
                .items(intake.read(id), "person", ItemId.CASE)
                .get(0)
                .id();
        for (String purpose : List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC")) {
            ItemId consent = intake.newItem(id, "consent", person);
            intake.write(id, consent, new FieldId("CON-02"), Value.text(purpose));
            intake.write(id, consent, new FieldId("CON-03"), Value.text("GIVEN"));
        }
        for (int word = 0; word < WORDS; word++) {
            ItemId item = FIELDS[word].startsWith("PER") ? person : ItemId.CASE;
            intake.write(id, item, new FieldId(FIELDS[word]), Value.text(planted.word(word)));
        }
    }

    /** What another thread still has in hand goes within moments; what stays reachable does not. */
    private void assertGoneFromMemory() {
        AtomicInteger dumps = new AtomicInteger();
        await("no planted word in reach").atMost(Duration.ofMinutes(2)).until(() -> {
            Path dump = dump("locked-" + dumps.incrementAndGet());
            boolean found = planted.isIn(dump, WORDS);
            Files.delete(dump);
            return !found;
        });
        System.out.println("planted words: gone from memory in dump " + dumps.get() + " after locking");
    }

    private Path dump(String name) throws IOException {
        return Planted.dump(folder.resolve(name + ".hprof"));
    }
}
