package org.umbral.phone.screen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.phone.screen.words.Language;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** Fields, sections and steps come and go with what was said; nothing that was typed is lost on the way. */
class StepsTest {
    private StepBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new StepBench();
    }

    @Test
    void whatIsTypedIsSavedWhenTheWorkerGoesOn() {
        bench.at("person");
        bench.type("PER-02", "Ana Ficticio");
        bench.tap("next");
        bench.holds(bench.person(1), "PER-02", "Ana Ficticio");
        bench.tap("back");
        assertThat(bench.text("PER-02")).isEqualTo("Ana Ficticio");
    }

    @Test
    void aDoubtedNameThatStandsInItsBoxIsKeptWhenTheWorkerGoesOnAndTheDoubtStays() {
        bench.at("person");
        bench.tap("more-fields");
        bench.type("PER-05", "FNU");
        bench.tap("next");
        bench.holds(bench.person(1), "PER-05", "FNU");
        bench.tap("back");
        assertThat(bench.text("PER-05")).isEqualTo("FNU");
        assertThat(bench.isThere("PER-05.offer")).isTrue();
        bench.tap("PER-05.offer");
        assertThat(bench.value(bench.person(1), "PER-05").filter(Value::isAnswer))
                .isEmpty();
    }

    @Test
    void aTelephoneThatIsNobodysIsKeptAtALockAndTheDoubtStays() {
        bench.at("find");
        bench.tap("PER-28A.PHONE");
        bench.type("PER-28", "911");
        StepBench.onUi(() -> {
            bench.shell.leaveTop();
            return true;
        });
        ItemId contact = bench.model.items("contact", bench.person(1)).get(0);
        bench.holds(contact, "PER-28", "911");
        bench.again().at("find");
        assertThat(bench.words()).anyMatch(text -> text.startsWith("911 is for emergencies"));
    }

    @Test
    void aNoticeThatIsOpenSpeaksAnotherLanguageAtOnceAndItsAnswerCounts() {
        bench.at("consent");
        bench.tap("notice-open");
        String before = bench.text("read-by-WORKER");
        bench.speak(Language.SPANISH);
        assertThat(bench.text("read-by-WORKER")).isNotEqualTo(before);
        bench.tap("read-by-WORKER");
        assertThat(bench.words()).anyMatch(text -> text.startsWith("Leído en: "));
    }

    @Test
    void aPersonWhoAnsweredIsAskedToSayItBackInTheirOwnWords() {
        bench.at("consent");
        bench.tap("CON-10.YES");
        ItemId first = bench.model.items("consent", bench.person(1)).get(0);
        bench.holds(first, "CON-10", "YES");
    }

    @Test
    void theBarSaysWhichStepAboutWhomAndWhatIsMissing() {
        bench.intake.set(bench.id, bench.person(1), "PER-02", Value.text("Ana Ficticio"));
        bench.model.reread();
        bench.at("person");
        assertThat(bench.text("where")).isEqualTo("3 of 6");
        assertThat(bench.text("saved")).isEqualTo("Saved ✓");
        assertThat(bench.text("about")).isEqualTo("Ana Ficticio");
        assertThat(bench.text("left")).isEqualTo("4 missing");
    }

    @Test
    void aSectionOpensAndClosesWithItsCondition() {
        bench.at("where");
        assertThat(bench.isThere("another-sponsor")).isFalse();
        bench.tap("CAS-03.DETAINED_ICE");
        assertThat(bench.isThere("another-sponsor")).isTrue();
        bench.tap("CAS-03.AT_PORT_OR_BORDER_OUTSIDE_US");
        assertThat(bench.isThere("another-sponsor")).isFalse();
    }

    @Test
    void itemsOfASectionAreRowsThatOpenAtATap() {
        bench.at("where");
        bench.tap("CAS-03.DETAINED_ICE");
        bench.tap("another-sponsor");
        bench.type("SPO-03", "Berta Ficticio");
        bench.tap("another-sponsor");
        bench.type("SPO-03", "Carlos Ficticio");
        bench.tap("next");
        bench.tap("back");
        assertThat(bench.isThere("SPO-03")).isFalse();
        assertThat(bench.words()).contains("Berta Ficticio", "Carlos Ficticio");
    }

    @Test
    void aRemovedItemComesBackWithUndo() {
        bench.at("where");
        bench.tap("CAS-03.DETAINED_ICE");
        bench.tap("another-sponsor");
        bench.type("SPO-03", "Berta Ficticio");
        bench.tap("next");
        bench.tap("back");
        ItemId sponsor = bench.model.items("sponsor", ItemId.CASE).get(0);
        bench.model.remove(sponsor);
        assertThat(bench.model.items("sponsor", ItemId.CASE)).isEmpty();
        bench.tap("menu");
        bench.tap("undo");
        assertThat(bench.model.items("sponsor", ItemId.CASE)).containsExactly(sponsor);
        assertThat(bench.words()).contains("Berta Ficticio");
    }

    /** The app itself has said that the first person is the one who asks: that is nobody's answer. */
    @Test
    void theFirstPersonIsAskedTheFewQuestionsOnly() {
        bench.model.write(bench.person(1), new FieldId("CAS-08"), Value.text("PRINCIPAL"));
        bench.at("person");
        assertThat(bench.isThere("PER-05")).isFalse();
        assertThat(bench.isThere("more-fields")).isTrue();
    }

    @Test
    void undoAfterARemovalTakesBackThatRemovalAndNothingThatFollowedIt() {
        bench.at("where");
        bench.tap("CAS-03.DETAINED_ICE");
        bench.tap("another-sponsor");
        bench.type("SPO-03", "Berta Ficticio");
        bench.tap("another-sponsor");
        bench.type("SPO-03", "Otro Ficticio");
        bench.tap("next");
        bench.tap("back");
        bench.tapWords("Berta Ficticio");
        bench.tap("remove-sponsor");
        assertThat(bench.model.items("sponsor", ItemId.CASE)).hasSize(1);
        bench.model.write(ItemId.CASE, new FieldId("CAS-03"), Value.text("HELD_CBP"));
        bench.tapWords("Undo");
        assertThat(bench.model.items("sponsor", ItemId.CASE)).hasSize(2);
        bench.holds(ItemId.CASE, "CAS-03", "HELD_CBP");
    }

    @Test
    void whatStandsBehindMoreIsMadeWhenItIsOpenedAndOpenWhenItIsAnswered() {
        bench.at("where");
        assertThat(bench.isThere("CAP-09.SHELTER")).isFalse();
        bench.tap("more-fields");
        bench.tap("CAP-09.SHELTER");
        bench.tap("next");
        bench.tap("back");
        assertThat(bench.isThere("CAP-09.SHELTER")).isTrue();
        assertThat(bench.isThere("more-fields")).isFalse();
    }

    @Test
    void aStepComesWithItsConditionAndTheWorkerGoesOnWhereItWasWhenItGoes() {
        bench.at("where");
        bench.tap("more-fields");
        bench.tap("CAP-09.SHELTER");
        assertThat(bench.text("where")).isEqualTo("5 of 7");
        bench.tap("next");
        assertThat(bench.words()).contains("Detention and court");
        bench.model.write(ItemId.CASE, new FieldId("CAP-09"), Value.text("HOME"));
        bench.settle();
        assertThat(bench.words()).contains("Country and papers");
        assertThat(bench.text("where")).isEqualTo("6 of 6");
    }

    @Test
    void aJumpOpensThePersonTheItemAndTheField() {
        ItemId second = bench.intake.newItem(bench.id, "person", ItemId.CASE);
        bench.intake.set(bench.id, second, "PER-02", Value.text("Luis Ficticio"));
        ItemId sponsor = bench.intake.newItem(bench.id, "sponsor", ItemId.CASE);
        bench.intake.set(bench.id, sponsor, "SPO-03", Value.text("Berta Ficticio"));
        bench.intake.set(bench.id, ItemId.CASE, "CAS-03", Value.text("DETAINED_ICE"));
        bench.model.reread();
        bench.at(IntakeScreen.Place.of(bench.intake.catalogue(), second, "PER-05"));
        assertThat(bench.text("PER-02")).isEqualTo("Luis Ficticio");
        assertThat(focus()).contains("PER-05");
        bench.at(IntakeScreen.Place.of(bench.intake.catalogue(), sponsor, "SPO-05"));
        assertThat(focus()).contains("SPO-05");
        bench.at(IntakeScreen.Place.of(bench.intake.catalogue(), sponsor, "SPO-04"));
        assertThat(focus()).contains("SPO-04");
    }

    @Test
    void enterGoesToTheNextField() {
        bench.at("where");
        bench.tap("CAS-03.DETAINED_ICE");
        bench.tap("another-sponsor");
        Node name = bench.find("SPO-03").orElseThrow();
        StepBench.onUi(() -> {
            name.requestFocus();
            name.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        });
        bench.settle();
        assertThat(focus()).contains("SPO-05");
    }

    @Test
    void theMenuSaysHowManyGapsAreLeftInEachStep() {
        bench.at("person");
        bench.tap("menu");
        assertThat(bench.words()).contains("1  Permission", "2  Why it is urgent", "3  Who they are");
        assertThat(says("step-why")).isEqualTo("2  Why it is urgent, 1 missing");
        assertThat(says("step-papers")).isEqualTo("6  Country and papers, 1 missing");
        assertThat(says("step-where")).isEqualTo("5  Where they are");
        bench.tap("step-papers");
        assertThat(bench.text("where")).isEqualTo("6 of 6");
    }

    @Test
    void undoInTheMenuSaysWhenThereIsNothingToTakeBack() {
        bench.at("person");
        for (int i = 0; i < 12; i++) {
            bench.tap("menu");
            bench.tap("undo");
        }
        assertThat(bench.words()).contains("There is nothing to undo.");
    }

    @Test
    void weStoppedIsWrittenAndTheClosingCardFollows() {
        bench.at("find");
        bench.tap("stopped");
        assertThat(bench.value(ItemId.CASE, "CAP-16")).contains(Value.flag(true));
        assertThat(bench.ways).containsExactly("closing");
    }

    @Test
    void afterTheFirstStepsTheWorkerReadsThatTheLeastIsSavedOrWhatIsNotWrittenYet() {
        bench.at("find");
        assertThat(bench.isThere("minimum")).isFalse();
        bench.tap("next");
        assertThat(bench.words()).contains("All is saved. Not written yet:", "A name", "Their language");
        bench.tap("minimum-why");
        bench.tap("GRD-01.NEEDS_HOSPITAL");
        ItemId person = bench.person(1);
        bench.intake.set(bench.id, person, "PER-02", Value.text("Ana"));
        bench.intake.set(bench.id, ItemId.CASE, "CAP-11", Value.text("es"));
        ItemId way = bench.model.items("contact", person).stream()
                .findFirst()
                .orElseGet(() -> bench.intake.newItem(bench.id, "contact", person));
        bench.intake.set(bench.id, way, "PER-28", Value.unanswered(Value.Unanswered.DECLINED));
        bench.model.reread();
        bench.at("where");
        assertThat(bench.words()).contains("The least that is needed is saved.");
        bench.tap("minimum-stop");
        assertThat(bench.ways).containsExactly("closing");
    }

    private String says(String id) {
        return StepBench.onUi(() -> bench.find(id).orElseThrow().getAccessibleText());
    }

    private Optional<String> focus() {
        return StepBench.onUi(
                () -> Optional.ofNullable(bench.shell.root().getScene().getFocusOwner())
                        .map(Node::getId));
    }

    @Test
    void aFieldThatWasNeverShownLeavesNothingBehind() {
        bench.at("where");
        bench.tap("next");
        assertThat(bench.model.items("sponsor", ItemId.CASE)).isEqualTo(List.of());
    }
}
