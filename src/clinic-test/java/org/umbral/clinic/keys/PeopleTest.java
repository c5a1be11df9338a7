package org.umbral.clinic.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.StaffedClinic;

class PeopleTest {
    private static final String NEW = "Nadia Ficticia";
    private static final String FAR = "192.0.2.9";

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession founder;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        founder = clinic.session();
    }

    @AfterEach
    void close() {
        founder.close();
        clinic.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PARALEGAL,false,staff",
        "PARALEGAL,true,staff sponsor",
        "ATTORNEY,false,staff sponsor attorney",
        "STEWARD,true,staff",
        "COORDINATOR,true,''"
    })
    void whoWasInvitedLogsInWithTheKeysOfTheRoleAndNoOther(Role role, boolean sponsors, String keys) throws Failure {
        clinic.hire(NEW, role, sponsors);
        try (StaffSession session = clinic.session(NEW)) {
            assertThat(session.name()).isEqualTo(NEW);
            assertThat(session.role()).isEqualTo(role);
            assertThat(held(session.ring())).isEqualTo(keys);
            assertThat(session.ring().identities().keySet())
                    .isEqualTo(role.readsCases() ? founder.ring().identities().keySet() : Set.of());
            assertThat(session.ring().bunch().holds(Set.of(Wraps.RING))).isEqualTo(role.readsCases());
        }
    }

    @Test
    void aCodeIsGoodForOnePersonAndForTwoDays() throws Failure {
        String code = invite(Role.PARALEGAL);
        join(code.toLowerCase(Locale.ROOT).replace("-", " "), NEW);
        refused("code-used-up", () -> join(code, "Otra Ficticia"));
        String late = invite(Role.PARALEGAL);
        clinic.clock.move(Duration.ofHours(48));
        refused("code-used-up", () -> join(late, "Otra Ficticia"));
        assertThat(clinic.people.invitations(founder)).isEmpty();
    }

    @Test
    void aWithdrawnInvitationIsGoodForNobody() throws Failure {
        String code = invite(Role.STEWARD);
        clinic.people.withdraw(
                founder, clinic.people.invitations(founder).get(0).id());
        refused("code-used-up", () -> join(code, NEW));
    }

    @Test
    void wrongCodesHaveToWaitLongerAndLongerAndARightOneDoesNot() throws Failure {
        String code = invite(Role.PARALEGAL);
        String wrong = code.substring(0, 18) + (code.endsWith("0") ? "1" : "0");
        refused("code-used-up", () -> join(wrong, NEW));
        refused("code-used-up", () -> join("nonsense", NEW));
        refused("code-used-up", () -> join(wrong, NEW));
        refused("login-delayed", () -> join("nonsense", NEW));
        clinic.clock.move(Duration.ofSeconds(6));
        refused("code-used-up", () -> join("nonsense", NEW));
        refused("login-delayed", () -> join("nonsense", NEW));
        join(code, NEW);
    }

    @Test
    void aNameThatIsTakenCostsNoCode() throws Failure {
        String code = invite(Role.PARALEGAL);
        refused("name-taken", () -> join(code, StaffedClinic.STAFF));
        refused("name-missing", () -> join(code, " "));
        refused("passphrase-too-short", () -> join(code, NEW, "short"));
        join(code, NEW);
    }

    @Test
    void twoAttorneysWhoEndEachOtherLeaveOne() throws Failure {
        clinic.hire(NEW, Role.ATTORNEY, false);
        try (StaffSession other = clinic.session(NEW)) {
            AtomicBoolean ended = new AtomicBoolean();
            Clock between = new Clock() {
                @Override
                public long millis() {
                    if (!ended.getAndSet(true)) {
                        endFounder(other);
                    }
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
            };
            People late =
                    Keys.people(clinic.store.state(), clinic.store.database(), clinic.audit, between, clinic.random);
            refused("last-attorney", () -> late.end(founder, other.staff()));
            assertThat(clinic.people.list(other))
                    .filteredOn(person -> person.ended().isEmpty())
                    .extracting(People.Person::id)
                    .containsExactly(other.staff());
        }
    }

    private void endFounder(StaffSession other) {
        try {
            clinic.people.end(other, founder.staff());
        } catch (Failure e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRoleIsGivenOnlyByWhoHoldsItsKeys() throws Failure {
        clinic.hire("Carmen Ficticia", Role.COORDINATOR, false);
        clinic.hire("Pablo Ficticio", Role.PARALEGAL, false);
        clinic.hire("Sara Ficticia", Role.STEWARD, false);
        try (StaffSession coordinator = clinic.session("Carmen Ficticia");
                StaffSession paralegal = clinic.session("Pablo Ficticio");
                StaffSession steward = clinic.session("Sara Ficticia")) {
            assertThat(clinic.people.mayGive(founder)).containsExactly(Role.values());
            assertThat(clinic.people.mayGive(coordinator)).containsExactly(Role.COORDINATOR);
            assertThat(clinic.people.mayGive(paralegal)).isEmpty();
            assertThat(clinic.people.mayGive(steward)).containsExactly(Role.COORDINATOR, Role.PARALEGAL, Role.STEWARD);
            refused("not-your-role", () -> clinic.people.invite(coordinator, NEW, Role.PARALEGAL, false));
            refused("not-your-role", () -> clinic.people.invite(steward, NEW, Role.ATTORNEY, false));
            refused("not-your-role", () -> clinic.people.invite(steward, NEW, Role.PARALEGAL, true));
            refused("not-your-role", () -> clinic.people.invite(paralegal, NEW, Role.COORDINATOR, false));
            refused("not-your-role", () -> clinic.people.list(paralegal));
            refused("not-your-role", () -> clinic.people.end(paralegal, founder.staff()));
            refused("not-your-role", () -> clinic.people.beginKeys(steward));
            assertThat(clinic.people.list(coordinator))
                    .extracting(People.Person::name)
                    .containsExactlyInAnyOrder(
                            StaffedClinic.STAFF, "Carmen Ficticia", "Pablo Ficticio", "Sara Ficticia");
        }
    }

    @Test
    void whoIsEndedIsOutAtOnceAndTheirNameIsFree() throws Failure {
        clinic.hire(NEW, Role.COORDINATOR, false);
        String cookie = clinic.login.login(NEW, words(StaffedClinic.PASSPHRASE));
        String id = person(NEW).id();
        clinic.people.end(founder, id);
        assertThat(clinic.login.resume(cookie)).isEmpty();
        refused("wrong-login", () -> clinic.session(NEW));
        assertThat(person(NEW).ended()).isPresent();
        assertThat(clinic.people.keysAreDue()).isFalse();
        refused("no-such-person", () -> clinic.people.end(founder, id));
        clinic.hire(NEW, Role.COORDINATOR, false);
        assertThat(clinic.people.list(founder)).hasSize(3);
    }

    @Test
    void theLastAttorneyStays() {
        refused("last-attorney", () -> clinic.people.end(founder, founder.staff()));
    }

    @Test
    void theInvitationsOfALeaverAreWithdrawn() throws Failure {
        clinic.hire(NEW, Role.COORDINATOR, false);
        try (StaffSession leaver = clinic.session(NEW)) {
            String code = clinic.people.invite(leaver, "Otra Ficticia", Role.COORDINATOR, false);
            clinic.people.end(founder, leaver.staff());
            refused("code-used-up", () -> join(code, "Otra Ficticia"));
        }
    }

    @Test
    void neitherCodesNorNamesAreOnTheDisk() throws Exception {
        String code = invite(Role.ATTORNEY);
        join(invite(Role.PARALEGAL), NEW);
        String secret = code.substring(5).replace("-", "");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(code, secret, NEW, "Nadia");
            }
        }
    }

    @Test
    void aPersonSeesTheirSessionsAndEndsThemAll() throws Failure {
        String other = clinic.cookie();
        assertThat(clinic.people.sessions(founder)).hasSize(2);
        clinic.people.logOutEverywhere(founder);
        assertThat(clinic.login.resume(other)).isEmpty();
        assertThat(clinic.login.anyoneLoggedIn()).isFalse();
    }

    @Test
    void aPublicKeyThatWasChangedOnTheServerIsGivenNoKeys() throws Failure {
        clinic.hire(NEW, Role.PARALEGAL, false);
        clinic.store
                .database()
                .transaction(handle -> handle.createUpdate("update staff set sealing_key ="
                                + " (select sealing_key from staff where role = 'ATTORNEY') where role = 'PARALEGAL'")
                        .execute());
        refused("stored-keys-damaged", () -> clinic.people.beginKeys(founder));
    }

    @Test
    void aRoleThatWasRaisedOnTheServerIsGivenNoKeys() throws Failure {
        clinic.hire(NEW, Role.COORDINATOR, false);
        clinic.store
                .database()
                .transaction(
                        handle -> handle.createUpdate("update staff set role = 'ATTORNEY' where role = 'COORDINATOR'")
                                .execute());
        refused("stored-keys-damaged", () -> clinic.people.beginKeys(founder));
    }

    @Test
    void newKeysAreRefusedWhereSomebodyJoinedSinceTheSheetWasMade() throws Failure {
        SetUp.RecoverySheet sheet = clinic.people.beginKeys(founder);
        clinic.hire(NEW, Role.PARALEGAL, false);
        refused("sheet-differs", () -> clinic.people.finishKeys(founder, List.of("a", "b", "c")));
        refused("people-changed", () -> clinic.people.finishKeys(founder, typed(sheet)));
        refused("keys-not-begun", () -> clinic.people.finishKeys(founder, typed(sheet)));
    }

    @Test
    void newKeysReachThoseWhoAreThereAndThoseWhoAreNotAlsoTwice() throws Failure {
        clinic.hire(NEW, Role.PARALEGAL, true);
        clinic.hire("Carmen Ficticia", Role.COORDINATOR, false);
        clinic.hire("Pablo Ficticio", Role.PARALEGAL, false);
        String there = clinic.login.login(NEW, words(StaffedClinic.PASSPHRASE));
        byte[] before = founder.ring().staffKey().seal(new byte[] {1}, new byte[0]);
        String stale = invite(Role.PARALEGAL);
        clinic.people.end(founder, person("Pablo Ficticio").id());
        assertThat(clinic.people.keysAreDue()).isTrue();
        clinic.people.finishKeys(founder, typed(clinic.people.beginKeys(founder)));
        assertThat(clinic.people.keysAreDue()).isFalse();
        refused("code-used-up", () -> join(stale, "Tarde Ficticia"));
        byte[] between;
        try (StaffSession again = clinic.session()) {
            between = again.ring().staffKey().seal(new byte[] {2}, new byte[0]);
            clinic.people.finishKeys(again, typed(clinic.people.beginKeys(again)));
        }
        try (StaffSession paralegal = clinic.login.resume(there).orElseThrow();
                StaffSession attorney = clinic.session();
                StaffSession coordinator = clinic.session("Carmen Ficticia")) {
            assertThat(held(paralegal.ring())).isEqualTo("staff sponsor");
            assertThat(paralegal.ring().identities().keySet()).containsExactly(1, 2, 3);
            assertThat(paralegal.ring().staffKey().open(before, new byte[0])).containsExactly(1);
            assertThat(paralegal.ring().staffKey().open(between, new byte[0])).containsExactly(2);
            byte[] now = attorney.ring().staffKey().seal(new byte[] {3}, new byte[0]);
            assertThat(paralegal.ring().staffKey().open(now, new byte[0])).containsExactly(3);
            assertThatThrownBy(() -> founder.ring().staffKey().open(now, new byte[0]))
                    .extracting(e -> ((Failure) e).reason())
                    .isEqualTo("sealed-value-damaged");
            assertThat(clinic.people.list(coordinator))
                    .extracting(People.Person::name)
                    .contains(NEW, "Carmen Ficticia", "Pablo Ficticio");
            assertThat(coordinator.ring().identities()).isEmpty();
        }
    }

    @Test
    void aPermissionThatIsGivenCountsFromTheNextLogin() throws Failure {
        clinic.hire(NEW, Role.PARALEGAL, false);
        String old = clinic.login.login(NEW, words(StaffedClinic.PASSPHRASE));
        clinic.people.permitSponsors(founder, person(NEW).id(), true);
        assertThat(clinic.login.resume(old)).isEmpty();
        assertThat(person(NEW).readsSponsors()).isTrue();
        assertThat(clinic.people.keysAreDue()).isFalse();
        byte[] sealed = sponsorKey(founder).seal(new byte[] {1}, new byte[0]);
        try (StaffSession next = clinic.session(NEW)) {
            assertThat(held(next.ring())).isEqualTo("staff sponsor");
            assertThat(sponsorKey(next).open(sealed, new byte[0])).containsExactly(1);
        }
        clinic.people.permitSponsors(founder, person(NEW).id(), true);
        clinic.people.finishKeys(founder, typed(clinic.people.beginKeys(founder)));
        try (StaffSession renewed = clinic.session(NEW)) {
            assertThat(held(renewed.ring())).isEqualTo("staff sponsor");
        }
        assertThat(permissionRows()).containsExactly("SPONSOR_PERMISSION_GIVEN");
        assertThat(clinic.audit.verify()).isZero();
    }

    @Test
    void aPermissionThatIsTakenOpensNothingAndNewKeysAreDueForWhatComesLater() throws Failure {
        clinic.hire(NEW, Role.PARALEGAL, true);
        StaffSession old = clinic.session(NEW);
        clinic.people.permitSponsors(founder, person(NEW).id(), false);
        try (StaffSession next = clinic.session(NEW)) {
            assertThat(held(next.ring())).isEqualTo("staff");
        }
        List<String> whose = clinic.store
                .database()
                .read(handle -> handle.createQuery("select staff from staff_keys where name = 'data-sponsor'")
                        .mapTo(String.class)
                        .list());
        assertThat(whose).containsExactly(founder.staff());
        assertThat(clinic.people.keysAreDue()).isTrue();
        clinic.people.finishKeys(founder, typed(clinic.people.beginKeys(founder)));
        assertThat(clinic.people.keysAreDue()).isFalse();
        try (old;
                StaffSession attorney = clinic.session();
                StaffSession next = clinic.session(NEW)) {
            byte[] later = sponsorKey(attorney).seal(new byte[] {1}, new byte[0]);
            assertThat(held(next.ring())).isEqualTo("staff");
            refused("sealed-value-damaged", () -> sponsorKey(old).open(later, new byte[0]));
        }
        assertThat(permissionRows()).containsExactly("SPONSOR_PERMISSION_TAKEN");
    }

    @Test
    void aPermissionThatIsTakenBeforeNewKeysWereTakenOverIsGoneToo() throws Failure {
        clinic.hire(NEW, Role.PARALEGAL, true);
        clinic.people.finishKeys(founder, typed(clinic.people.beginKeys(founder)));
        try (StaffSession attorney = clinic.session()) {
            clinic.people.permitSponsors(attorney, person(NEW).id(), false);
        }
        try (StaffSession next = clinic.session(NEW)) {
            assertThat(held(next.ring())).isEqualTo("staff");
            assertThat(next.ring().identities().keySet()).containsExactly(1, 2);
        }
    }

    @Test
    void onlyAnAttorneyGivesItToAParalegalWhoIsHere() throws Failure {
        clinic.hire(NEW, Role.PARALEGAL, true);
        clinic.hire("Carmen Ficticia", Role.COORDINATOR, false);
        clinic.hire("Sara Ficticia", Role.STEWARD, false);
        for (String name : List.of(NEW, "Carmen Ficticia", "Sara Ficticia")) {
            try (StaffSession other = clinic.session(name)) {
                refused(
                        "not-your-role",
                        () -> clinic.people.permitSponsors(other, person(NEW).id(), true));
            }
        }
        for (String none : List.of(person("Carmen Ficticia").id(), founder.staff(), "nobody")) {
            refused("no-such-person", () -> clinic.people.permitSponsors(founder, none, true));
        }
        SetUp.RecoverySheet sheet = clinic.people.beginKeys(founder);
        clinic.people.permitSponsors(founder, person(NEW).id(), false);
        refused("keys-not-begun", () -> clinic.people.finishKeys(founder, typed(sheet)));
    }

    private static AesKey sponsorKey(StaffSession session) {
        return session.ring().dataKey(Audience.SPONSOR).orElseThrow();
    }

    private List<String> permissionRows() throws Failure {
        return clinic.store
                .database()
                .read(handle -> handle.createQuery("select action from audit where action like 'SPONSOR_PERMISSION%'")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void theFounderOfAClinicFromBeforeThereWerePeopleIsMadeCompleteOnce() throws Failure {
        byte[] name = founder.ring()
                .staffKey()
                .seal(StaffedClinic.STAFF.getBytes(StandardCharsets.UTF_8), Wraps.namePlace(founder.staff()));
        clinic.store.database().transaction(handle -> {
            handle.execute("delete from staff_keys where name = 'people'");
            return handle.createUpdate(
                            "update staff set name = :name, sealing_key = '', opening_key = null, vouched = null")
                    .bind("name", name)
                    .execute();
        });
        try (StaffSession first = clinic.session();
                StaffSession second = clinic.session()) {
            assertThat(second.name()).isEqualTo(StaffedClinic.STAFF);
            byte[] sealed = first.ring().peopleKey().seal(new byte[] {1}, new byte[0]);
            assertThat(second.ring().peopleKey().open(sealed, new byte[0])).containsExactly(1);
            clinic.people.finishKeys(second, typed(clinic.people.beginKeys(second)));
        }
        try (StaffSession after = clinic.session()) {
            assertThat(after.ring().identities().keySet()).containsExactly(1, 2);
        }
    }

    @Test
    void everythingIsInTheAudit() throws Failure {
        clinic.hire(NEW, Role.PARALEGAL, false);
        clinic.people.end(founder, person(NEW).id());
        clinic.people.finishKeys(founder, typed(clinic.people.beginKeys(founder)));
        clinic.people.logOutEverywhere(founder);
        List<String> actions = clinic.store
                .database()
                .read(handle -> handle.createQuery("select action from audit")
                        .mapTo(String.class)
                        .list());
        assertThat(actions)
                .containsSubsequence(
                        "STAFF_INVITED", "STAFF_JOINED", "STAFF_ENDED", "KEYS_RENEWED", "LOGGED_OUT_EVERYWHERE");
        assertThat(clinic.audit.verify()).isZero();
    }

    private String invite(Role role) throws Failure {
        return clinic.people.invite(founder, "para la lista", role, false);
    }

    private void join(String code, String name) throws Failure {
        join(code, name, StaffedClinic.PASSPHRASE);
    }

    private void join(String code, String name, String passphrase) throws Failure {
        try (Passphrase words = words(passphrase)) {
            clinic.people.join(code, name, words, FAR);
        }
    }

    private People.Person person(String name) throws Failure {
        return clinic.people.list(founder).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> typed(SetUp.RecoverySheet sheet) {
        return sheet.asked().stream()
                .map(place -> sheet.checkWords().get(place - 1))
                .toList();
    }

    private static String held(KeyRing ring) {
        return String.join(
                " ",
                Stream.of(Audience.values())
                        .filter(audience -> ring.dataKey(audience).isPresent())
                        .map(Audience::wireName)
                        .toList());
    }

    private static Passphrase words(String text) {
        return Passphrase.of(text.toCharArray());
    }

    private static void refused(String reason, ThrowingCallable call) {
        assertThatThrownBy(call).extracting(e -> ((Failure) e).reason()).isEqualTo(reason);
    }
}
