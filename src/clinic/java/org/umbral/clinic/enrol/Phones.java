package org.umbral.clinic.enrol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Invitation;

/** The phones of a clinic, for staff. What changes something is audited. Thread-safe. */
public interface Phones {
    /**
     * Makes a one-time invitation, good for 48 hours.
     *
     * @param worker the name of the person it is for, kept sealed; {@code AskThePerson("name-missing")} where blank
     * @param telephone where to call that person if the phone is lost, kept sealed; may be blank
     */
    Invitation invite(StaffSession session, String worker, String telephone) throws AskThePerson, TryAgain;

    default Invitation invite(StaffSession session, String worker) throws AskThePerson, TryAgain {
        return invite(session, worker, "");
    }

    List<Phone> list(StaffSession session) throws TryAgain;

    /** Refuses the phone's token from now on, not its mail: what it sealed counts once it has joined again. */
    void revoke(StaffSession session, String device, Why why) throws TryAgain;

    /** What this phone last delivered; the newest case first. Ids, times and numbers only. */
    Delivered delivered(StaffSession session, String device) throws TryAgain;

    /** Keys that signed what was set aside, where only the key is in doubt. The oldest first. */
    List<Doubted> doubted(StaffSession session) throws TryAgain;

    /**
     * What the key signed counts from now on, and at once for who opens cases next.
     *
     * @param id of a {@link Doubted}; {@code AskThePerson("no-such-key")}
     * @param code as the worker read it from the phone; {@code AskThePerson("code-differs")} where it is of another key
     */
    void admit(StaffSession session, String id, String code) throws AskThePerson, TryAgain;

    /**
     * One phone, or an invitation that nobody used yet.
     *
     * @param device id; empty for an invitation
     * @param telephone of the worker; empty where nobody gave one
     * @param why where it is lost or ended; empty also where nobody said why
     * @param left what it had not delivered when it last spoke
     * @param shortCode of its signing key, to compare over the telephone
     */
    record Phone(
            String device,
            String worker,
            String telephone,
            State state,
            Instant since,
            Optional<Why> why,
            Optional<Instant> lastHeard,
            Optional<Left> left,
            String shortCode) {
        /** Whether its token is still good. */
        public boolean isJoined() {
            return state == State.JOINED;
        }
    }

    /** Cases and photos that a phone holds and the clinic does not, as the phone said at that time. */
    record Left(int cases, int photos, Instant at) {}

    /** @param receipt when it was last given a receipt; empty where never */
    record Delivered(Optional<Instant> receipt, List<CaseOf> cases) {}

    /**
     * A case that a phone wrote in.
     *
     * @param last when its words last came from that phone
     * @param photosMissing pages that the case names and that have not arrived
     */
    record CaseOf(String caseId, Instant last, int photosMissing) {}

    /**
     * A key that nobody has confirmed.
     *
     * @param id for {@link #admit}; no secret
     * @param worker whose phone the entries name; empty where the clinic does not know it
     * @param revoked whether that phone was shut out; else the key is new
     */
    record Doubted(
            String id, String worker, String telephone, boolean revoked, int envelopes, Instant first, Instant last) {}

    /**
     * Life: {@code INVITED} until the code was used or ran out ({@code EXPIRED}), then {@code JOINED} until staff shut it
     * out: {@code LOST} where somebody else may hold it, else {@code ENDED}.
     */
    enum State {
        INVITED,
        EXPIRED,
        JOINED,
        LOST,
        ENDED
    }

    /** Why a phone was shut out; stored by its name, which never changes. */
    enum Why {
        LOST(State.LOST),
        TAKEN(State.LOST),
        BROKEN(State.ENDED),
        JOINED_ANEW(State.ENDED),
        LEFT(State.ENDED);

        private final State state;

        Why(State state) {
            this.state = state;
        }

        State state() {
            return state;
        }
    }
}
