package org.umbral.clinic.casework;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.Desk.About;
import org.umbral.clinic.casework.Desk.Asked;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.QuestionRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.secret.AesKey;

/** Questions of staff to whoever captured a case: kept sealed here first, then signed and sealed to those phones. */
final class Asking {
    static final int MOST_LETTERS = 500;

    private final QuestionRows rows;
    private final CapturingPhones phones;
    private final Catalogue catalogue;
    private final SecureRandom random;

    Asking(QuestionRows rows, CapturingPhones phones, Catalogue catalogue, SecureRandom random) {
        this.rows = rows;
        this.phones = phones;
        this.catalogue = catalogue;
        this.random = random;
    }

    void ask(StaffSession session, CaseId id, Collection<Entry> entries, String text, Optional<About> about, Instant at)
            throws AskThePerson, TryAgain {
        String asked = text.strip();
        if (asked.isEmpty() || asked.length() > MOST_LETTERS) {
            throw new AskThePerson(asked.isEmpty() ? "question-empty" : "question-too-long");
        }
        if (about.isPresent() && !isOnPhones(about.get().field())) {
            throw new AskThePerson("no-such-field");
        }
        if (phones.of(entries).isEmpty()) {
            throw new AskThePerson("no-phone-to-ask");
        }
        Documents.Question question = new Documents.Question(
                1,
                EntryId.random(random).text(),
                id.text(),
                asked,
                session.name(),
                at.toString(),
                about.map(one -> one.item().path()).orElse(null),
                about.map(one -> one.field().text()).orElse(null));
        byte[] sealed = session.ring().staffKey().seal(Json.write(question), place(question.question()));
        rows.put(new QuestionRows.Row(question.question(), id.text(), at.toEpochMilli(), false, sealed));
    }

    private boolean isOnPhones(FieldId field) {
        return catalogue
                .field(field)
                .filter(known -> known.readBy() == Audience.PHONE)
                .isPresent();
    }

    /** What a stop left between row and letter goes now; a phone takes the same question twice. */
    void deliver(KeyRing ring, CaseId id, Collection<Entry> entries) throws TryAgain {
        int joined = phones.joined();
        for (QuestionRows.Row row : rows.of(id.text())) {
            // Where every phone was shut out it waits for the one that joins again.
            if (!row.sent() && !phones.of(entries).isEmpty()) {
                phones.send(ring, entries, DocumentKind.QUESTION, read(ring.staffKey(), row));
                rows.markSent(row.id(), joined);
            }
        }
    }

    List<Asked> of(AesKey key, CaseId id) throws TryAgain {
        List<Asked> all = new ArrayList<>();
        for (QuestionRows.Row row : rows.of(id.text())) {
            Documents.Question question = read(key, row);
            Optional<About> about = Optional.ofNullable(question.field())
                    .map(field ->
                            new About(new ItemId(question.item() == null ? "" : question.item()), new FieldId(field)));
            all.add(new Asked(
                    row.id(), question.text(), question.askedBy(), Instant.ofEpochMilli(row.askedAt()), about));
        }
        return all;
    }

    private static Documents.Question read(AesKey key, QuestionRows.Row row) throws TryAgain {
        try {
            return Json.read(key.open(row.sealed(), place(row.id())), Documents.Question.class);
        } catch (GiveUp e) {
            throw new TryAgain("stored-case-damaged", e);
        }
    }

    private static byte[] place(String question) {
        return ("questions|" + question + "|sealed").getBytes(StandardCharsets.UTF_8);
    }
}
