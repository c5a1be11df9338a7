package org.umbral.phone.sync;

import static org.umbral.phone.sync.LinkState.CLINIC_BUSY;
import static org.umbral.phone.sync.LinkState.CONNECTING;
import static org.umbral.phone.sync.LinkState.IDLE;
import static org.umbral.phone.sync.LinkState.NOT_JOINED;
import static org.umbral.phone.sync.LinkState.NOT_THE_CLINIC;
import static org.umbral.phone.sync.LinkState.NO_CONNECTION;
import static org.umbral.phone.sync.LinkState.REVOKED;
import static org.umbral.phone.sync.LinkState.SENDING;
import static org.umbral.phone.sync.LinkState.STORE_TROUBLE;
import static org.umbral.phone.sync.LinkState.SWITCHED_OFF;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.umbral.shared.Bug;

/** The life that {@link LinkState} tells, as a table. */
final class Transitions {
    private static final Set<LinkState> WAITING = EnumSet.of(NO_CONNECTION, NOT_THE_CLINIC, CLINIC_BUSY, STORE_TROUBLE);
    private static final Set<LinkState> ENDS_OF_A_TRY =
            EnumSet.of(IDLE, NO_CONNECTION, NOT_THE_CLINIC, CLINIC_BUSY, REVOKED, SWITCHED_OFF);

    private static final Map<LinkState, Set<LinkState>> AFTER = Map.of(
            NOT_JOINED, EnumSet.of(IDLE, CONNECTING, REVOKED, SWITCHED_OFF),
            IDLE, with(ENDS_OF_A_TRY, CONNECTING),
            CONNECTING, with(ENDS_OF_A_TRY, SENDING),
            SENDING, ENDS_OF_A_TRY,
            SWITCHED_OFF, EnumSet.of(NOT_JOINED, IDLE, CONNECTING, REVOKED),
            REVOKED, EnumSet.of(CONNECTING, IDLE));

    private Transitions() {}

    static void check(LinkState from, LinkState to) {
        if (!isLegal(from, to)) {
            throw new Bug("the carrying never goes from " + from + " to " + to);
        }
    }

    private static boolean isLegal(LinkState from, LinkState to) {
        if (to == STORE_TROUBLE) {
            return from != REVOKED;
        }
        if (WAITING.contains(from)) {
            boolean unread = from == STORE_TROUBLE && to == NOT_JOINED;
            return unread || to == CONNECTING || to == SWITCHED_OFF || to == REVOKED;
        }
        return AFTER.getOrDefault(from, Set.of()).contains(to);
    }

    /** From here a try begins as connecting, also when it only looks for mail. */
    static boolean needsConnecting(LinkState state) {
        return state != LinkState.IDLE && state != LinkState.CONNECTING;
    }

    private static Set<LinkState> with(Set<LinkState> states, LinkState more) {
        EnumSet<LinkState> all = EnumSet.copyOf(states);
        all.add(more);
        return all;
    }
}
