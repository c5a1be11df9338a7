package org.umbral.phone.screen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** Several people in one case: each asked about apart, what they share taken over with one tap. */
class PeopleTest {
    private StepBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new StepBench();
        bench.at("person");
        bench.type("PER-02", "Ana Ficticio");
    }

    @Test
    void somebodyMoreIsNotSaidToBeAnything() {
        bench.tap("another-person");
        ItemId second = bench.person(2);
        assertThat(bench.file().item(second)).isEmpty();
        assertThat(bench.isThere("CAS-08.PRINCIPAL")).isFalse();
        assertThat(StepBench.onUi(
                        () -> bench.shell.root().getScene().getFocusOwner().getId()))
                .isEqualTo("PER-02");
        bench.type("PER-02", "Luis Ficticio");
        bench.tap("CAS-08.CHILD");
        bench.tap("next");
        bench.holds(second, "PER-02", "Luis Ficticio");
        bench.holds(second, "CAS-08", "CHILD");
        bench.holds(bench.person(1), "PER-02", "Ana Ficticio");
        bench.holds(bench.person(1), "CAS-08", "PRINCIPAL");
    }

    @Test
    void oneBlankPersonIsEnough() {
        bench.tap("another-person");
        bench.tap("person-1");
        bench.tap("another-person");
        assertThat(bench.model.people()).hasSize(2);
    }

    @Test
    void aLaterStepGoesFromPersonToPerson() {
        add("Luis Ficticio");
        bench.tap("person-1");
        bench.at("papers");
        assertThat(bench.text("about")).startsWith("Ana Ficticio");
        bench.tap("PER-21.DECLINED");
        bench.tap("next-person");
        assertThat(bench.text("about")).startsWith("Luis Ficticio");
        assertThat(bench.isThere("PER-21")).isTrue();
        assertThat(bench.isThere("PER-21.change")).isFalse();
        bench.tap("person-1");
        assertThat(bench.isThere("PER-21.change")).isTrue();
    }

    @Test
    void theWayToFindSomebodyIsTakenOverWithOneTap() {
        add("Luis Ficticio");
        bench.tap("person-1");
        bench.at("find");
        bench.tap("PER-28A.WHATSAPP");
        bench.type("PER-28", "+52 664 555 0100");
        bench.tap("person-2");
        assertThat(bench.text("same-contact")).startsWith("Same as Ana Ficticio: ");
        bench.tap("same-contact");
        ItemId way = bench.model.items("contact", bench.person(2)).stream()
                .filter(item -> bench.file().item(item).isPresent())
                .findFirst()
                .orElseThrow();
        bench.holds(way, "PER-28A", "WHATSAPP");
        bench.holds(way, "PER-28", "+52 664 555 0100");
        assertThat(bench.isThere("same-contact")).isFalse();
        assertThat(bench.text("PER-28")).isEqualTo("+52 664 555 0100");
    }

    @Test
    void somebodyTakenOutOfTheCaseComesBackWithUndo() {
        add("Luis Ficticio");
        ItemId second = bench.person(2);
        bench.model.reread();
        bench.tap("remove-person");
        assertThat(bench.model.people()).hasSize(1);
        assertThat(bench.isThere("remove-person")).isFalse();
        bench.model.restore(second);
        bench.settle();
        assertThat(bench.model.people()).contains(second);
    }

    @Test
    void anotherLanguageInTheMiddleKeepsThePersonWhoIsAskedAbout() {
        add("Luis Ficticio");
        bench.tap("person-2");
        assertThat(bench.text("PER-02")).isEqualTo("Luis Ficticio");
        StepBench.onUi(() -> {
            bench.shell.again();
            return true;
        });
        bench.settle();
        assertThat(bench.text("PER-02")).isEqualTo("Luis Ficticio");
    }

    /** A screen reader fires a button without moving the keyboard to it, so the text was not left before. */
    @Test
    void whatWasTypedNeverReplacesTheRefusalThatFollowedIt() {
        bench.at("find");
        bench.type("PER-28", "+52 664 555 0100");
        bench.tap("PER-28.DECLINED");
        bench.tap("next");
        ItemId way = bench.model.items("contact", bench.person(1)).get(0);
        assertThat(bench.value(way, "PER-28").flatMap(Value::whyUnanswered)).contains(Value.Unanswered.DECLINED);
    }

    @Test
    void aDeclinedQuestionIsOneQuietLineAndIsNotAskedAgain() {
        bench.tap("PER-11.DECLINED");
        assertThat(bench.isThere("PER-11.DECLINED")).isFalse();
        assertThat(bench.isThere("PER-11.year")).isFalse();
        assertThat(bench.words()).contains("Refused to say");
        assertThat(bench.model.missing("person")).isZero();
        bench.again().at("person");
        assertThat(bench.isThere("PER-11.year")).isFalse();
        bench.tap("PER-11.change");
        assertThat(bench.isThere("PER-11.year")).isTrue();
        assertThat(bench.value(bench.person(1), "PER-11").flatMap(Value::whyUnanswered))
                .contains(Value.Unanswered.DECLINED);
    }

    @Test
    void bothAnswersOfAConflictAreShownAndOneIsKept() {
        bench.tap("next");
        bench.tap("back");
        bench.intake.leave(bench.id);
        bench.model.write(bench.person(1), new FieldId("PER-02"), Value.text("Ana María Ficticio"));
        bench.intake.elsewhere(bench.id, bench.person(1), new FieldId("PER-02"), Value.text("Anna Ficticia"));
        bench.model.reread();
        bench.settle();
        assertThat(bench.isThere("PER-02.conflict")).isTrue();
        assertThat(bench.words()).contains("Ana María Ficticio", "Anna Ficticia");
        assertThat(bench.words()).anyMatch(text -> text.startsWith("The clinic · "));
        bench.tap("PER-02.keep." + number("Anna Ficticia"));
        assertThat(bench.isThere("PER-02.conflict")).isFalse();
        bench.holds(bench.person(1), "PER-02", "Anna Ficticia");
        assertThat(bench.text("PER-02")).isEqualTo("Anna Ficticia");
    }

    private int number(String value) {
        return List.of(1, 2).stream()
                .filter(one -> bench.find("PER-02.keep." + one)
                        .map(Node::getAccessibleText)
                        .orElse("")
                        .endsWith(": " + value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatOneTookAwayWhileAnotherChangedItIsShownAndKept() {
        ItemId one = bench.intake.newItem(bench.id, "contact", bench.person(1));
        bench.intake.set(bench.id, one, "PER-28", Value.text("555-0101"));
        ItemId other = bench.intake.newItem(bench.id, "contact", bench.person(1));
        bench.intake.set(bench.id, other, "PER-28", Value.text("555-0102"));
        bench.again();
        bench.intake.elsewhere(bench.id, other, FieldId.REMOVED, Value.flag(true));
        bench.intake.set(bench.id, other, "PER-28", Value.text("555-0103"));
        bench.model.reread();
        bench.at("find");
        assertThat(bench.words()).contains("555-0103");
        bench.tap("keep-contact");
        assertThat(bench.isThere("keep-contact")).isFalse();
        assertThat(bench.model.items("contact", bench.person(1))).containsExactly(one, other);
    }

    private void add(String name) {
        bench.tap("another-person");
        bench.type("PER-02", name);
        bench.tap("person-1");
        bench.tap("person-2");
    }
}
