package org.umbral.browser;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.umbral.clinic.health.Health;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.SampleClinic;

/** How the server does: well, badly, and after a restore. */
final class ServerStates {
    private ServerStates() {}

    /** The visitor is logged in. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.login.role(Role.ATTORNEY);
        look.accept("server", visitor.open(clinic.url("/server")));
        clinic.health.hurts();
        look.accept("server-hurts", visitor.open(clinic.url("/server")));
        look.accept("queue-server-hurts", visitor.open(clinic.url("/queue")));
        clinic.health.restored(
                SampleClinic.NOW.minus(Duration.ofHours(2)),
                new Health.Lost("phone-olga-0", 4_300, "2026-11-20T21:00:00Z", SampleClinic.NOW),
                new Health.Lost("phone-not-known", 1_400_300, "2026-11-20T21:05:00Z", SampleClinic.NOW));
        look.accept("server-restored", visitor.open(clinic.url("/server")));
    }
}
