package org.umbral.phone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.umbral.phone.store.Change;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Letters;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;

/**
 * Applies what the clinic signed: the documents that came with the join, then its letters, which it opens; what cannot be
 * used is set aside and blocks nothing (rule R7).
 */
record LetterReader(Shelf shelf) {
    /** Whether there were any. */
    boolean readAll() throws Failure {
        boolean any = takeDocuments();
        for (Letters.Unread letter : shelf.store().letters().unread()) {
            shelf.store().commit(read(letter));
            any = true;
        }
        return any;
    }

    private boolean takeDocuments() throws Failure {
        boolean any = false;
        for (SignedDocument document : shelf.store().outbox().documents()) {
            shelf.store().commit(taken(document).documentTaken(document));
            any = true;
        }
        return any;
    }

    private Change taken(SignedDocument document) throws Failure {
        Change change = shelf.change();
        try {
            apply(document, change);
            return change;
        } catch (GiveUp | IllegalArgumentException unusable) {
            return shelf.change();
        }
    }

    private Change read(Letters.Unread letter) throws Failure {
        Change change = shelf.change();
        try {
            byte[] plain = shelf.sealer().openOwn(letter.sealed());
            SignedDocument document = Json.read(plain, SignedDocument.class);
            shelf.points().reached("letter-opened");
            apply(document, change);
            return change.letterRead(letter.name());
        } catch (GiveUp | IllegalArgumentException | DateTimeParseException unusable) {
            return shelf.change().letterQuarantined(letter.name());
        }
    }

    private void apply(SignedDocument document, Change change) throws Failure {
        ClinicLink link = shelf.link();
        DocumentKind kind =
                DocumentKind.ofWireName(document.kind()).orElseThrow(() -> new GiveUp("letter-of-unknown-kind"));
        if (document.key() > 0 && document.key() < link.signingKeyNumber()) {
            // Signed before the key was changed, and read again from the start: it was applied then.
            return;
        }
        if (document.key() != link.signingKeyNumber() || !document.holds(link.clinicSigningKey())) {
            throw new GiveUp("signature-does-not-hold");
        }
        String text = document.payload();
        switch (kind) {
            case OPENED -> opened(Json.read(text, Documents.Opened.class), change);
            case SETTLEMENT -> settled(Json.read(text, Documents.Settlement.class), link, change);
            case QUESTION -> asked(Json.read(text, Documents.Question.class), text, change);
            case ERASE ->
                erase(new CaseId(Json.read(text, Documents.Erase.class).caseId()), change);
            case MAY_KNOW -> mayKnow(Json.read(text, Documents.MayKnow.class), change);
            case BACKUP_MARK -> {
                var mark = Json.read(text, Documents.BackupMark.class);
                change.backupMark(mark.epoch(), mark.position());
            }
            case POLICY -> {
                Json.read(text, Documents.Policy.class);
                change.policy(text);
            }
            case CATALOGUE ->
                change.catalogue(Json.read(text, Documents.CatalogueText.class).json());
            case TABLE -> new PlaceTables(shelf).take(Json.read(text, Documents.Table.class), text, change);
            case CLINIC, IDENTITY, SIGNING_KEY, RECEIPT_KEY, TLS_KEYS ->
                change.link(LinkChange.apply(link, kind, text));
            case RECEIPT -> throw new GiveUp("letter-of-unknown-kind");
        }
    }

    private void opened(Documents.Opened opened, Change change) throws Failure {
        CaseId id = new CaseId(opened.caseId());
        Optional<CaseRecord> record = shelf.record(id);
        if (record.isPresent()) {
            put(id, record.get().opened(Instant.parse(opened.at()), opened.entries()), change);
        }
    }

    private void asked(Documents.Question question, String text, Change change) throws Failure {
        QuestionRows.check(question);
        CaseId id = new CaseId(question.caseId());
        Optional<CaseRecord> record = shelf.record(id);
        if (record.isPresent()) {
            CaseFile whole = CaseFile.fold(
                    id, shelf.entries(id).stream().map(KeptEntry::entry).toList());
            boolean isNew = new QuestionRows(shelf)
                    .of(whole).stream().noneMatch(one -> one.id().equals(question.question()));
            boolean waits = isNew && !Questions.isAnswered(whole, question.question());
            change.put(Shelf.QUESTION, question.question(), id.text(), text.getBytes(StandardCharsets.UTF_8));
            int open = record.get().told().questions() + (waits ? 1 : 0);
            put(
                    id,
                    record.get()
                            .told(record.get().told().asked(open), shelf.clock().instant()),
                    change);
        }
    }

    private void mayKnow(Documents.MayKnow letter, Change change) throws Failure {
        CaseId id = new CaseId(letter.caseId());
        Optional<CaseRecord> record = shelf.record(id);
        if (record.isPresent()) {
            put(id, record.get().mayBeKnown(letter.mayKnow()), change);
        }
    }

    /** An entry by staff: signed by the clinic's key twice, in the letter and over its own bytes. */
    private void settled(Documents.Settlement settlement, ClinicLink link, Change change) throws Failure {
        byte[] json = settlement.entryJson().getBytes(StandardCharsets.UTF_8);
        byte[] signature = Base64.getUrlDecoder().decode(settlement.signature());
        Entry entry = EntryJson.read(json);
        boolean fits = entry.caseId().text().equals(settlement.caseId())
                && entry.clinic().equals(link.clinic())
                && entry.audience() == Audience.PHONE;
        if (!fits || !link.clinicSigningKey().verify(json, signature)) {
            throw new GiveUp("signature-does-not-hold");
        }
        if (shelf.isRemoved(entry.caseId())) {
            return;
        }
        Sha256 hash = Sha256.of(json);
        var held = shelf.entries(entry.caseId());
        for (KeptEntry one : held) {
            if (one.entry().id().equals(entry.id())) {
                if (!one.hash().equals(hash)) {
                    throw new GiveUp("entry-has-two-forms");
                }
                return;
            }
        }
        change.put(Shelf.ENTRY, entry.id().text(), entry.caseId().text(), new KeptEntry(entry, hash, null).write());
        CaseFile whole = CaseFile.fold(
                        entry.caseId(), held.stream().map(KeptEntry::entry).toList())
                .with(entry);
        Told told = Told.of(shelf, whole);
        Instant now = shelf.clock().instant();
        CaseRecord record = shelf.record(entry.caseId())
                .orElseGet(() ->
                        CaseRecord.fresh(EntryId.random(shelf.random()).text(), told, now, HowKnown.FACE_TO_FACE));
        put(entry.caseId(), record.settled(told, now), change);
    }

    /** Takes the readable copy away, the stub too; sealed mail that the clinic does not have yet still goes. */
    private void erase(CaseId id, Change change) throws Failure {
        Optional<CaseRecord> record = shelf.record(id);
        record.ifPresent(one -> change.letGo(one.group()));
        if (record.isPresent()) {
            byte[] now = shelf.clock().instant().toString().getBytes(StandardCharsets.US_ASCII);
            change.put(Shelf.REMOVED, id.text(), Shelf.TOP, now);
        }
        change.delete(Shelf.CASE, id.text());
        for (String kind : new String[] {Shelf.ENTRY, Shelf.PAGE, Shelf.QUESTION}) {
            change.deleteAll(kind, id.text());
        }
    }

    private static void put(CaseId id, CaseRecord record, Change change) {
        change.put(Shelf.CASE, id.text(), Shelf.TOP, record.write());
    }
}
