package org.umbral.phone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.Change.Stage;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;
import org.umbral.testing.MovableClock;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestClinic;
import org.umbral.testing.TestPhone;

class OutboxTest {
    @TempDir
    Path home;

    private final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    private final TestClinic clinic = new TestClinic(Seeds.repeatable(1));
    private TestPhone phone;
    private PhoneStore store;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        phone = new TestPhone(home.resolve("vault"), 61);
        store = PhoneStore.open(home, clock, PhoneFiles.onDisk(), StorePoint.NONE);
        outbox = store.outbox();
        outbox.link(clinic.link());
    }

    @AfterEach
    void close() {
        store.close();
        phone.close();
    }

    @Test
    void wordsGoBeforePhotosEmergenciesFirstSmallFirstOlderFirst() throws Exception {
        Sha256 photo = photo(500, false);
        Sha256 urgentPhoto = photo(9000, true);
        Sha256 big = entry(900, false);
        Sha256 smallOlder = entry(300, false);
        Sha256 smallNewer = entry(300, false);
        Sha256 urgent = entry(5000, true);

        assertThat(outbox.waiting())
                .extracting(Waiting::name)
                .containsExactly(urgent, smallOlder, smallNewer, big, urgentPhoto, photo);
        assertThat(outbox.waiting().get(0).firstQueued()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(outbox.waitingCount()).isEqualTo(6);
    }

    @Test
    void aReceiptIsFiledOnceHoweverOftenItComes() throws Exception {
        entry(300, false);
        Waiting item = outbox.waiting().get(0);
        clinic.receive(outbox, item, clock.instant());
        clinic.receive(outbox, item, clock.instant().plusSeconds(5));

        assertThat(outbox.waiting()).isEmpty();
        assertThat(Tampering.count(home, "receipt")).isEqualTo(1);
        assertThat(outbox.epoch()).contains(clinic.epoch());
        assertThat(outbox.serverTime()).contains("2026-11-20T21:00:00Z");
        assertThat(outbox.read(item.name(), 10).readAllBytes()).hasSize(290);
    }

    /** Rule R8. */
    @Test
    void inAnotherEpochWhatIsHeldWaitsAgainAndWhatIsNotIsReported() throws Exception {
        entry(300, false);
        Sha256 gone = entry(400, false);
        clinic.receiveAll(outbox, clock.instant());
        outbox.mail(new MailPage(clinic.epoch(), "cursor", false, List.of()));
        store.commit(store.change(phone.vault).backupMark(clinic.epoch(), 0).backupMark(clinic.epoch(), 2));
        store.commit(store.change(phone.vault));
        Sha256 held = entry(500, false);
        clinic.receiveAll(outbox, clock.instant());
        store.clearing().clearSealed(30, photo -> false);

        List<HaveRequest.Gone> report = outbox.epochChanged("epoch-2");

        assertThat(report)
                .extracting(HaveRequest.Gone::sha256)
                .contains(gone.hex())
                .hasSize(2);
        assertThat(outbox.waiting()).extracting(Waiting::name).containsExactly(held);
        assertThat(outbox.mailCursor()).isEmpty();
        assertThat(outbox.epochChanged("epoch-2")).isEqualTo(report);
        store.close();
        store = PhoneStore.open(home, clock, PhoneFiles.onDisk(), StorePoint.NONE);
        outbox = store.outbox();
        assertThat(outbox.unanswered()).contains(report);
        outbox.answered();
        assertThat(outbox.unanswered()).isEmpty();
        clinic.restore("epoch-2");
        clinic.receiveAll(outbox, clock.instant());
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void whatTheClinicRefusesStaysMarkedUntilAJoin() throws Exception {
        Sha256 name = entry(300, false);
        outbox.tried(name);
        outbox.refused(name, "too-large");
        assertThat(outbox.waiting().get(0).refused()).contains("too-large");
        assertThat(outbox.waiting().get(0).tries()).isEqualTo(1);

        outbox.link(clinic.link().asRevoked());
        assertThat(outbox.waiting().get(0).refused()).contains("too-large");
        outbox.link(clinic.link("token-2"));
        assertThat(outbox.waiting().get(0).refused()).isEmpty();
    }

    @Test
    void lettersAreKeptOnceInTheOrderInWhichTheyCame() throws Exception {
        var first = new MailPage.Letter(1, new byte[] {1});
        var second = new MailPage.Letter(2, new byte[] {2});
        outbox.mail(new MailPage("epoch-1", "c1", true, List.of(first, second)));
        outbox.mail(new MailPage("epoch-1", "c2", false, List.of(second)));

        assertThat(store.letters().unread())
                .extracting(Letters.Unread::sealed)
                .containsExactly(new byte[] {1}, new byte[] {2});
        assertThat(outbox.mailCursor()).contains("c2");
    }

    @Test
    void listenersHearEveryChangeOfWhatWaits() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        outbox.onChange(heard::incrementAndGet);
        entry(300, false);
        clinic.receiveAll(outbox, clock.instant());
        assertThat(heard).hasValue(2);
    }

    @Test
    void everythingIsThereAfterReopening() throws Exception {
        Sha256 name = entry(300, true);
        store.close();
        store = PhoneStore.open(home, clock, PhoneFiles.onDisk(), StorePoint.NONE);
        outbox = store.outbox();
        assertThat(outbox.waiting()).extracting(Waiting::name).containsExactly(name);
        assertThat(outbox.link()).contains(clinic.link());
    }

    private int salt;

    private Sha256 entry(int size, boolean emergency) throws Exception {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) ++salt;
        Envelope envelope = Envelope.of(bytes);
        store.commit(store.change(phone.vault).queue(envelope, "group", emergency, Stage.CUT));
        return envelope.name();
    }

    private Sha256 photo(int size, boolean emergency) throws Exception {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) ++salt;
        Sha256 name = Sha256.of(bytes);
        store.writeSealed(name, bytes);
        store.commit(store.change(phone.vault).queuePhoto(name, size, "group", emergency, Stage.CUT));
        return name;
    }
}
