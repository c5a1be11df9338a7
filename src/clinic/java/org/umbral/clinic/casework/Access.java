package org.umbral.clinic.casework;

import java.util.EnumSet;
import java.util.Set;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.catalogue.Field;

/**
 * What a session reads, by the keys that it holds, and writes, by what its role may enter (design §4, §6).
 *
 * @param isShut whether the case's story waits for its conflict check
 */
public record Access(StaffSession.Role role, Set<Audience> audiences, boolean isShut) {
    public Access {
        audiences = Set.copyOf(audiences);
    }

    public Access(StaffSession.Role role, Set<Audience> audiences) {
        this(role, audiences, false);
    }

    /** To this case: without its story while its conflict check is not clear ({@link Narrative}). */
    public static Access of(StaffSession session, CaseFile file) {
        Access whole = of(session);
        return new Access(whole.role, whole.audiences, Narrative.isShut(session.role(), file));
    }

    private static Access of(StaffSession session) {
        EnumSet<Audience> held = EnumSet.noneOf(Audience.class);
        for (Audience audience : Audience.values()) {
            if (session.ring().dataKey(SealedCases.keyOf(audience)).isPresent()) {
                held.add(audience);
            }
        }
        return new Access(session.role(), held);
    }

    public boolean mayRead(Field field) {
        return audiences.contains(field.readBy()) && !(isShut && Narrative.isOf(field));
    }

    public boolean mayEnter(Field field) {
        return mayRead(field) && field.enters().contains(letter());
    }

    /** As the catalogue names it; a coordinator enters nothing. */
    private String letter() {
        return switch (role) {
            case PARALEGAL -> "K";
            case ATTORNEY -> "A";
            case STEWARD -> "S";
            case COORDINATOR -> "";
        };
    }
}
