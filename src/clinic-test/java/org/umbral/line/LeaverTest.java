package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.casework.Desk.QueueRow;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.phone.Delivery;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;

/** A paralegal leaves with a copy of the server's disk: what comes afterwards is not theirs to read (design §4). */
class LeaverTest {
    private static final String LEAVER = "Pablo Ficticio";
    private static final String WORDS = "papel nube calma puerta";

    @TempDir
    Path folder;

    private LineFixture line;

    @BeforeEach
    void joined() throws Exception {
        line = LineFixture.joined(folder);
        try (StaffSession attorney = line.clinic.login();
                Passphrase words = Passphrase.of(WORDS.toCharArray())) {
            String code = people().invite(attorney, LEAVER, StaffSession.Role.PARALEGAL, false);
            people().join(code, LEAVER, words, "192.0.2.1");
        }
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void thePhoneFollowsOldMailOpensAndLastWeeksCopyOpensNothingNew() throws Exception {
        CaseId read = delivered();
        try (StaffSession paralegal = logIn(line.clinic)) {
            assertThat(cases(line.clinic, paralegal)).containsExactly(read);
        }
        line.clinic.stop();
        Path lastWeek = copy(line.clinic.folder(), folder.resolve("last week"));
        line.clinic.start();
        CaseId waiting = delivered();

        leave();
        assertThatThrownBy(() -> logIn(line.clinic))
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("wrong-login");
        line.clinic.login().close();
        await("the phone follows").atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.courier().wake();
            line.phone.intake().tidy();
            return line.phone.core().outbox().link().orElseThrow().identityNumber() == 2;
        });
        CaseId after = delivered();

        try (StaffSession attorney = line.clinic.login()) {
            assertThat(cases(line.clinic, attorney)).containsExactlyInAnyOrder(read, waiting, after);
            assertThat(line.clinic.clinic().desk().quarantine(attorney)).isEmpty();
        }
        nothingNewOpens(lastWeek, read, after);
    }

    private void leave() throws Failure {
        try (StaffSession attorney = line.clinic.login()) {
            String leaver = people().list(attorney).stream()
                    .filter(person -> person.name().equals(LEAVER))
                    .findFirst()
                    .orElseThrow()
                    .id();
            people().end(attorney, leaver);
            SetUp.RecoverySheet sheet = people().beginKeys(attorney);
            assertThat(sheet.ageIdentity()).isNotEqualTo(line.clinic.recoveryKey());
            people().finishKeys(
                            attorney,
                            sheet.asked().stream()
                                    .map(place -> sheet.checkWords().get(place - 1))
                                    .toList());
        }
    }

    /** With the keys that the copy and the passphrase give, over the copy of today. */
    private void nothingNewOpens(Path lastWeek, CaseId read, CaseId after) throws Exception {
        try (LineClinic copy = LineClinic.of(lastWeek, line.clock, FreePort.take(), List.of());
                StaffSession leaver = logIn(copy);
                ClinicStore today = line.clinic.store()) {
            assertThat(leaver.ring().identities().keySet()).containsExactly(1);
            CaseRows rows = new CaseRows(today.database());
            assertThat(legible(leaver, rows, read)).isTrue();
            assertThat(legible(leaver, rows, after)).isFalse();
            List<StoredEnvelope> mail = today.envelopes().since(0, 100);
            StoredEnvelope newest = mail.get(mail.size() - 1);
            OpeningKey old = leaver.ring().identitiesNewestFirst().get(0);
            assertThatThrownBy(() -> Age.open(today.envelopes().read(newest), old))
                    .extracting(e -> ((Failure) e).reason())
                    .isEqualTo("not-sealed-to-this-key");
        }
    }

    private static boolean legible(StaffSession session, CaseRows rows, CaseId id) throws Failure {
        for (CaseRows.EntryRow row : rows.entries(id.text())) {
            byte[] place = ("case_entries|" + row.entry() + "|json").getBytes(StandardCharsets.UTF_8);
            try {
                session.ring().staffKey().open(row.json(), place);
                return true;
            } catch (Failure no) {
                continue;
            }
        }
        return false;
    }

    private CaseId delivered() throws Failure {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        return id;
    }

    private People people() {
        return line.clinic.clinic().people();
    }

    private static StaffSession logIn(LineClinic clinic) throws Failure {
        try (Passphrase words = Passphrase.of(WORDS.toCharArray())) {
            String secret = clinic.clinic().login().login(LEAVER, words);
            return clinic.clinic().login().resume(secret).orElseThrow();
        }
    }

    private static List<CaseId> cases(LineClinic clinic, StaffSession session) throws Failure {
        return clinic.clinic().desk().queue(session).stream().map(QueueRow::id).toList();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }
}
