package org.umbral.phone.capture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.AnotherWorker;
import org.umbral.testing.Catalogues;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.Seeds;

/** The first door, and the door of each person and sponsor behind it. */
class ConsentGateTest {
    private final FakeIntake intake = new FakeIntake(Catalogues.shipped(), Seeds.repeatable(6), Clock.systemUTC());
    private final Capture capture = new Capture(Catalogues.shipped(), Clock.systemUTC());
    private final CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
    private ItemId ana = ItemId.CASE;
    private ItemId luis = ItemId.CASE;
    private ItemId sponsor = ItemId.CASE;

    @BeforeEach
    void threePeople() {
        ana = intake.newItem(id, "person", ItemId.CASE);
        luis = intake.newItem(id, "person", ItemId.CASE);
        sponsor = intake.newItem(id, "sponsor", ItemId.CASE);
    }

    private ItemId says(ItemId person, String purpose, String decision) {
        ItemId consent = intake.newItem(id, "consent", person);
        intake.set(id, consent, "CON-02", Value.text(purpose));
        intake.set(id, consent, "CON-03", Value.text(decision));
        return consent;
    }

    private void agrees(ItemId person) {
        says(person, "COLLECT_AND_STORE", "GIVEN");
        says(person, "SHARE_WITH_CLINIC", "GIVEN");
    }

    private void ask(ItemId item, String field) throws AskThePerson {
        capture.requireAllowed(intake.read(id), item, new FieldId(field), Value.text("X"));
    }

    private void isRefused(ItemId item, String field, String reason) {
        assertThatThrownBy(() -> ask(item, field))
                .isInstanceOf(AskThePerson.class)
                .hasMessage(reason);
    }

    private void isTaken(ItemId item, String field) {
        assertThatCode(() -> ask(item, field)).doesNotThrowAnyException();
    }

    @Test
    void beforeConsentOnlyConsentLanguageAndUrgencyAreTaken() {
        isTaken(ItemId.CASE, "CAP-11");
        isTaken(ItemId.CASE, "CAS-06");
        isTaken(ana, "CON-03");
        isRefused(ana, "PER-02", "consent-first");
        isRefused(ItemId.CASE, "GRD-01", "consent-first");
    }

    @Test
    void halfOfItFromEachOfTwoPeopleOpensNothing() {
        says(ana, "COLLECT_AND_STORE", "GIVEN");
        says(luis, "SHARE_WITH_CLINIC", "GIVEN");
        isRefused(ana, "PER-02", "consent-first");
        says(ana, "SHARE_WITH_CLINIC", "GIVEN");
        isTaken(ana, "PER-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "WITHDRAWN"})
    void aboutAPersonWhoSaysNoNothingIsTakenWhileTheOthersGoOn(String no) {
        agrees(ana);
        isTaken(luis, "PER-02");
        says(luis, "COLLECT_AND_STORE", no);

        isRefused(luis, "PER-02", "consent-first");
        isRefused(intake.newItem(id, "contact", luis), "PER-28", "consent-first");
        isTaken(ana, "PER-02");
        isTaken(luis, "CON-03");
    }

    @Test
    void whatWasTakenBackShutsTheDoorAgain() {
        agrees(ana);
        ItemId consent = says(luis, "COLLECT_AND_STORE", "GIVEN");
        intake.set(id, consent, "CON-03", Value.text("WITHDRAWN"));
        says(ana, "COLLECT_AND_STORE", "WITHDRAWN");
        isRefused(ana, "PER-02", "consent-first");
    }

    @Test
    void aSponsorsAddressAndStatusWaitForTheSponsorsOwnYes() {
        agrees(ana);
        isTaken(sponsor, "SPO-03");
        isTaken(sponsor, "SPO-05");
        for (String secret : List.of("SPO-06", "SPO-06A", "SPO-07")) {
            isRefused(sponsor, secret, "sponsor-consent-first");
        }
        intake.set(id, sponsor, "SPO-08", Value.text("GIVEN"));
        isTaken(sponsor, "SPO-06");
        isTaken(sponsor, "SPO-07");
        intake.set(id, sponsor, "SPO-08", Value.text("WITHDRAWN"));
        isRefused(sponsor, "SPO-06", "sponsor-consent-first");
    }

    @Test
    void ifTwoWorkersHeardDifferentAnswersOfASponsorTheNoCounts() {
        agrees(ana);
        intake.set(id, sponsor, "SPO-08", Value.text("GIVEN"));
        intake.leave(id);
        var both = AnotherWorker.says(intake, id, sponsor, "SPO-08", "REFUSED");

        assertThatThrownBy(() -> capture.requireAllowed(both, sponsor, new FieldId("SPO-06"), Value.text("X")))
                .hasMessage("sponsor-consent-first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTACT_SPONSOR", "SHARE_WITH_SPONSOR"})
    void noYesToASponsorIsTakenForAChildAlone(String purpose) {
        agrees(ana);
        ItemId consent = says(ana, purpose, "NOT_ASKED");
        assertThatCode(() -> give(consent)).doesNotThrowAnyException();
        intake.set(id, ItemId.CASE, "CAS-13", Value.choices(List.of("MINOR_NO_PARENT")));

        assertThatThrownBy(() -> give(consent)).hasMessage("child-alone-no-sponsor");
        ItemId given = says(ana, "PHOTOGRAPH_DOCUMENTS", "GIVEN");
        assertThatCode(() -> give(given)).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        capture.requireAllowed(intake.read(id), given, new FieldId("CON-02"), Value.text(purpose)))
                .hasMessage("child-alone-no-sponsor");
        assertThatCode(() ->
                        capture.requireAllowed(intake.read(id), consent, new FieldId("CON-03"), Value.text("REFUSED")))
                .doesNotThrowAnyException();
    }

    private void give(ItemId consent) throws AskThePerson {
        capture.requireAllowed(intake.read(id), consent, new FieldId("CON-03"), Value.text("GIVEN"));
    }

    @Test
    void aChildIsNeverKeptAsAnInterpreter() {
        agrees(ana);
        assertThatThrownBy(() -> capture.requireAllowed(
                        intake.read(id), ItemId.CASE, new FieldId("CAP-12"), Value.text("CHILD")))
                .hasMessage("no-child-interpreter");
        isTaken(ItemId.CASE, "CAP-12");
    }
}
