package org.umbral.phone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.phone.capture.Capture;
import org.umbral.phone.capture.Draft;
import org.umbral.phone.store.Change;
import org.umbral.phone.store.PhoneStore;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.Documents;

/** The clinic's questions in the vault, one row each, and what was answered. */
record QuestionRows(Shelf shelf) {
    /** Open ones first, then the newest first. Damaged rows are left out: the letter that brought them was read. */
    List<Question> of(CaseFile whole) throws Failure {
        List<Question> questions = new ArrayList<>();
        for (PhoneStore.Row row :
                shelf.store().rows(shelf.vault(), Shelf.QUESTION, whole.id().text())) {
            if (row.plain().isPresent()) {
                questions.add(question(Json.read(row.plain().get(), Documents.Question.class), whole));
            }
        }
        questions.sort(Comparator.comparing((Question one) -> !one.isOpen())
                .thenComparing(Question::at, Comparator.reverseOrder())
                .thenComparing(Question::id));
        return List.copyOf(questions);
    }

    private static Question question(Documents.Question asked, CaseFile whole) {
        Optional<FieldId> field = Optional.ofNullable(asked.field()).map(FieldId::new);
        return new Question(
                asked.question(),
                asked.text(),
                asked.askedBy(),
                Instant.parse(asked.at()),
                field.map(any -> new ItemId(asked.item() == null ? "" : asked.item())),
                field,
                Questions.answer(whole, asked.question()),
                Questions.isAnsweredInItsField(whole, asked.question()));
    }

    int open(CaseFile whole) throws Failure {
        return (int) of(whole).stream().filter(Question::isOpen).count();
    }

    Question find(CaseFile whole, String id) throws Failure {
        return of(whole).stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new GiveUp("no-such-question"));
    }

    /** Whether something that cannot be used may be kept: a letter is read once. */
    static void check(Documents.Question asked) {
        Instant.parse(asked.at());
        if (asked.field() != null) {
            new FieldId(asked.field());
            new ItemId(asked.item() == null ? "" : asked.item());
        }
    }

    /** Words as the answer, with what was asked beside them. */
    Draft answered(LoadedCase loaded, Question question, String text) throws Failure {
        ItemId item = Questions.itemOf(question.id());
        Capture capture = shelf.capture();
        CaseFile base = loaded.baseFile();
        CaseFile whole = loaded.whole();
        Draft asked = capture.write(
                base, whole, loaded.draft(), Map.of(), item, Questions.ASKED, Value.text(question.text()));
        return capture.write(base, whole, asked, Map.of(), item, Questions.ANSWER, Value.text(text.strip()));
    }

    /** A draft that has just written a field that a question is about answers it. */
    Draft answeredBy(CaseFile whole, Draft draft, ItemId item, FieldId field, Value value) throws Failure {
        Draft next = draft;
        if (value.isAnswer() || value.whyUnanswered().isPresent()) {
            for (Question question : of(whole)) {
                boolean about = question.item().equals(Optional.of(item))
                        && question.field().equals(Optional.of(field));
                if (about && question.isOpen()) {
                    ItemId standing = Questions.itemOf(question.id());
                    next = next.with(standing, Questions.ASKED, Value.text(question.text()))
                            .with(standing, Questions.IN_ITS_FIELD, Value.flag(true));
                }
            }
        }
        return next;
    }

    /** A stub keeps open questions only. */
    void dropAnswered(CaseFile whole, Change change) throws Failure {
        for (Question question : of(whole)) {
            if (!question.isOpen()) {
                change.delete(Shelf.QUESTION, question.id());
            }
        }
    }
}
