package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Delivery;
import org.umbral.phone.Question;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.casefile.Value;

/** A question of staff and its answer, over the real line. */
class LineQuestionsTest {
    private static final String ASKED = "¿Quién la acompaña en el puente?";

    @TempDir
    Path folder;

    private LineFixture line;
    private CaseId id;

    @BeforeEach
    void delivered() throws Exception {
        line = LineFixture.joined(folder);
        id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aQuestionIsReadOfflineAndItsAnswerStandsAtTheClinic() throws Exception {
        ask(ASKED, Optional.empty());
        Delivery waiting = line.awaitState(id, Delivery.State.NEEDS_YOU);
        assertThat(waiting.questions()).isEqualTo(1);
        assertThat(waiting.way()).isEqualTo(Delivery.State.OPENED);
        line.phone.courier().networkAllowed(false);
        Question question = line.phone.intake().questions(id).get(0);
        assertThat(question.text()).isEqualTo(ASKED);
        assertThat(question.askedBy()).isEqualTo("Paralegal Ficticia");

        line.phone.intake().answer(id, question.id(), "Su hermana");
        line.phone.intake().leave(id);
        assertThat(line.phone.delivery(id).state()).isEqualTo(Delivery.State.SENDING);
        line.phone.courier().networkAllowed(true);
        line.awaitState(id, Delivery.State.DELIVERED);

        Desk.CasePage page = open();
        assertThat(page.questions())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo(ASKED));
        assertThat(Questions.answer(page.caseFile(), question.id())).contains("Su hermana");
        assertThat(page.missing()).isZero();
    }

    @Test
    void aQuestionAboutAFieldIsAnsweredByWritingThatField() throws Exception {
        ItemId person = line.phone
                .intake()
                .catalogue()
                .items(line.phone.intake().read(id), "person", ItemId.CASE)
                .get(0)
                .id();
        ask("¿Tiene un solo nombre?", Optional.of(new Desk.About(person, new FieldId("PER-04"))));
        line.awaitState(id, Delivery.State.NEEDS_YOU);
        Question question = line.phone.intake().questions(id).get(0);
        assertThat(question.field()).contains(new FieldId("PER-04"));

        line.phone.intake().write(id, person, new FieldId("PER-04"), Value.text("NO"));
        line.phone.intake().leave(id);
        line.awaitState(id, Delivery.State.DELIVERED);

        CaseFile atTheClinic = open().caseFile();
        assertThat(Questions.isAnsweredInItsField(atTheClinic, question.id())).isTrue();
        assertThat(atTheClinic.item(person).orElseThrow().text("PER-04")).contains("NO");
        assertThat(atTheClinic.hasConflicts()).isFalse();
    }

    @Test
    void aStubIsAskedAndAnswersWithoutAConflict() throws Exception {
        line.phone.intake().leave(id);
        line.clock.move(Duration.ofHours(73));
        assertThat(line.phone.intake().tidy()).isTrue();
        ask(ASKED, Optional.empty());
        line.awaitState(id, Delivery.State.NEEDS_YOU);
        assertThat(line.phone.intake().row(id).orElseThrow().kept()).isEqualTo(CaseRow.Kept.STUB);
        Question question = line.phone.intake().questions(id).get(0);

        line.phone.intake().answer(id, question.id(), "Su hermana");
        line.phone.intake().write(id, ItemId.CASE, new FieldId("GRD-03"), Value.text("Empeoró anoche"));
        line.phone.intake().leave(id);
        line.awaitState(id, Delivery.State.DELIVERED);

        CaseFile whole = open().caseFile();
        assertThat(whole.hasConflicts()).isFalse();
        assertThat(whole.item(ItemId.CASE).orElseThrow().text("GRD-03")).contains("Empeoró anoche");
        assertThat(Questions.answer(whole, question.id())).contains("Su hermana");
    }

    @Test
    void askingNeedsWordsAFieldOfPhonesAndAPhone() throws Exception {
        refused("question-empty", " ", Optional.empty());
        refused("question-too-long", "x".repeat(501), Optional.empty());
        refused("no-such-field", "?", Optional.of(new Desk.About(ItemId.CASE, new FieldId("GRD-02"))));
        refused("no-such-field", "?", Optional.of(new Desk.About(ItemId.CASE, new FieldId("SPO-07"))));
        try (StaffSession staff = line.clinic.reader()) {
            var phones = line.clinic.clinic().phones();
            phones.revoke(staff, phones.list(staff).get(0).device(), Phones.Why.LOST);
        }
        refused("no-phone-to-ask", "?", Optional.empty());
    }

    private void refused(String reason, String text, Optional<Desk.About> about) {
        assertThatThrownBy(() -> ask(text, about))
                .isInstanceOf(AskThePerson.class)
                .hasMessage(reason);
    }

    private void ask(String text, Optional<Desk.About> about) throws Failure {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            desk.queue(staff);
            desk.open(staff, id);
            desk.ask(staff, id, text, about);
        }
        line.phone.courier().wake();
    }

    private Desk.CasePage open() throws Failure {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            desk.queue(staff);
            return desk.open(staff, id);
        }
    }
}
