package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

/** Somebody else comes between what a save read of its case and what it stores. */
class CaseTurnsTest {
    private static final FieldId DECISION = new FieldId("CON-03");

    @TempDir
    Path folder;

    private volatile Runnable between = () -> {};
    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession paralegal;
    private StaffSession steward;
    private SamplePhone phone;
    private SealedCase sample;
    private ItemId consent;
    private Desk interrupted;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        paralegal = Colleagues.of(attorney, Role.PARALEGAL, true);
        steward = Colleagues.of(attorney, Role.STEWARD, false);
        phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
        consent = sample.person.child(clinic.random);
        clinic.deliver(phone, sample.firstSitting("ROUTINE"));
        clinic.deliver(
                phone,
                sample.sitting(
                        SealedCase.write("CON-02", consent, Value.text("SHARE_WITH_CLINIC")),
                        SealedCase.write("CON-03", consent, Value.text("GIVEN"))));
        clinic.desk.open(attorney, sample.id);
        interrupted = Casework.desk(
                clinic.store, WholeCatalogue.read(), clinic.phones, clinic.audit, new AskedLast(), clinic.random);
    }

    @AfterEach
    void close() {
        List.of(attorney, paralegal, steward).forEach(StaffSession::close);
        clinic.close();
    }

    @Test
    void aWithdrawalThatArrivesMeanwhileStays() throws Failure {
        var given = clinic.desk
                .open(attorney, sample.id)
                .caseFile()
                .seen(consent, DECISION)
                .first();
        clinic.deliver(phone, sample.sitting(SealedCase.write("CON-03", consent, Value.text("WITHDRAWN"), given)));
        Thread other = meanwhile(() -> clinic.desk.queue(attorney));
        write(interrupted, "CBP");
        ended(other);
        assertThat(clinic.desk.queue(paralegal)).isEmpty();
        assertThatThrownBy(() -> clinic.desk.open(paralegal, sample.id)).hasMessage("no-such-case");
        assertThat(clinic.mail(phone)).extracting(mail -> mail.kind()).containsOnlyOnce("erase");
    }

    @Test
    void twoSavesOfOnePersonBothStand() throws Failure {
        Thread other = meanwhile(() -> write(clinic.desk, "CBP"));
        write(interrupted, "ICE");
        ended(other);
        assertThat(values()).containsExactlyInAnyOrder("CBP", "ICE");
    }

    @Test
    void whatIsErasedMeanwhileDoesNotComeBack() throws Failure {
        clinic.guards.erasing().propose(steward, sample.id, "TIME_IS_OVER");
        Thread other = meanwhile(() -> clinic.guards.erasing().approve(attorney, sample.id));
        write(interrupted, "CBP");
        ended(other);
        assertThat(clinic.desk.queue(attorney)).isEmpty();
        assertThat((int) clinic.store
                        .database()
                        .read(handle -> handle.createQuery("select count(*) from staff_entries")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
    }

    private List<String> values() throws Failure {
        return clinic.desk.open(attorney, sample.id).caseFile().answer(ItemId.CASE, new FieldId("CAS-04")).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asText().stream())
                .toList();
    }

    private void write(Desk desk, String value) throws Failure {
        Desk.Change change = new Desk.Change(ItemId.CASE, new FieldId("CAS-04"), Value.text(value), Set.of());
        desk.write(attorney, sample.id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), List.of(change)));
    }

    /** Something that may be refused. */
    @FunctionalInterface
    private interface Try {
        void run() throws Failure;
    }

    /** Begins it when the save has read its case, and lets the save go on when it is done or waits for its turn. */
    private Thread meanwhile(Try what) {
        Thread other = new Thread(() -> {
            try {
                what.run();
            } catch (Failure e) {
                throw new IllegalStateException(e);
            }
        });
        between = () -> {
            between = () -> {};
            other.start();
            while (other.isAlive() && other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        };
        return other;
    }

    private static void ended(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked for its milliseconds by a save that read its case and did not store it yet. */
    private final class AskedLast extends Clock {
        @Override
        public long millis() {
            between.run();
            return clinic.clock.millis();
        }

        @Override
        public Instant instant() {
            return clinic.clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clinic.clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
