package org.umbral.clinic.keys;

/**
 * One logged-in member of staff in one request.
 *
 * @param staff id that stands in the audit and in entries
 * @param name as the person chose it; shown in pages only
 */
public record StaffSession(String staff, String name, Role role, KeyRing ring) implements AutoCloseable {
    /** What a member of staff does (design §6). Issue C brings more than the first. */
    public enum Role {
        COORDINATOR,
        PARALEGAL,
        ATTORNEY,
        STEWARD
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
