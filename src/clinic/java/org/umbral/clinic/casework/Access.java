package org.umbral.clinic.casework;

import java.util.EnumSet;
import java.util.Set;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.catalogue.Field;

/**
 * What a session reads, by the keys that it holds and the sensitivity that its role reaches, and writes, by what its role may
 * enter (design §4, §6; domain notes §2.0).
 *
 * @param isShut whether the case's story waits for its conflict check
 * @param sponsors whether what sponsors said in confidence is open: for those with the permission, after they said why
 */
public record Access(StaffSession.Role role, Set<Audience> audiences, boolean isShut, boolean sponsors) {
    private static final String SPONSOR = "sponsor";
    /** How to reach a sponsor, which all who read cases need: name, organisation, telephone. */
    private static final Set<String> TO_REACH = Set.of("SPO-03", "SPO-03A", "SPO-05");
    /** What a data steward does not need: what could cost somebody liberty or life, and attorneys' work. */
    private static final Set<String> NOT_FOR_STEWARDS = Set.of("S3", "S4");

    public Access {
        audiences = Set.copyOf(audiences);
    }

    /** With sponsors apart; {@link Sponsors#access} says whether they are open. */
    public static Access of(StaffSession session) {
        EnumSet<Audience> held = EnumSet.noneOf(Audience.class);
        for (Audience audience : Audience.values()) {
            if (session.ring().dataKey(SealedCases.keyOf(audience)).isPresent()) {
                held.add(audience);
            }
        }
        return new Access(session.role(), held, false, false);
    }

    /** The same with sponsors open, where the session has the permission. */
    public Access withSponsors() {
        return new Access(role, audiences, isShut, mayOpenSponsors());
    }

    /** The same to this case: without its story while its conflict check is not clear ({@link Narrative}). */
    public Access to(CaseFile file) {
        return new Access(role, audiences, Narrative.isShut(role, file), sponsors);
    }

    public boolean mayOpenSponsors() {
        return audiences.contains(Audience.SPONSOR);
    }

    public boolean mayRead(Field field) {
        return audiences.contains(field.readBy())
                && !(isShut && Narrative.isOf(field))
                && (sponsors || !isApart(field))
                && isWithinRole(field);
    }

    /** Names, pictures and whatever has no field are read by those who work on cases. */
    public boolean readsNames() {
        return role != StaffSession.Role.STEWARD;
    }

    public boolean mayEnter(Field field) {
        return mayRead(field) && field.enters().contains(letter());
    }

    private static boolean isApart(Field field) {
        return field.readBy() == Audience.SPONSOR || field.group().equals(SPONSOR) && !TO_REACH.contains(field.id());
    }

    private boolean isWithinRole(Field field) {
        return readsNames() || !NOT_FOR_STEWARDS.contains(field.sensitivity());
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
