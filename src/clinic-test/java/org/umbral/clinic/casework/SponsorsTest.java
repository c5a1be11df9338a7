package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.SponsorRows;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

/** What sponsors said in confidence opens behind a reason, for one case and one session. */
class SponsorsTest {
    private static final Catalogue CATALOGUE = WholeCatalogue.read();
    private static final String PABLO = "Pablo Ficticio";

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private SealedCase sample;
    private Sponsors sponsors;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        sponsors = clinic.guards.sponsors();
        attorney = clinic.session();
        SamplePhone phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, sample.firstSitting("WITHIN_72H"));
        clinic.desk.open(attorney, sample.id);
    }

    @AfterEach
    void close() {
        attorney.close();
        clinic.close();
    }

    @Test
    void nameAndTelephoneAreThereAndTheRestIsApart() throws Failure {
        assertThat(read(attorney)).containsExactlyInAnyOrder("SPO-03", "SPO-03A", "SPO-05");
        sponsors.open(attorney, sample.id, "PREPARE_REQUEST", "");
        assertThat(read(attorney)).contains("SPO-06", "SPO-07", "SPO-08", "SPO-20");
    }

    @Test
    void itIsOpenInThisSessionAndThisCaseOnly() throws Failure {
        clinic.hire(PABLO, Role.PARALEGAL, true);
        try (StaffSession here = clinic.session(PABLO);
                StaffSession elsewhere = clinic.session(PABLO)) {
            SealedCase other = new SealedCase(clinic.join(attorney, "Otra FICTICIA"), clinic.random);
            sponsors.open(here, sample.id, "CALL_SPONSOR", "");
            assertThat(sponsors.access(here, sample.id).sponsors()).isTrue();
            assertThat(sponsors.access(here, other.id).sponsors()).isFalse();
            assertThat(sponsors.access(elsewhere, sample.id).sponsors()).isFalse();
        }
    }

    @Test
    void withoutThePermissionThereIsNoReasonThatOpensIt() throws Failure {
        for (Role role : List.of(Role.PARALEGAL, Role.STEWARD, Role.COORDINATOR)) {
            try (StaffSession other = Colleagues.at(clinic, role)) {
                assertThatThrownBy(() -> sponsors.open(other, sample.id, "CHECK_SAFETY", ""))
                        .hasMessage("not-your-role");
            }
        }
    }

    @Test
    void theReasonIsAKnownOneAndOtherNeedsWords() throws Failure {
        for (String none : List.of("", "CURIOUS", "OTHER")) {
            assertThatThrownBy(() -> sponsors.open(attorney, sample.id, none, " "))
                    .hasMessage("reason-missing");
        }
        assertThatThrownBy(() -> sponsors.open(attorney, sample.id, "OTHER", "x".repeat(201)))
                .hasMessage("reason-too-long");
        assertThat(read(attorney)).doesNotContain("SPO-06");
    }

    @Test
    void theCodeStandsInTheAuditAndTheWordsAreSealed() throws Failure {
        sponsors.open(attorney, sample.id, "OTHER", "FICTICIO: she asked for a copy");
        assertThat(new AuditRows(clinic.store.database()).after(0, 100))
                .anySatisfy(row -> {
                    assertThat(row.action()).isEqualTo("SPONSORS_OPENED");
                    assertThat(row.object()).isEqualTo(sample.id.text() + " OTHER");
                })
                .noneMatch(row -> row.object().contains("FICTICIO"));
        assertThat(new SponsorRows(clinic.store.database()).of(sample.id.text()))
                .singleElement()
                .satisfies(row -> assertThat(new String(row.words())).doesNotContain("FICTICIO"));
    }

    @Test
    void whatIsShutIsNotInTheCaseThatTheDeskHandsOut() throws Failure {
        ItemId sponsor = sponsor();
        sponsors.open(attorney, sample.id, "RECORD_WHAT_WAS_TOLD", "");
        clinic.desk.write(
                attorney,
                sample.id,
                new Desk.Changes(
                        HowKnown.PHONE_CALL,
                        Optional.empty(),
                        List.of(change(sponsor, "SPO-08", "GIVEN"), change(sponsor, "SPO-07", "LPR"))));
        assertThat(clinic.desk.open(attorney, sample.id).caseFile().answer(sponsor, new FieldId("SPO-07")))
                .isPresent();
        try (StaffSession next = clinic.session()) {
            assertThat(clinic.desk.open(next, sample.id).caseFile().answer(sponsor, new FieldId("SPO-07")))
                    .isEmpty();
        }
    }

    @Test
    void aStewardReadsNothingThatCouldCostSomebodyTheirLiberty() throws Failure {
        try (StaffSession steward = Colleagues.at(clinic, Role.STEWARD)) {
            Access access = sponsors.access(steward, sample.id);
            assertThat(CATALOGUE.fields())
                    .filteredOn(access::mayRead)
                    .extracting(Field::sensitivity)
                    .isSubsetOf("S0", "S1", "S2");
            assertThat(clinic.desk.queue(steward))
                    .allSatisfy(row -> assertThat(row.name() + row.situation()).isEmpty());
        }
    }

    private List<String> read(StaffSession session) throws Failure {
        Access access = sponsors.access(session, sample.id);
        return CATALOGUE.fieldsOf("sponsor").stream()
                .filter(access::mayRead)
                .map(Field::id)
                .toList();
    }

    private static Desk.Change change(ItemId item, String field, String value) {
        return new Desk.Change(item, new FieldId(field), Value.text(value), Set.of());
    }

    private ItemId sponsor() throws Failure {
        return clinic.desk.open(attorney, sample.id).caseFile().items().values().stream()
                .filter(item -> item.has("SPO-03"))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
