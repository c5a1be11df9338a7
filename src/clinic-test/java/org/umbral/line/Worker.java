package org.umbral.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.umbral.phone.Intake;
import org.umbral.phone.JournalIntake;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** What a worker does with a phone whose process may end at any instant; each call that returned is in the log of promises. */
final class Worker {
    private final LinePhone phone;
    private final Promises promises;
    private final Supplier<byte[]> camera;

    /** @param camera gives another photo each time, or what is captured counts as doubled */
    Worker(LinePhone phone, Promises promises, Supplier<byte[]> camera) {
        this.phone = phone;
        this.promises = promises;
        this.camera = camera;
    }

    /**
     * Consent, some words, a photo; left where {@code leave}, with a word in a second sitting.
     *
     * @param word in every name and text, new each time
     */
    CaseId sitting(String word, boolean leave) throws Failure, IOException {
        JournalIntake intake = phone.intake();
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        promises.begun(id);
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
        photo(id);
        write(id, ItemId.CASE, "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US");
        if (leave) {
            intake.leave(id);
            write(id, person, "PER-05", "FICTICIO");
            intake.leave(id);
        }
        return id;
    }

    /** A page of a letter that was not in the case yet. */
    void photo(CaseId id) throws Failure, IOException {
        ItemId evidence = letter(id);
        Intake intake = phone.intake();
        intake.expectPhoto(id, evidence);
        byte[] capture = camera.get();
        Path left = phone.leave(Sha256.of(capture).hex() + ".jpg", capture);
        promises.captured(id, Sha256.of(capture));
        intake.addPhoto(id, evidence, left);
        promises.paged(id, Sha256.of(capture));
    }

    private ItemId letter(CaseId id) throws Failure, IOException {
        ItemId evidence = phone.intake().newItem(id, "evidence", ItemId.CASE);
        write(id, evidence, "EVD-02", "DOCTOR_LETTER");
        return evidence;
    }

    /** A photo and a value that are taken back again. */
    void changeOfMind(CaseId id) throws Failure, IOException {
        Intake intake = phone.intake();
        ItemId evidence = intake.newItem(id, "evidence", ItemId.CASE);
        intake.write(id, evidence, new FieldId("EVD-02"), Value.text("PASSPORT_PAGE"));
        byte[] capture = camera.get();
        intake.expectPhoto(id, evidence);
        Path left = phone.leave("otra.jpg", capture);
        promises.captured(id, Sha256.of(capture));
        intake.addPhoto(id, evidence, left);
        promises.takingBack(id, Sha256.of(capture));
        intake.undo(id);
        intake.remove(id, evidence);
    }

    /** A photo whose camera outlived the app: sealed without a passphrase, then taken into its draft. */
    void found(CaseId id) throws Failure, IOException {
        ItemId evidence = letter(id);
        byte[] capture = camera.get();
        phone.intake().expectPhoto(id, evidence);
        phone.leave("hallada.jpg", capture);
        promises.captured(id, Sha256.of(capture));
        phone.core().sealLeftovers();
        adoptAll();
    }

    /** Takes what was sealed meanwhile into the cases that it is for; what is no picture goes, the rest stays on offer. */
    void adoptAll() throws Failure {
        for (Intake.Leftover leftover : phone.intake().leftovers()) {
            try {
                phone.intake().adopt(leftover);
            } catch (AskThePerson e) {
                if (!"consent-first".equals(e.getMessage())) {
                    phone.intake().dropLeftover(leftover);
                }
            }
        }
    }

    void write(CaseId id, ItemId item, String field, String text) throws Failure, IOException {
        promises.trying(id, item, field, text);
        phone.intake().write(id, item, new FieldId(field), Value.text(text));
        promises.wrote(id, item, field, text);
    }
}
