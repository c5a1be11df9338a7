package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.StaffRows;
import org.umbral.shared.secret.Argon2Cost;

/** Makes set-up, login and people for one clinic. */
public final class Keys {
    private Keys() {}

    /**
     * @param cost asked once, for the first passphrase
     */
    public static SetUp setUp(
            Database database, Supplier<Argon2Cost> cost, Audit audit, Clock clock, SecureRandom random) {
        Founder founder = new Founder(cost, clock, random);
        return new FirstSetUp(new StaffRows(database), founder, audit, clock, random);
    }

    /** @param atLogin what is done with the ring of each new session, before it begins */
    public static Login login(Database database, AtLogin atLogin, Audit audit, Clock clock, SecureRandom random) {
        return new StaffLogin(database, atLogin, audit, clock, random);
    }

    public static People people(ClinicState state, Database database, Audit audit, Clock clock, SecureRandom random) {
        return new StaffPeople(database, () -> state.get(StaffRows.NAME).orElse(""), audit, clock, random);
    }
}
