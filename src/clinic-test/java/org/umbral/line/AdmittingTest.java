package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FaultyDisk;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.phone.Delivery;
import org.umbral.scenario.Step;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;

/** What a key signed that nobody knows, or that was shut out, counts once staff confirmed it over the telephone. */
class AdmittingTest {
    @TempDir
    Path folder;

    private LineFixture line;

    @BeforeEach
    void joined() throws Exception {
        line = LineFixture.joined(folder);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void whatWasWrittenBetweenBorderModeAndJoiningAgainCountsOnceItsKeyIsConfirmed() throws Exception {
        CaseId before = line.words();
        line.awaitState(before, Delivery.State.DELIVERED);
        line.phone.cross();
        line.phone.unlock();
        LineFixture.Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        everythingIsSent();
        assertThat(queue()).containsExactly(before);

        line.phone.join(line.clinic.invitation());
        CaseId after = line.words();
        line.awaitState(after, Delivery.State.DELIVERED);
        assertThat(queue()).containsExactlyInAnyOrder(before, after);
        Phones.Doubted doubted = doubted();
        assertThat(doubted.revoked()).isFalse();
        assertThat(doubted.worker()).isEqualTo("Berta Ficticia");
        assertThat(doubted.envelopes()).isPositive();

        assertThatThrownBy(() -> admit(doubted, "00000-00000"))
                .isInstanceOf(AskThePerson.class)
                .hasMessage("code-differs");
        assertThat(queue()).doesNotContain(captured.id());
        admit(doubted, line.phone.shortCode());

        assertThat(queue()).containsExactlyInAnyOrder(before, after, captured.id());
        try (StaffSession staff = line.clinic.login()) {
            Desk desk = line.clinic.clinic().desk();
            assertThat(desk.quarantine(staff)).isEmpty();
            assertThat(desk.unnamedPhotos().photos()).isZero();
            Desk.CasePage page = desk.open(staff, captured.id());
            assertThat(page.photos()).hasSize(3).allMatch(Desk.Photo::here);
            assertThat(page.missing()).isZero();
            assertThat(line.clinic.clinic().audit().verify()).isZero();
        }
        line.phone.courier().wake();
        line.awaitState(captured.id(), Delivery.State.OPENED);
    }

    @Test
    void whatALostPhoneSignedCountsAfterItCameBackJoinedWithNewKeysAndWasConfirmed() throws Exception {
        String code = line.phone.shortCode();
        line.phone.courier().networkAllowed(false);
        CaseId kept = line.words();
        revoke(Phones.Why.TAKEN);
        line.phone.cross();
        line.phone.unlock();
        line.phone.courier().networkAllowed(true);
        line.phone.join(line.clinic.invitation());
        everythingIsSent();

        assertThat(queue()).isEmpty();
        Phones.Doubted doubted = doubted();
        assertThat(doubted.revoked()).isTrue();
        admit(doubted, code);
        assertThat(queue()).containsExactly(kept);
    }

    @Test
    @Step("SC-09.2b")
    void theClinicKnowsWhatAPhoneHasNotDeliveredAsThePhoneLastSaidItAndWhichCasesItWroteIn() throws Exception {
        LineFixture.Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        await().atMost(LineFixture.PATIENCE).until(() -> left().equals(List.of(0, 0)));
        line.phone.courier().networkAllowed(false);
        line.words();
        line.words();
        // The phone is in touch, and what it sends is not taken.
        line.clinic.disk().fail(FaultyDisk.Fault.WRITE);
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE).until(() -> left().equals(List.of(2, 0)));
        try (StaffSession staff = line.clinic.login()) {
            line.clinic.clinic().desk().queue(staff);
            Phones phones = line.clinic.clinic().phones();
            Phones.Delivered delivered =
                    phones.delivered(staff, phones.list(staff).get(0).device());
            assertThat(delivered.receipt()).contains(line.clock.instant());
            assertThat(delivered.cases())
                    .containsExactly(new Phones.CaseOf(captured.id().text(), line.clock.instant(), 0));
        }
    }

    private List<Integer> left() throws Failure {
        try (StaffSession staff = line.clinic.login()) {
            return line.clinic.clinic().phones().list(staff).get(0).left().stream()
                    .flatMap(left -> List.of(left.cases(), left.photos()).stream())
                    .toList();
        }
    }

    private void everythingIsSent() {
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.courier().wake();
            return line.phone.core().outbox().waitingCount() == 0;
        });
    }

    private List<CaseId> queue() throws Failure {
        try (StaffSession staff = line.clinic.login()) {
            return line.clinic.clinic().desk().queue(staff).stream()
                    .map(Desk.QueueRow::id)
                    .toList();
        }
    }

    private Phones.Doubted doubted() throws Failure {
        try (StaffSession staff = line.clinic.login()) {
            List<Phones.Doubted> doubted = line.clinic.clinic().phones().doubted(staff);
            assertThat(doubted).hasSize(1);
            return doubted.get(0);
        }
    }

    private void admit(Phones.Doubted doubted, String code) throws Failure {
        try (StaffSession staff = line.clinic.login()) {
            line.clinic.clinic().phones().admit(staff, doubted.id(), code);
        }
    }

    private void revoke(Phones.Why why) throws Failure {
        line.clock.move(Duration.ofMinutes(1));
        try (StaffSession staff = line.clinic.login()) {
            Phones phones = line.clinic.clinic().phones();
            phones.revoke(staff, phones.list(staff).get(0).device(), why);
        }
        line.clock.move(Duration.ofMinutes(1));
    }
}
