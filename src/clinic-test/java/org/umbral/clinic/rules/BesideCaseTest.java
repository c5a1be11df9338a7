package org.umbral.clinic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.rules.Checklist.State;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.testing.ToldCase;
import org.umbral.testing.WholeCatalogue;

/** The rules that read more than the answers of a case, and those that only staff's answers satisfy. */
class BesideCaseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<List<String>> OFFICES =
            List.of(List.of("El Paso", "", "ELP"), List.of("Houston", "", "HOU"));
    private static final List<List<String>> FACILITIES = List.of(
            List.of("Centro de Detención Ficticio", "Ciudad Ficticia, TX", "El Paso"),
            List.of("Casa Ejemplo", "Villa Ficticia", "HOU"),
            List.of("Casa Doble", "Aquí", "El Paso"),
            List.of("Casa Doble", "Allá", "Houston"));
    private static final List<List<String>> HOLDS =
            List.of(List.of("AFG", "Afghanistan", ""), List.of("XXA", "", "documents"));

    private final Catalogue whole = WholeCatalogue.read();

    @Test
    void aPairThatSharesANumberWaitsForAPersonUntilSomebodyLooked() {
        CaseFile file = new ToldCase().with("ana", "PER-02", "Ana Ficticia").fold();
        assertThat(state(file, "ALL-12", known(Optional.of(true)))).contains(State.NEEDS_REVIEW);
        assertThat(state(file, "ALL-12", known(Optional.of(false)))).contains(State.PRESENT);
        assertThat(state(file, "ALL-12", known(Optional.empty())))
                .as("who may not know is told nothing")
                .isEmpty();
    }

    @Test
    void theHoldListIsSaidOfBirthCitizenshipAndPapersAndOfNobodyElse() {
        ToldCase told = new ToldCase()
                .with("zalmai", "PER-02", "Zalmai")
                .with("zalmai", "PER-16", "AFG")
                .with("ana", "PER-02", "Ana Ficticia")
                .with("ana", "PER-16", "MEX");
        Checklist list = list(told.fold(), known(Optional.empty()));
        assertThat(list.lines())
                .filteredOn(line -> line.rule().id().equals("ALL-18"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.gap().item()).isEqualTo(told.item("zalmai")),
                        line -> assertThat(line.rule().severity()).isEqualTo("I"));
        told.with("zalmai", "PER-16", "MEX").with("ana/second", "PER-18", "AFG");
        assertThat(list(told.fold(), known(Optional.empty())).lines())
                .filteredOn(line -> line.rule().id().equals("ALL-18"))
                .singleElement()
                .satisfies(line -> assertThat(line.gap().item()).isEqualTo(told.item("ana")));
        told.without("ana/second", "PER-18").with("ana/paper", "DOC-02", "XXA");
        assertThat(state(told.fold(), "ALL-18", known(Optional.empty()))).contains(State.NEEDS_REVIEW);
        told.with("ana/paper", "DOC-02", "AFG");
        assertThat(state(told.fold(), "ALL-18", known(Optional.empty())))
                .as("a paper of a country that is held by birth and citizenship only")
                .isEmpty();
    }

    @Test
    void withoutAHoldListNothingIsSaidOfOne() {
        CaseFile file = new ToldCase().with("zalmai", "PER-16", "AFG").fold();
        BesideCase.Known none = new BesideCase.Known(Optional.empty(), Optional.empty(), List.of(), List.of());
        assertThat(state(file, "ALL-18", none)).isEmpty();
    }

    @Test
    void theOfficeIsReadOffTheTableOfPlacesUnlessStaffWroteAnother() {
        ToldCase told = detained().with("stay", "DET-02", "Centro de Detencion FICTICIO, Ciudad Ficticia, TX, El Paso");
        assertThat(state(told.fold(), "ICE-02B")).contains(State.PRESENT);
        assertThat(state(
                        told.with("stay", "DET-02", "centro de detención ficticio")
                                .fold(),
                        "ICE-02B"))
                .contains(State.PRESENT);
        assertThat(state(told.with("stay", "DET-02", "Casa Doble").fold(), "ICE-02B"))
                .as("two places of one name")
                .contains(State.MISSING);
        assertThat(state(told.with("stay", "DET-02", "Otro lugar").fold(), "ICE-02B"))
                .contains(State.MISSING);
        assertThat(state(told.with("stay", "DET-03", "Houston").fold(), "ICE-02B"))
                .contains(State.PRESENT);
        assertThat(state(
                        told.with("stay", "DET-04A", PartialDate.of(TODAY))
                                .without("stay", "DET-03")
                                .fold(),
                        "ICE-02B"))
                .as("an episode that ended")
                .isEmpty();
    }

    @Test
    void aRequestGoesToTheOfficeOfTheNewestPlaceAlsoAfterATransfer() {
        ToldCase told = detained()
                .with("first", "DET-02", "Centro de Detención Ficticio")
                .with("first", "DET-04", PartialDate.of(TODAY.minusDays(40)))
                .with("sent", "REQ-02", "ICE")
                .with("sent", "REQ-02A", "El Paso, ELP");
        assertThat(state(told.fold(), "ICE-18")).contains(State.PRESENT);
        told.with("second", "DET-02", "Casa Ejemplo").with("second", "DET-04", PartialDate.of(TODAY.minusDays(2)));
        assertThat(state(told.fold(), "ICE-18"))
                .as("transferred, nobody wrote the end")
                .contains(State.NEEDS_REVIEW);
        assertThat(state(told.with("sent", "REQ-02A", "Houston").fold(), "ICE-18"))
                .contains(State.PRESENT);
        assertThat(state(told.with("sent", "REQ-02A", "Oficina Houston").fold(), "ICE-18"))
                .as("an office that the table does not know")
                .contains(State.NEEDS_REVIEW);
        told.with("sent", "REQ-02A", "El Paso").with("sent/answer", "OUT-01", "DECISION");
        assertThat(state(told.fold(), "ICE-18"))
                .as("a request that was decided")
                .isEmpty();
        told.with("second", "DET-04A", PartialDate.of(TODAY)).without("sent/answer", "OUT-01");
        assertThat(state(told.fold(), "ICE-18")).as("back at the first place").contains(State.PRESENT);
    }

    @Test
    void anUndertakingOfAnyOfThreeCounts() {
        ToldCase told = detained();
        assertThat(state(told.fold(), "ICE-10")).contains(State.MISSING);
        assertThat(state(told.with("case", "TIE-04", "NO").fold(), "ICE-10")).contains(State.MISSING);
        assertThat(state(told.with("case", "TIE-04A", "YES").fold(), "ICE-10")).contains(State.PRESENT);
    }

    @Test
    void aRequestInTheirOwnNameHoldsNoViewOnTheClaim() {
        ToldCase told = detained().with("letter", "LET-02", "Primo FICTICIO").with("letter", "LET-06", "RECEIVED");
        assertThat(state(told.fold(), "ICE-16")).isEmpty();
        assertThat(state(told.fold(), "ICE-16A")).isEmpty();
        told.with("sent", "REQ-08", "PRO_SE").with("case", "INA-06", "A note on the claim");
        assertThat(state(told.fold(), "ICE-16")).contains(State.MISSING);
        assertThat(state(told.fold(), "ICE-16A")).contains(State.MISSING);
        told.several("letter", "LET-05", "NO_LEGAL_ARGUMENT");
        assertThat(state(told.fold(), "ICE-16A")).as("the paragraph stands").contains(State.MISSING);
        told.several("letter", "LET-05", "NO_LEGAL_ARGUMENT", "NO_CLAIM_STORY").without("case", "INA-06");
        assertThat(state(told.fold(), "ICE-16")).contains(State.PRESENT);
        assertThat(state(told.fold(), "ICE-16A")).contains(State.PRESENT);
        assertThat(state(told.with("sent", "REQ-08", "CLINIC_ATTORNEY").fold(), "ICE-16"))
                .as("prepared by an attorney")
                .isEmpty();
    }

    @Test
    void thePortHearsBeforeTheArrival() {
        ToldCase told = new ToldCase()
                .with("case", "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US")
                .with("case", "BOR-11", PartialDate.of(TODAY))
                .with("sent", "REQ-02", "CBP");
        assertThat(state(told.fold(), "CBP-13")).contains(State.MISSING);
        told.with("sent", "REQ-06", Value.text("2026-11-23T09:00:00-08:00"));
        assertThat(state(told.fold(), "CBP-13")).as("the day after").contains(State.MISSING);
        told.with("sent", "REQ-06", Value.text("2026-11-21T09:00:00-08:00"));
        assertThat(state(told.fold(), "CBP-13")).contains(State.PRESENT);
        assertThat(state(told.fold(), "CBP-13A")).contains(State.MISSING);
        assertThat(state(told.with("sent/call", "OUT-01", "PORT_CALLED").fold(), "CBP-13A"))
                .contains(State.PRESENT);
    }

    @Test
    void aTranslationCountsWithItsTwoStatementsNameAndDate() {
        ToldCase told = new ToldCase().with("letter", "EVD-07", "es").with("letter", "EVD-15", "INCLUDE");
        told.with("letter", "EVD-11", "DRAFT").with("letter", "EVD-11A", "Traductora FICTICIA");
        told.with("letter", "EVD-11B", Value.flag(true)).with("letter", "EVD-11C", Value.flag(true));
        assertThat(state(told.fold(), "ALL-07")).contains(State.MISSING);
        told.with("letter", "EVD-11D", PartialDate.of(TODAY));
        assertThat(state(told.fold(), "ALL-07")).contains(State.PRESENT);
        assertThat(state(told.with("letter", "EVD-11C", Value.flag(false)).fold(), "ALL-07"))
                .contains(State.MISSING);
    }

    @Test
    void ofWhatStandsBesideACaseAParalegalIsToldTheSame() {
        CaseFile file = new ToldCase().with("zalmai", "PER-16", "AFG").fold();
        BesideCase.Known known = known(Optional.of(true));
        Checklist list = Checklist.of(
                whole,
                file,
                TODAY,
                field -> field.readBy().compareTo(Audience.STAFF) <= 0,
                BesideCase.of(whole, file, known));
        assertThat(list.lines()).extracting(line -> line.rule().id()).contains("ALL-12", "ALL-18");
    }

    private static ToldCase detained() {
        return new ToldCase().with("case", "CAS-03", "DETAINED_ICE");
    }

    private static BesideCase.Known known(Optional<Boolean> openHardPair) {
        return new BesideCase.Known(openHardPair, Optional.of(HOLDS), OFFICES, FACILITIES);
    }

    private Optional<State> state(CaseFile file, String rule) {
        return state(file, rule, known(Optional.empty()));
    }

    private Optional<State> state(CaseFile file, String rule, BesideCase.Known known) {
        return list(file, known).lines().stream()
                .filter(line -> line.rule().id().equals(rule))
                .map(Checklist.Line::state)
                .findFirst();
    }

    private Checklist list(CaseFile file, BesideCase.Known known) {
        return Checklist.of(whole, file, TODAY, field -> true, BesideCase.of(whole, file, known));
    }
}
