package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Delivery.State;
import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestPhone;

class QuestionsTest {
    @TempDir
    Path home;

    private TestPhone phone;
    private CaseId id;
    private ItemId person;

    @BeforeEach
    void deliver() throws Exception {
        phone = new TestPhone(home, 81);
        id = phone.consented();
        person = phone.person(id);
        phone.write(id, person, "PER-02", "Ana Ficticio");
        phone.intake.leave(id);
        receiveAll();
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void aQuestionIsReadOfflineAndAnsweredFromTheCase() throws Exception {
        String asked = ask(1, "¿Quién la acompaña?", null, null);
        phone.restart();
        Question question = phone.intake.questions(id).get(0);
        assertThat(question.text()).isEqualTo("¿Quién la acompaña?");
        assertThat(question.askedBy()).isEqualTo("Abogada Ficticia");
        assertThat(question.isOpen()).isTrue();
        assertThat(phone.intake.delivery(id).questions()).isEqualTo(1);

        phone.intake.answer(id, asked, " Su hermana ");
        phone.restart();

        assertThat(phone.intake.questions(id).get(0).answer()).contains("Su hermana");
        assertThat(phone.intake.questions(id).get(0).isOpen()).isFalse();
        ItemId item = Questions.itemOf(asked);
        assertThat(phone.intake.read(id).item(item).orElseThrow().text("QST-01"))
                .contains("¿Quién la acompaña?");
        assertThat(phone.core.outbox().waitingCount()).isEqualTo(1);
        receiveAll();
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void writingTheFieldThatAQuestionNamesAnswersItAndUndoOpensItAgain() throws Exception {
        ask(1, "¿Cuál es su fecha de nacimiento?", person, "PER-04");
        phone.write(id, person, "PER-05", "FICTICIO");
        assertThat(phone.intake.delivery(id).questions()).isEqualTo(1);
        phone.write(id, person, "PER-04", "YES");
        assertThat(phone.intake.delivery(id).questions()).isZero();
        assertThat(phone.intake.questions(id).get(0).answeredInItsField()).isTrue();
        phone.intake.undo(id);
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.NEEDS_YOU);
    }

    @Test
    void theSameLetterTwiceAsksOnceAndAnAnswerIsNotForgotten() throws Exception {
        String asked = ask(1, "¿Quién?", null, null);
        ask(1, "¿Quién?", null, null);
        assertThat(phone.intake.delivery(id).questions()).isEqualTo(1);
        phone.intake.answer(id, asked, "Ana");
        ask(1, "¿Quién?", null, null);
        assertThat(phone.intake.delivery(id).questions()).isZero();
        assertThat(phone.intake.questions(id)).hasSize(1);
    }

    @Test
    void twoQuestionsNeedTheWorkerUntilBothAreAnsweredAndOpenOnesComeFirst() throws Exception {
        String first = ask(1, "¿Quién?", null, null);
        String second = ask(2, "¿Cuándo?", null, null);
        phone.intake.answer(id, second, "Ayer");
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.NEEDS_YOU);
        assertThat(phone.intake.questions(id)).extracting(Question::id).containsExactly(first, second);
        phone.intake.answer(id, first, "Ana");
        assertThat(phone.intake.delivery(id).questions()).isZero();
        phone.intake.answer(id, first, " ");
        assertThat(phone.intake.delivery(id).questions()).isEqualTo(1);
    }

    @Test
    void aStubKeepsOpenQuestionsAndTheirAnswerSupersedesNothing() throws Exception {
        String done = ask(1, "¿Quién?", null, null);
        phone.intake.answer(id, done, "Ana");
        forget();
        String asked = ask(2, "¿Cuándo?", null, null);
        assertThat(phone.intake.row(id).orElseThrow().kept()).isEqualTo(CaseRow.Kept.STUB);
        assertThat(phone.intake.delivery(id).questions()).isEqualTo(1);
        assertThat(phone.intake.questions(id)).extracting(Question::id).containsExactly(asked);

        phone.intake.answer(id, asked, "Ayer");
        assertThat(phone.intake.delivery(id).questions()).isZero();
        forget();
        assertThat(phone.intake.questions(id)).isEmpty();
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void anOpenQuestionOutlivesForgetting() throws Exception {
        String asked = ask(1, "¿Quién?", null, null);
        phone.write(id, person, "PER-05", "FICTICIO");
        forget();
        assertThat(phone.intake.questions(id)).extracting(Question::id).containsExactly(asked);
        assertThat(phone.intake.cases().get(0).delivery().state()).isEqualTo(State.NEEDS_YOU);
    }

    @Test
    void aQuestionThatNobodyAskedCannotBeAnswered() {
        assertThatThrownBy(() -> phone.intake.answer(id, "no", "Ana"))
                .isInstanceOf(GiveUp.class)
                .hasMessage("no-such-question");
    }

    private void forget() throws Exception {
        phone.intake.leave(id);
        receiveAll();
        phone.clock.move(Duration.ofHours(73));
        assertThat(phone.intake.tidy()).isTrue();
    }

    private void receiveAll() throws Exception {
        phone.clinic.receiveAll(phone.core.outbox(), phone.clock.instant());
    }

    private String ask(long seed, String text, @Nullable ItemId item, @Nullable String field) throws Exception {
        String question = EntryId.random(Seeds.repeatable(seed)).text();
        Documents.Question payload = new Documents.Question(
                1,
                question,
                id.text(),
                text,
                "Abogada Ficticia",
                phone.clock.instant().toString(),
                item == null ? null : item.path(),
                field == null ? null : new FieldId(field).text());
        try (var keys = phone.core.deviceKeys(phone.vault)) {
            phone.clinic.send(
                    phone.core.outbox(),
                    keys.mailbox().sealingKey(),
                    phone.clinic.sign(DocumentKind.QUESTION, payload));
        }
        phone.intake.tidy();
        return question;
    }
}
