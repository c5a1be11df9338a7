package org.umbral.clinic.keys;

import java.util.Set;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.Audience;

/**
 * One logged-in member of staff in one request.
 *
 * @param staff id that stands in the audit and in entries
 * @param name as the person chose it; shown in pages only
 * @param seat names the login that it goes on from
 */
public record StaffSession(String staff, String name, Role role, KeyRing ring, String seat) implements AutoCloseable {
    /** Of no login in particular. */
    public StaffSession(String staff, String name, Role role, KeyRing ring) {
        this(staff, name, role, ring, "");
    }

    /** What a member of staff does (design §6), and the data keys that come with it. */
    public enum Role {
        COORDINATOR(Set.of()),
        PARALEGAL(Set.of(Audience.STAFF)),
        ATTORNEY(Set.of(Audience.STAFF, Audience.SPONSOR, Audience.ATTORNEY)),
        STEWARD(Set.of(Audience.STAFF));

        private final Set<Audience> dataKeys;

        Role(Set<Audience> dataKeys) {
            this.dataKeys = dataKeys;
        }

        /** Without the permission to read sponsors, which a paralegal may have beside it. */
        public Set<Audience> dataKeys() {
            return dataKeys;
        }

        public boolean readsCases() {
            return !dataKeys.isEmpty();
        }

        /** Whether the role works on cases: asks, answers, compares. */
        public boolean worksOnCases() {
            return this == PARALEGAL || this == ATTORNEY;
        }

        /** Whether the role sees that a case is there whose consent was withdrawn. */
        public boolean seesWithdrawn() {
            return this == ATTORNEY || this == STEWARD;
        }

        /** Whether the role invites people and ends their access. */
        public boolean managesPeople() {
            return this != PARALEGAL;
        }
    }

    /** {@code AskThePerson("not-your-role")} for a person who reads no cases. */
    public void requireReadsCases() throws AskThePerson {
        if (!role.readsCases() || !ring.readsCases()) {
            throw new AskThePerson("not-your-role");
        }
    }

    /** Wipes the ring: at the end of the request. */
    @Override
    public void close() {
        ring.close();
    }

    @Override
    public String toString() {
        return "StaffSession[" + staff + "]";
    }
}
