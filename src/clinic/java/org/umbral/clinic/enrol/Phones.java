package org.umbral.clinic.enrol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Invitation;

/** The phones of a clinic, for staff. Every call is audited by the caller. Thread-safe. */
public interface Phones {
    /**
     * Makes a one-time invitation, good for 48 hours.
     *
     * @param worker the name of the person it is for, kept sealed; {@code AskThePerson("name-missing")} where blank
     */
    Invitation invite(StaffSession session, String worker) throws AskThePerson, TryAgain;

    List<Phone> list(StaffSession session) throws TryAgain;

    /** Refuses the phone's token from now on, not its mail: what it sealed counts once it has joined again. */
    void revoke(StaffSession session, String device) throws TryAgain;

    /**
     * One phone, or an invitation that nobody used yet.
     *
     * @param device id; empty for an invitation
     * @param shortCode of its signing key, to compare over the telephone
     */
    record Phone(
            String device, String worker, State state, Instant since, Optional<Instant> lastHeard, String shortCode) {}

    /** Life: {@code INVITED} until the code was used or ran out ({@code EXPIRED}), then {@code JOINED} until {@code REVOKED}. */
    enum State {
        INVITED,
        EXPIRED,
        JOINED,
        REVOKED
    }
}
