package org.umbral.clinic.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.Database;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.MovableClock;

class StaffKeysTest {
    private static final String WORDS = "fictitious passphrase";
    private final SecureRandom random = new SecureRandom();
    private final MovableClock clock = new MovableClock("2026-11-21T14:10:00Z");

    @TempDir
    Path folder;

    private Database database;
    private SetUp setUp;
    private Login login;

    @BeforeEach
    void open() throws Failure {
        database = Database.open(folder);
        Audit audit = new Audit(new AuditRows(database), clock);
        setUp = Keys.setUp(database, () -> Argon2Cost.LEAST, audit, clock, random);
        login = Keys.login(database, ring -> {}, audit, clock, random);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingIsSetUpBeforeWordsOfTheSheetWereTypedBack() throws Failure {
        SetUp.RecoverySheet sheet = begin();
        assertThat(setUp.isDone()).isFalse();
        assertThatThrownBy(() -> setUp.finish(List.of("one", "two", "three")))
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("sheet-differs");
        assertThat(setUp.isDone()).isFalse();
        finish(sheet);
        assertThat(setUp.isDone()).isTrue();
    }

    @Test
    void aSecondBeginMakesTheFirstSheetWorthless() throws Failure {
        SetUp.RecoverySheet first = begin();
        SetUp.RecoverySheet second = begin();
        assertThat(second.ageIdentity()).isNotEqualTo(first.ageIdentity());
        finish(second);
        try (StaffSession session = session()) {
            assertThat(new String(newest(session).encoded())).isEqualTo(second.ageIdentity());
        }
    }

    @Test
    void afterFinishNoSetUpBeginsAgain() throws Failure {
        finish(begin());
        assertThatThrownBy(this::begin).extracting(e -> ((Failure) e).reason()).isEqualTo("set-up-closed");
        assertThatThrownBy(() -> setUp.finish(List.of()))
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("set-up-closed");
    }

    @Test
    void aShortPassphraseIsRefusedBeforeAnyKeyIsMade() {
        assertThatThrownBy(() -> setUp.begin("Clinica Ficticia", "555-0101", "Berta", passphrase("short")))
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("passphrase-too-short");
    }

    @Test
    void theSheetsIdentityOpensWhatIsSealedToTheClinicAndItsWordsFollowFromIt() throws Failure {
        SetUp.RecoverySheet sheet = begin();
        finish(sheet);
        try (OpeningKey fromPaper = OpeningKey.parse(sheet.ageIdentity());
                StaffSession session = session()) {
            byte[] sealed = Age.seal(new byte[] {1, 2, 3}, newest(session).sealingKey());
            assertThat(Age.open(sealed, fromPaper)).containsExactly(1, 2, 3);
            assertThat(CheckWords.of(fromPaper.sealingKey()))
                    .isEqualTo(sheet.checkWords())
                    .hasSize(12);
            assertThat(sheet.asked()).hasSize(3).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void aLoginGivesTheWholeRingAndANameInAnyCase() throws Failure {
        finish(begin());
        try (StaffSession session = login.resume(login.login("  BERTA ficticia ", passphrase(WORDS)))
                .orElseThrow()) {
            assertThat(session.name()).isEqualTo("Berta FICTICIA");
            assertThat(session.ring().signingKeyNumber()).isEqualTo(1);
            assertThat(session.ring().dataKey(Audience.SPONSOR)).isPresent();
            assertThat(session.ring().dataKey(Audience.ATTORNEY)).isPresent();
            assertThat(session.ring().dataKey(Audience.PHONE)).isEmpty();
        }
    }

    @Test
    void aWrongPassphraseAndAnUnknownNameSayTheSame() throws Failure {
        finish(begin());
        assertThat(refusal("Berta FICTICIA", "another passphrase")).isEqualTo("wrong-login");
        assertThat(refusal("Nadie", WORDS)).isEqualTo("wrong-login");
        assertThat(login.anyoneLoggedIn()).isFalse();
    }

    @Test
    void afterThreeWrongTriesTheNextHasToWaitLongerAndLonger() throws Failure {
        finish(begin());
        for (int i = 0; i < 3; i++) {
            assertThat(refusal("Berta FICTICIA", "another passphrase")).isEqualTo("wrong-login");
        }
        assertThat(refusal("Berta FICTICIA", WORDS)).isEqualTo("login-delayed");
        clock.move(Duration.ofSeconds(6));
        assertThat(refusal("Berta FICTICIA", "another passphrase")).isEqualTo("wrong-login");
        clock.move(Duration.ofSeconds(6));
        assertThat(refusal("Berta FICTICIA", WORDS)).isEqualTo("login-delayed");
        clock.move(Duration.ofSeconds(6));
        assertThat(login.login("Berta FICTICIA", passphrase(WORDS))).isNotEmpty();
    }

    @Test
    void aSessionEndsByLogoutByRestAndAfterTwelveHours() throws Failure {
        finish(begin());
        String first = login.login("Berta FICTICIA", passphrase(WORDS));
        assertThat(isLive(first)).isTrue();
        login.logout(first);
        assertThat(login.resume(first)).isEmpty();

        String second = login.login("Berta FICTICIA", passphrase(WORDS));
        clock.move(Duration.ofMinutes(31));
        assertThat(login.resume(second)).isEmpty();
        assertThat(login.anyoneLoggedIn()).isFalse();

        String third = login.login("Berta FICTICIA", passphrase(WORDS));
        for (int i = 0; i < 35; i++) {
            clock.move(Duration.ofMinutes(20));
            login.resume(third).orElseThrow().ring().close();
        }
        assertThat(login.anyoneLoggedIn()).isTrue();
        clock.move(Duration.ofMinutes(21));
        assertThat(login.resume(third)).isEmpty();
    }

    private boolean isLive(String cookie) throws Failure {
        Optional<StaffSession> session = login.peek(cookie);
        session.ifPresent(StaffSession::close);
        return session.isPresent();
    }

    @Test
    void peekingAtASessionDoesNotRenewIt() throws Failure {
        finish(begin());
        String cookie = login.login("Berta FICTICIA", passphrase(WORDS));
        clock.move(Duration.ofMinutes(20));
        assertThat(isLive(cookie)).isTrue();
        clock.move(Duration.ofMinutes(11));
        assertThat(isLive(cookie)).isFalse();
    }

    @Test
    void aMadeUpCookieIsNoSession() throws Failure {
        finish(begin());
        assertThat(login.resume("not a cookie")).isEmpty();
        assertThat(login.resume("A".repeat(43))).isEmpty();
    }

    private StaffSession session() throws Failure {
        return login.resume(login.login("Berta FICTICIA", passphrase(WORDS))).orElseThrow();
    }

    private SetUp.RecoverySheet begin() throws Failure {
        return setUp.begin("Clinica Ficticia", "555-0101", "Berta FICTICIA", passphrase(WORDS));
    }

    private void finish(SetUp.RecoverySheet sheet) throws Failure {
        setUp.finish(sheet.asked().stream()
                .map(place -> " " + sheet.checkWords().get(place - 1).toUpperCase(Locale.ROOT))
                .toList());
    }

    private String refusal(String name, String passphrase) {
        try {
            login.login(name, passphrase(passphrase));
            return "none";
        } catch (Failure e) {
            return e.reason();
        }
    }

    private static OpeningKey newest(StaffSession session) {
        return session.ring().identities().values().stream().findFirst().orElseThrow();
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.of(text.toCharArray());
    }
}
