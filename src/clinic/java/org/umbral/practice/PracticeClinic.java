package org.umbral.practice;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.Clinic;
import org.umbral.clinic.ClinicApp;
import org.umbral.clinic.ClinicSettings;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.wire.Invitation;

/**
 * A real clinic on this machine with made-up staff: its pages on plain loopback, its phones' side on TLS. Set up by the
 * same doors that a clinic uses, recovery words typed back included.
 */
public final class PracticeClinic implements AutoCloseable {
    public static final String STAFF = "Berta Ficticia";
    /** Good for practice only: it is printed. */
    public static final String PASSPHRASE = "puerta calma nube papel";

    private static final String WORKER = "Olga Ficticia";
    private static final String TELEPHONE = "+1 202 555 0100";
    private static final long PASSPHRASE_MILLIS = 300;

    private final ClinicApp app;

    private PracticeClinic(ClinicApp app) {
        this.app = app;
    }

    /** Opens and sets up a clinic in a folder that is empty. */
    public static PracticeClinic open(Path folder, ZoneId zone) throws Failure {
        ClinicApp app = ClinicApp.start(folder, ClinicSettings.practice(zone, PASSPHRASE_MILLIS), Optional.empty());
        PracticeClinic practice = new PracticeClinic(app);
        SetUp setUp = app.clinic().setUp();
        SetUp.RecoverySheet sheet = setUp.begin("Clínica Ficticia", TELEPHONE, STAFF, passphrase());
        List<String> typedBack = new ArrayList<>();
        sheet.asked().forEach(place -> typedBack.add(sheet.checkWords().get(place - 1)));
        setUp.finish(typedBack);
        return practice;
    }

    public Clinic clinic() {
        return app.clinic();
    }

    public URI pages() {
        return app.pagesAddress();
    }

    /** An invitation as staff make it, for the one phone of practice. */
    public Invitation invite() throws Failure {
        String session = logIn();
        try (StaffSession staff = staff(session)) {
            return clinic().phones().invite(staff, WORKER);
        } finally {
            clinic().login().logout(session);
        }
    }

    /** Logs the made-up staff member in; the caller logs out. */
    public String logIn() throws Failure {
        return clinic().login().login(STAFF, passphrase());
    }

    /** The session of a login; the caller closes. */
    public StaffSession staff(String session) throws Failure {
        return clinic().login().resume(session).orElseThrow(() -> new Bug("a session that was just begun lives"));
    }

    private static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.toCharArray());
    }

    @Override
    public void close() {
        app.close();
    }
}
