package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.SealingKey;
import org.umbral.testing.TestPhone;

class ForgettingTest {
    @TempDir
    Path home;

    private TestPhone phone;
    private CaseId id;
    private ItemId person;
    private ItemId page;

    @BeforeEach
    void deliver() throws Exception {
        phone = new TestPhone(home, 31);
        id = phone.consented();
        person = phone.person(id);
        phone.write(id, person, "PER-02", "Ana Ficticio");
        phone.write(id, ItemId.CASE, "CAS-03", "ABROAD_ELSEWHERE");
        ItemId evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
        page = phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", TestPhone.picture(1, 1000)));
        phone.intake.leave(id);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void nothingIsForgottenWithoutAReceipt() throws Exception {
        phone.clock.move(Duration.ofDays(400));
        assertThat(phone.intake.tidy()).isFalse();
        assertThat(phone.intake.cases().get(0).name()).isEqualTo("Ana Ficticio");
        Waiting first = phone.core.outbox().waiting().get(0);
        phone.clinic.receive(phone.core.outbox(), first, phone.clock.instant());
        phone.clock.move(Duration.ofDays(400));
        phone.intake.tidy();
        assertThat(phone.intake.photo(id, page)).isPresent();
        assertThat(phone.core.outbox().waitingCount()).isEqualTo(1);
    }

    @Test
    void threeDaysAfterTheLastReceiptOnlyCodeAndSituationAreLeft() throws Exception {
        receiveAll();
        phone.clock.move(Duration.ofHours(71));
        assertThat(phone.intake.tidy()).isFalse();
        phone.clock.move(Duration.ofHours(1));

        assertThat(phone.intake.tidy()).isTrue();

        var row = phone.intake.cases().get(0);
        assertThat(row.name()).isEmpty();
        assertThat(row.code()).isNotEmpty();
        assertThat(row.situation()).isEqualTo("ABROAD_ELSEWHERE");
        assertThat(phone.intake.read(id).item(person).orElseThrow().has("PER-02"))
                .isFalse();
        assertThat(phone.intake.thumbnail(id, page)).isEmpty();
        assertThat(phone.intake.photo(id, page)).isEmpty();
        assertThat(phone.intake.tidy()).isFalse();
    }

    @Test
    void whatIsWrittenAfterForgettingSupersedesInsteadOfConflicting() throws Exception {
        var before = phone.intake.read(id);
        phone.intake.leave(id);
        receiveAll();
        phone.clock.move(Duration.ofHours(72));
        assertThat(phone.intake.tidy()).isTrue();
        assertThat(phone.intake.row(id).orElseThrow().kept()).isEqualTo(CaseRow.Kept.STUB);

        phone.write(id, person, "PER-02", "Ana María Ficticio");
        phone.intake.leave(id);

        Waiting next = phone.core.outbox().waiting().get(0);
        var entry = EntryJson.read(
                SignedEntry.open(phone.core.outbox().read(next.name(), 0).readAllBytes(), phone.clinic.identity())
                        .json());
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.writes()).extracting(Write::field).containsExactly(new FieldId("PER-02"));
        var whole = before.with(entry);
        assertThat(whole.hasConflicts()).isFalse();
        assertThat(whole.item(person).orElseThrow().text("PER-02")).contains("Ana María Ficticio");
        assertThat(phone.intake.cases().get(0).name()).isEqualTo("Ana María Ficticio");
        assertThat(phone.intake.row(id).orElseThrow().kept()).isEqualTo(CaseRow.Kept.PART);
    }

    @Test
    void aWithdrawnConsentStaysWithdrawnOnAStub() throws Exception {
        phone.consent(id, "SHARE_WITH_CLINIC", "WITHDRAWN");
        for (var item : phone.intake.read(id).items().values()) {
            if (item.text("CON-02").filter("SHARE_WITH_CLINIC"::equals).isPresent()) {
                phone.write(id, item.id(), "CON-03", "WITHDRAWN");
            }
        }
        phone.intake.leave(id);
        receiveAll();
        phone.clock.move(Duration.ofHours(72));
        assertThat(phone.intake.tidy()).isTrue();

        assertThatThrownBy(() -> phone.write(id, person, "PER-02", "Ana"))
                .isInstanceOf(AskThePerson.class)
                .hasMessage("consent-first");
    }

    @Test
    void aPinnedCaseIsKeptForAWeek() throws Exception {
        receiveAll();
        phone.intake.pin(id, true);
        phone.clock.move(Duration.ofDays(6));
        phone.intake.tidy();
        assertThat(phone.intake.cases().get(0).name()).isEqualTo("Ana Ficticio");
        phone.clock.move(Duration.ofDays(1));
        phone.intake.tidy();
        assertThat(phone.intake.cases().get(0).name()).isEmpty();
    }

    @Test
    void sealedBytesGoOnlyWhenABackupMarkOfTheSameEpochHasPassedTheirReceipts() throws Exception {
        receiveAll();
        phone.clock.move(Duration.ofHours(72));
        phone.intake.tidy();
        assertThat(Files.list(home.resolve("sealed"))).hasSize(1);

        mark("another-epoch", 999);
        assertThat(Files.list(home.resolve("sealed"))).hasSize(1);
        mark(phone.clinic.epoch(), phone.clinic.position());

        assertThat(Files.list(home.resolve("sealed"))).isEmpty();
        assertThat(phone.core.outbox().epochChanged("epoch-2")).hasSize(2);
        assertThat(phone.intake.delivery(id).state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void sealedBytesGoAfterThirtyDaysOfTheClinicsTimeNotOfThePhones() throws Exception {
        receiveAll();
        phone.clock.move(Duration.ofDays(300));
        phone.intake.tidy();
        assertThat(phone.core.outbox().epochChanged(phone.clinic.epoch())).isEmpty();
        assertThat(Files.list(home.resolve("sealed"))).hasSize(1);

        CaseId other = phone.consented();
        phone.intake.leave(other);
        receiveAll();
        phone.intake.tidy();

        assertThat(Files.list(home.resolve("sealed"))).isEmpty();
    }

    private void receiveAll() throws Exception {
        phone.clinic.receiveAll(phone.core.outbox(), phone.clock.instant());
    }

    private void mark(String epoch, long position) throws Exception {
        SealingKey mailbox = mailbox();
        phone.clinic.send(
                phone.core.outbox(),
                mailbox,
                phone.clinic.sign(
                        DocumentKind.BACKUP_MARK,
                        new Documents.BackupMark(
                                1, epoch, position, phone.clock.instant().toString())));
        phone.intake.tidy();
        assertThat(List.of(phone.core.quarantinedLetters())).containsExactly(0);
    }

    private SealingKey mailbox() throws Exception {
        try (var keys = phone.core.deviceKeys(phone.vault)) {
            return keys.mailbox().sealingKey();
        }
    }
}
