package org.umbral.shared.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.Catalogues;
import org.umbral.testing.ToldCase;

/** What is missing while the person is still there: the rules of the domain notes §3 by situation. */
class ReadinessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Catalogue catalogue = Catalogues.shipped();

    @Test
    void anEmptyCaseAsksOnlyForTheMinimum() {
        assertThat(ids(new ToldCase())).containsExactly("MIN-02", "MIN-05", "MIN-06");
        assertThat(ids(new ToldCase().with("ana", "PER-02", "Ana Ficticio")))
                .contains("ALL-01", "ALL-03", "ALL-04", "ALL-05", "ALL-05A", "ALL-06", "MIN-01")
                .noneMatch(id -> id.startsWith("ICE") || id.startsWith("CBP") || id.startsWith("USC"));
    }

    @Test
    void aListOfGapsNamesItsRulesVersion() {
        assertThat(Readiness.of(catalogue, new ToldCase().fold(), TODAY).version())
                .isEqualTo(catalogue.version());
    }

    @Test
    void rulesAreChosenBySituation() {
        assertThat(ids(ana().with("case", "CAS-03", "DETAINED_ICE")))
                .contains("ICE-02")
                .doesNotContain("CBP-01");
        assertThat(ids(ana().with("case", "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US")))
                .contains("CBP-01")
                .noneMatch(id -> id.startsWith("ICE") || id.startsWith("REP"));
        assertThat(ids(ana().with("case", "CAS-03", "IN_US_WITH_PAROLE"))).contains("REP-01", "REP-02A");
    }

    @Test
    void aRuleIsAskedOnlyWhileItIsInForce() {
        assertThat(Readiness.of(catalogue, new ToldCase().fold(), LocalDate.of(2026, 11, 20))
                        .gaps())
                .isEmpty();
    }

    @Test
    void theFamilyAtTheBorderHearsWhichTwoThingsAreMissing() {
        ToldCase told = borderFamily();
        assertThat(ids(told)).containsExactly("CBP-04C", "CBP-12");
        told.with("proof", "EVD-02", "TREATMENT_UNAVAILABLE_LETTER")
                .several("proof", "EVD-04", told.item("nino").path())
                .with("proof/1", "PAG-01", Value.number(1))
                .with("ana", "PER-30", address("100 Example St"));
        assertThat(ids(told)).isEmpty();
    }

    @Test
    void aMissingPageIsNamedByItsNumber() {
        ToldCase told = borderFamily();
        told.with("letter", "EVD-08", Value.number(4));
        Readiness.Gap gap = gap(told, "ALL-08");
        assertThat(gap.about().orElseThrow()).isEqualTo(new Readiness.Named("EVD-02", Value.text("DOCTOR_LETTER")));
        assertThat(gap.left())
                .extracting(named -> named.value().asNumber().orElseThrow())
                .containsExactly(3, 4);
        assertThat(gap.field().text()).isEqualTo("PAG-02");
    }

    @Test
    void aDoctorsLetterGrowsOldAndOneWithoutADateDoesNot() {
        ToldCase told = borderFamily();
        told.with("letter", "EVD-05", PartialDate.of(LocalDate.of(2026, 10, 1)));
        assertThat(ids(told)).contains("CBP-04");
        told.with("letter", "EVD-05", PartialDate.of(LocalDate.of(2026, 10, 22)));
        assertThat(ids(told)).doesNotContain("CBP-04");
        told.without("letter", "EVD-05");
        assertThat(ids(told)).doesNotContain("CBP-04");
    }

    @Test
    void anAnswerIsNeverCalledTheWrongOne() {
        ToldCase told = borderFamily();
        told.with("health", "MED-05", "YES");
        assertThat(ids(told)).doesNotContain("CBP-04B", "CBP-04C");
        told.with("case", "CAS-03", "IN_US_WITH_PAROLE").with("case", "PRG-09", "YES");
        assertThat(ids(told)).doesNotContain("REP-01");
    }

    @Test
    void everyPersonOfAFamilyNeedsTheirOwnPaper() {
        ToldCase told = borderFamily();
        told.several("passport", "EVD-04", told.item("ana").path());
        told.without("nino", "DOC-11");
        assertThat(Readiness.of(catalogue, told.fold(), TODAY).gaps())
                .filteredOn(gap -> gap.rule().id().equals("ALL-06"))
                .extracting(Readiness.Gap::item)
                .containsExactly(told.item("nino"));
        told.without("passport", "EVD-04");
        assertThat(ids(told)).contains("MIN-03");
    }

    @Test
    void aDeclinedQuestionIsNotAskedAgain() {
        ToldCase told = new ToldCase().with("ana", "PER-02", "Ana Ficticio");
        assertThat(ids(told)).contains("ALL-05");
        told.with("ana", "PER-16", Value.unanswered(Value.Unanswered.PERSON_DOES_NOT_KNOW));
        assertThat(ids(told)).contains("ALL-05");
        told.with("ana", "PER-16", Value.unanswered(Value.Unanswered.DECLINED));
        assertThat(ids(told)).doesNotContain("ALL-05");
    }

    @Test
    void aDraftNoticeKeepsTheConsentOpen() {
        ToldCase told = borderFamily();
        told.with("ana/collect", "CON-04A", "DRAFT");
        assertThat(gap(told, "CON-D1").item()).isEqualTo(told.item("ana"));
        told.with("ana/collect", "CON-04A", "SIGNED");
        assertThat(ids(told)).doesNotContain("CON-D1");
    }

    @Test
    void aPostOfficeBoxIsNoAddressToLiveAt() {
        ToldCase told = detained();
        for (String box :
                List.of("P.O. Box 12", "Post Office Box 12", "Casilla 12", "Apdo. 12", "Apartado postal 12")) {
            told.with("berta", "SPO-06", address(box));
            assertThat(ids(told)).as(box).contains("ICE-04B");
        }
        told.with("berta", "SPO-06", address("100 Example St"));
        assertThat(ids(told)).doesNotContain("ICE-04B");
    }

    @Test
    void theSponsorIsAskedBeforeTheirAddressIs() {
        ToldCase told = detained();
        told.with("berta", "SPO-08", "NOT_ASKED");
        assertThat(ids(told)).contains("ICE-04A").doesNotContain("ICE-04B", "ICE-04C", "ICE-06");
        told.with("berta", "SPO-08", "REFUSED");
        assertThat(ids(told)).doesNotContain("ICE-04A", "ICE-04B", "ICE-04C", "ICE-06");
    }

    @Test
    void theSponsorsLetterSaysWhatItDoesNotSayYet() {
        ToldCase told = detained();
        assertThat(ids(told)).contains("ICE-05");
        told.with("carta", "LET-01", "SPONSOR")
                .with("carta", "LET-06", "RECEIVED")
                .several(
                        "carta",
                        "LET-04",
                        "WHO_I_AM",
                        "RELATIONSHIP_AND_HOW_LONG",
                        "NOT_FLIGHT_RISK",
                        "NOT_DANGER",
                        "WILL_SUPPORT_FINANCIALLY",
                        "SIGNED",
                        "DATED");
        assertThat(gap(told, "ICE-05A").left())
                .containsExactly(
                        new Readiness.Named("LET-04", Value.choices(List.of("WILL_HOUSE", "WILL_BRING_TO_HEARINGS"))));
    }

    @Test
    void anANumberThatWasTypedInTwoWaysIsStillMissing() {
        ToldCase told = detained().with("jean", "PER-21", "000000021");
        assertThat(ids(told)).doesNotContain("ICE-01");
        told.with("jean", "PER-21A", "000000012");
        assertThat(ids(told)).contains("ICE-01");
        told.with("jean", "PER-21A", Value.text(""));
        assertThat(ids(told)).doesNotContain("ICE-01");
    }

    @Test
    void theEndOfParoleIsLookedAtAgainEverySevenDays() {
        ToldCase told = ana().with("case", "CAS-03", "IN_US_WITH_PAROLE")
                .with("check", "PRG-04", PartialDate.of(LocalDate.of(2027, 1, 9)))
                .with("check", "PRG-04B", PartialDate.of(LocalDate.of(2026, 11, 14)));
        assertThat(ids(told)).doesNotContain("REP-02");
        told.with("check", "PRG-04B", PartialDate.of(LocalDate.of(2026, 11, 13)));
        assertThat(ids(told)).contains("REP-02");
    }

    @Test
    void aChildsCompanyIsAskedFor() {
        ToldCase told = new ToldCase().with("nina", "PER-11", PartialDate.ofYear(2015));
        assertThat(ids(told)).contains("MIN-04");
        told.with("nina", "FAM-06", "RELATIVE_NOT_GUARDIAN");
        assertThat(ids(told)).doesNotContain("MIN-04");
    }

    @Test
    void everyGapLeadsToAStepThatAsksForIt() {
        assertThat(catalogue.rules())
                .allMatch(rule -> rule.leadsTo().equals("PAG-02")
                        || catalogue.stepOf(rule.leadsTo()).isPresent());
    }

    private static ToldCase ana() {
        return new ToldCase().with("ana", "PER-02", "Ana Ficticio");
    }

    private static ToldCase detained() {
        return new ToldCase()
                .with("jean", "PER-02", "Jean Ficticio")
                .with("case", "CAS-03", "DETAINED_ICE")
                .with("berta", "SPO-03", "Berta Ficticio")
                .with("berta", "SPO-18", "CONFIRMED")
                .with("berta", "SPO-08", "GIVEN");
    }

    /** SC-01 of the domain notes, with all but what its step 4 lists. */
    private static ToldCase borderFamily() {
        ToldCase told = new ToldCase()
                .with("case", "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US")
                .several("case", "GRD-01", "NEEDS_HOSPITAL")
                .with("case", "GRD-03", "The doctor wrote: surgery within 10 days.")
                .with("case", "GRD-04", PartialDate.of(LocalDate.of(2026, 11, 30)))
                .with("case", "ATY-01", "NO")
                .with("case", "BOR-04", "Puerto Ficticio")
                .with("case", "BOR-05", PartialDate.of(LocalDate.of(2026, 11, 23)))
                .with("case", "BOR-06", "YES_WITH_ESCORT")
                .with("case", "BOR-12", "90 days")
                .with("case", "BOR-13", "back to a sister")
                .with("health", "MED-04", "surgery")
                .with("health", "MED-05", "NO");
        for (String person : List.of("ana", "nino")) {
            told.with(person, "PER-02", person)
                    .with(person, "PER-05", "FICTICIO")
                    .with(person, "PER-11", PartialDate.ofYear(person.equals("ana") ? 1985 : 2015))
                    .with(person, "PER-16", "UTO")
                    .with(person + "/citizen", "PER-18", "UTO")
                    .with(person + "/phone", "PER-28", "+1 202 555 0100")
                    .with(person + "/collect", "CON-02", "COLLECT_AND_STORE")
                    .with(person + "/collect", "CON-03", "GIVEN")
                    .with(person + "/share", "CON-02", "SHARE_WITH_CLINIC")
                    .with(person + "/share", "CON-03", "GIVEN");
        }
        told.with("nino", "FAM-06", "ONE_PARENT").with("nino", "DOC-11", "NEVER_HAD");
        paper(told, "passport", "PASSPORT_PAGE", 1, "ana");
        paper(told, "letter", "DOCTOR_LETTER", 2, "nino");
        paper(told, "accepts", "HOSPITAL_ACCEPTANCE", 1, "nino");
        return told;
    }

    private static void paper(ToldCase told, String name, String kind, int pages, String about) {
        told.with(name, "EVD-02", kind)
                .with(name, "EVD-08", Value.number(pages))
                .several(name, "EVD-04", told.item(about).path());
        for (int page = 1; page <= pages; page++) {
            told.with(name + "/" + page, "PAG-01", Value.number(page));
        }
    }

    private static Value address(String street) {
        return new Value(Json.object().put("street", street).put("city", "Springfield"));
    }

    private List<String> ids(ToldCase told) {
        return Readiness.of(catalogue, told.fold(), TODAY).gaps().stream()
                .map(gap -> gap.rule().id())
                .distinct()
                .toList();
    }

    private Readiness.Gap gap(ToldCase told, String rule) {
        return Readiness.of(catalogue, told.fold(), TODAY).gaps().stream()
                .filter(gap -> gap.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
