package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.wire.Invitation;
import org.umbral.testing.Colleagues;
import org.umbral.testing.StaffedClinic;

class RolesTest {
    private static final CaseId SOME = new CaseId("AAAAAAAAAAAAAAAAAAAAAA");

    @TempDir
    Path folder;

    private StaffedClinic clinic;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void eachRoleHoldsItsDataKeysAndNoOther() throws Failure {
        assertThat(keys(Colleagues.at(clinic, Role.PARALEGAL))).isEqualTo("staff");
        assertThat(keys(Colleagues.withSponsors(clinic))).isEqualTo("staff sponsor");
        assertThat(keys(Colleagues.at(clinic, Role.ATTORNEY))).isEqualTo("staff sponsor attorney");
        assertThat(keys(Colleagues.at(clinic, Role.STEWARD))).isEqualTo("staff");
        assertThat(keys(Colleagues.at(clinic, Role.COORDINATOR))).isEmpty();
    }

    @Test
    void everyDoorOfTheDeskIsShutToACoordinator() throws Failure {
        try (StaffSession coordinator = Colleagues.at(clinic, Role.COORDINATOR)) {
            assertThat(coordinator.ring().identities()).isEmpty();
            refused(() -> clinic.desk.queue(coordinator));
            refused(() -> clinic.desk.open(coordinator, SOME));
            refused(() -> clinic.desk.photo(coordinator, SOME, Sha256.ofText("a"), new ByteArrayOutputStream()));
            refused(() -> clinic.desk.ask(coordinator, SOME, "?", Optional.empty()));
            refused(() -> clinic.desk.quarantine(coordinator));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyInvitesPhonesAndReadsTheWorkersNames(Role role) throws Failure {
        try (StaffSession attorney = clinic.session();
                StaffSession session = Colleagues.of(attorney, role, false)) {
            Invitation theirs = clinic.phones.invite(session, "Berta Ficticia");
            Invitation attorneys = clinic.phones.invite(attorney, "Omar Ficticio");
            assertThat(theirs.identity()).isEqualTo(attorneys.identity());
            assertThat(theirs.signingPrint()).isEqualTo(attorneys.signingPrint());
            assertThat(clinic.phones.list(session))
                    .extracting(phone -> phone.worker())
                    .containsExactlyInAnyOrder("Berta Ficticia", "Omar Ficticio");
        }
    }

    private static String keys(StaffSession session) {
        try (session) {
            StringBuilder held = new StringBuilder();
            for (Audience audience : Audience.values()) {
                if (session.ring().dataKey(audience).isPresent()) {
                    held.append(held.isEmpty() ? "" : " ").append(audience.wireName());
                }
            }
            return held.toString();
        }
    }

    private static void refused(ThrowingCallable door) {
        assertThatThrownBy(door).extracting(e -> ((Failure) e).reason()).isEqualTo("not-your-role");
    }
}
