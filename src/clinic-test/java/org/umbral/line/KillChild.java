package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.umbral.phone.Intake;
import org.umbral.phone.JournalIntake;
import org.umbral.phone.store.SealedFiles;
import org.umbral.practice.DocumentPhotos;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.MovableClock;

/**
 * One life of a phone in a process of its own: captures, seals, delivers, forgets, crosses, and halts where it is told to.
 * What each call promised by returning is forced to a log.
 */
final class KillChild {
    static final int HALTED = 9;
    private static final int SMALL = 300;

    private final LinePhone phone;
    private final Promises promises;

    private KillChild(LinePhone phone, Promises promises) {
        this.phone = phone;
        this.promises = promises;
    }

    /** Arguments: the phone's folder, its log, the time, the point to halt at and at which passing; 0 only counts. */
    public static void main(String[] args) throws Exception {
        int nth = Integer.parseInt(args[4]);
        Map<String, AtomicInteger> passed = new HashMap<>();
        LinePhone phone = new LinePhone(Path.of(args[0]), new MovableClock(args[2]), SealedFiles.onDisk(), point -> {
            int times;
            synchronized (passed) {
                times = passed.computeIfAbsent(point, none -> new AtomicInteger())
                        .incrementAndGet();
            }
            if (point.equals(args[3]) && times == nth) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        try (Promises promises = new Promises(Path.of(args[1]))) {
            new KillChild(phone, promises).live();
        }
        passed.forEach((point, times) -> System.out.println(point + " " + times));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void live() throws Exception {
        phone.unlock();
        CaseId whole = sitting("uno", true);
        CaseId draft = sitting("dos", false);
        changeOfMind(draft);
        found(draft);
        phone.start();
        drain();
        phone.courier().wake();
        awaitLetters();
        phone.intake().tidy();
        sitting("tres", false);
        phone.core().prepareToCross();
        promises.crossed();
        drain();
        promises.done(whole);
    }

    /** Consent, some words, a photo; left where {@code leave}. */
    private CaseId sitting(String word, boolean leave) throws Failure, IOException {
        JournalIntake intake = phone.intake();
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = intake.catalogue()
                .items(intake.read(id), "person", ItemId.CASE)
                .get(0)
                .id();
        write(id, ItemId.CASE, "CAS-06", "WITHIN_72H");
        for (String purpose : new String[] {"COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS"}) {
            ItemId consent = intake.newItem(id, "consent", person);
            write(id, consent, "CON-02", purpose);
            write(id, consent, "CON-03", "GIVEN");
        }
        promises.consented(id);
        write(id, person, "PER-02", "Ana " + word + " Ficticio");
        write(id, person, "PER-02", "Ana María " + word + " Ficticio");
        write(id, ItemId.CASE, "GRD-03", "Una operación, " + word);
        ItemId evidence = intake.newItem(id, "evidence", ItemId.CASE);
        write(id, evidence, "EVD-02", "DOCTOR_LETTER");
        photo(id, evidence, word);
        write(id, ItemId.CASE, "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US");
        if (leave) {
            intake.leave(id);
            write(id, person, "PER-05", "FICTICIO");
            intake.leave(id);
        }
        return id;
    }

    private void photo(CaseId id, ItemId evidence, String word) throws Failure, IOException {
        Intake intake = phone.intake();
        byte[] capture = new DocumentPhotos(word.hashCode()).letter(SMALL, 1);
        intake.expectPhoto(id, evidence);
        Path left = phone.leave(word + ".jpg", capture);
        promises.captured(id, Sha256.of(capture));
        intake.addPhoto(id, evidence, left);
    }

    /** A photo and a value that are taken back again. */
    private void changeOfMind(CaseId id) throws Failure, IOException {
        Intake intake = phone.intake();
        ItemId evidence = intake.newItem(id, "evidence", ItemId.CASE);
        intake.write(id, evidence, new FieldId("EVD-02"), Value.text("PASSPORT_PAGE"));
        Path left = phone.leave("otra.jpg", new DocumentPhotos(1).letter(SMALL, 1));
        intake.addPhoto(id, evidence, left);
        intake.undo(id);
        intake.remove(id, evidence);
    }

    /** A photo whose camera outlived the app: sealed without a passphrase, then taken into its draft. */
    private void found(CaseId id) throws Failure, IOException {
        Intake intake = phone.intake();
        ItemId evidence = intake.newItem(id, "evidence", ItemId.CASE);
        write(id, evidence, "EVD-02", "DOCTOR_LETTER");
        byte[] capture = new DocumentPhotos(2).letter(SMALL, 1);
        intake.expectPhoto(id, evidence);
        phone.leave("hallada.jpg", capture);
        promises.captured(id, Sha256.of(capture));
        phone.core().sealLeftovers();
        for (Intake.Leftover leftover : intake.leftovers()) {
            intake.adopt(leftover);
        }
    }

    private void write(CaseId id, ItemId item, String field, String text) throws Failure, IOException {
        promises.trying(id, item, field, text);
        phone.intake().write(id, item, new FieldId(field), Value.text(text));
        promises.wrote(id, item, field, text);
    }

    private void drain() {
        await().atMost(LineFixture.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> phone.core().outbox().waitingCount() == 0);
    }

    private void awaitLetters() {
        await().atMost(LineFixture.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> phone.core().outbox().mailCursor().isPresent());
    }
}
