package org.umbral.phone.screen.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Step;
import org.umbral.testing.AnotherWorker;
import org.umbral.testing.Catalogues;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.Seeds;

/** The protocols of the domain notes (CAP-12, 14, 15, 16, CAS-06, 13, FAM-06, ATY-01, PRG-07), one test each. */
class ProtocolsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final FakeIntake intake = new FakeIntake(
            Catalogues.shipped(),
            Seeds.repeatable(5),
            Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
    private final CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
    private final ItemId person = intake.newItem(id, "person", ItemId.CASE);

    private Protocols protocols() {
        return new Protocols(intake.catalogue(), intake.read(id), TODAY);
    }

    private List<Protocol> cards() {
        return protocols().cards().stream().map(Protocols.Card::protocol).toList();
    }

    private void says(String field, String code) {
        intake.set(id, ItemId.CASE, field, Value.text(code));
    }

    private void personSays(String field, String code) {
        intake.set(id, person, field, Value.text(code));
    }

    private void born(int year) {
        intake.set(id, person, "PER-11", PartialDate.ofYear(year).toValue());
    }

    @Test
    void aCaseOfWhichNothingIsKnownCallsForNoCard() {
        assertThat(cards()).isEmpty();
    }

    @Test
    void aLifeInDangerStandsBeforeEverythingElse() {
        says("CAP-14", "NO");
        intake.set(id, ItemId.CASE, "CAS-13", Value.choices(List.of("PREGNANT", "SUICIDE_RISK")));
        says("CAS-06", "NOW_LIFE_THREATENING");

        assertThat(cards())
                .containsExactly(
                        Protocol.LIFE_IN_DANGER, Protocol.SUICIDE_RISK, Protocol.NOT_PRIVATE, Protocol.PREGNANT);
        says("CAS-06", "WITHIN_72H");
        assertThat(cards()).doesNotContain(Protocol.LIFE_IN_DANGER);
    }

    @Test
    void aChildIsNotKeptAsAnInterpreter() {
        assertThat(Protocols.refusing(new FieldId("CAP-12"), Value.text("CHILD")))
                .contains(Protocol.CHILD_INTERPRETER);
        assertThat(Protocols.refusing(new FieldId("CAP-12"), Value.text("VOLUNTEER")))
                .isEmpty();
        assertThat(Protocols.refusing(new FieldId("CAP-15"), Value.choices(List.of("CHILD"))))
                .isEmpty();
    }

    @Test
    void withoutPrivacyALineSaysThatQuestionsAreHidden() {
        says("CAP-14", "YES");
        assertThat(cards()).isEmpty();
        says("CAP-14", "UNKNOWN");
        assertThat(cards()).containsExactly(Protocol.NOT_PRIVATE);
    }

    @Test
    void withAnOfficerPresentOnlyFactsAreWritten() {
        intake.set(id, ItemId.CASE, "CAP-15", Value.choices(List.of("SPOUSE", "OFFICER")));
        assertThat(cards()).containsExactly(Protocol.OFFICER_PRESENT);
    }

    @Test
    void afterAStopNothingIsAskedUntilThePersonWantsToGoOn() {
        intake.set(id, ItemId.CASE, "CAP-16", Value.flag(true));
        assertThat(protocols().isStopped()).isTrue();
        assertThat(cards()).startsWith(Protocol.STOPPED);
        intake.set(id, ItemId.CASE, "CAP-16", Value.flag(false));
        assertThat(protocols().isStopped()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TRAFFICKING_SIGN", "DV_SIGN", "SUICIDE_RISK", "THREAT_FROM_THIRD_PARTY", "PREGNANT", "DISABILITY"
            })
    void eachSafetyFlagOpensItsCard(Protocol flag) {
        intake.set(id, ItemId.CASE, "CAS-13", Value.choices(List.of(flag.name())));
        assertThat(cards()).containsExactly(flag);
    }

    @ParameterizedTest
    @CsvSource({"RELATIVE_NOT_GUARDIAN, true", "OTHER_ADULT, true", "ALONE, true", "ONE_PARENT, false"})
    void aChildWithoutParentOrGuardianIsAskedTheMinimumOnly(String with, boolean alone) {
        born(2015);
        personSays("FAM-06", with);

        assertThat(cards().contains(Protocol.CHILD_ALONE)).isEqualTo(alone);
        assertThat(intake.catalogue().steps().stream()
                        .filter(protocols()::asks)
                        .map(Step::id)
                        .anyMatch(List.of("papers", "sponsor", "evidence")::contains))
                .isEqualTo(!alone);
        assertThat(intake.catalogue().steps().stream().filter(protocols()::asks).map(Step::id))
                .contains("consent", "why", "person", "find");
        assertThat(protocols().letsTellSponsors()).isEqualTo(!alone);
    }

    @Test
    void whoMayBeUnder18AndIsHereWithNobodyKnownIsTakenForAChildAlone() {
        born(2008);
        assertThat(cards()).containsExactly(Protocol.CHILD_ALONE);
        personSays("FAM-06", "BOTH_PARENTS");
        assertThat(cards()).isEmpty();
    }

    @Test
    void aChildBesideAnAdultIsAskedWithWhomItIs() {
        intake.set(id, person, "PER-11", PartialDate.ofYear(1985).toValue());
        ItemId child = intake.newItem(id, "person", ItemId.CASE);
        intake.set(id, child, "CAS-08", Value.text("CHILD"));

        assertThat(cards()).containsExactly(Protocol.CHILD_WITH_WHOM);
        intake.set(id, child, "FAM-06", Value.text("ONE_PARENT"));
        assertThat(cards()).isEmpty();
    }

    @Test
    void theFlagThatAChildIsAloneCountsEvenWhereTheDateOfBirthSaysOtherwise() {
        born(1985);
        intake.set(id, ItemId.CASE, "CAS-13", Value.choices(List.of("MINOR_NO_PARENT")));
        assertThat(cards()).containsExactly(Protocol.CHILD_ALONE);
    }

    @ParameterizedTest
    @CsvSource({"YES_FOR_PAROLE", "YES_OTHER_MATTER", "SAID_YES_UNVERIFIED"})
    void whoHasALawyerIsNotContactedAboutItWithoutThem(String answer) {
        says("ATY-01", answer);
        assertThat(cards()).containsExactly(Protocol.OWN_LAWYER);
    }

    @Test
    void aNotarioIsNoLawyer() {
        says("ATY-01", "NOTARIO_ONLY");
        assertThat(cards()).containsExactly(Protocol.NOTARIO);
        says("ATY-01", "NO");
        assertThat(cards()).isEmpty();
    }

    @Test
    void aTerminationNoticeBringsUpNothingButThatALawyerShouldSeeIt() {
        ItemId notice = intake.newItem(id, "termination", ItemId.CASE);
        intake.set(id, notice, "PRG-07A", Value.text("EMAIL"));
        assertThat(cards()).containsExactly(Protocol.TERMINATION);
    }

    @Test
    void whileTwoWorkersSayDifferentThingsTheCarefulSideCounts() {
        says("CAP-14", "YES");
        says("CAS-06", "ROUTINE");
        intake.leave(id);
        var other = AnotherWorker.says(intake, id, ItemId.CASE, "CAP-14", "NO");

        assertThat(new Protocols(intake.catalogue(), other, TODAY).cards())
                .extracting(Protocols.Card::protocol)
                .containsExactly(Protocol.NOT_PRIVATE);
    }
}
