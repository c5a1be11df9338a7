package org.umbral.clinic.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.SetUp.RecoverySheet;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/**
 * The clinic's staff: who joins, who leaves, and the keys that follow (design §4). Who may not do something is told {@code
 * AskThePerson("not-your-role")}. Everything that changes anything is audited here. Thread-safe.
 */
public interface People {
    /** Those who are here first, then those who left. For all but paralegals. */
    List<Person> list(StaffSession session) throws AskThePerson, TryAgain;

    /** Those who are here and read cases, by name; for everybody who reads cases, so that work can be given to somebody. */
    List<Colleague> colleagues(StaffSession session) throws AskThePerson, TryAgain;

    /** Invitations that wait, newest first. For all but paralegals. */
    List<Invited> invitations(StaffSession session) throws AskThePerson, TryAgain;

    /** The roles that this person may give: those of which they hold every key themselves. */
    List<Role> mayGive(StaffSession session);

    /**
     * Makes an invitation, good for 48 hours, with the keys of the role under its code.
     *
     * @param name for the list only; the newcomer chooses their own. {@code AskThePerson("name-missing")}
     * @param readsSponsors a paralegal's permission
     * @return the code, which is not kept anywhere
     */
    String invite(StaffSession session, String name, Role role, boolean readsSponsors) throws AskThePerson, TryAgain;

    /** Nothing where it is gone already. */
    void withdraw(StaffSession session, String invitation) throws AskThePerson, TryAgain;

    /**
     * Makes the newcomer a member, once. {@code AskThePerson} with {@code code-used-up} where the code is unknown, used,
     * withdrawn or run out alike, {@code name-missing}, {@code passphrase-too-short}, {@code name-taken}, {@code
     * login-delayed} after several wrong codes.
     *
     * @param sender the network address, for counting wrong codes in memory only
     */
    void join(String code, String name, Passphrase passphrase, String sender) throws AskThePerson, TryAgain;

    /**
     * Ends a person's access now: their sessions, keys and invitations. {@code AskThePerson("last-attorney")} where nobody
     * would hold every key any more, {@code no-such-person}.
     */
    void end(StaffSession session, String staff) throws AskThePerson, TryAgain;

    /**
     * Gives a paralegal who is here the permission to read sponsors, or takes it; an attorney's, who hold that key. The
     * person's sessions end, and it counts from their next login. Where it was taken, new keys are due: what the person
     * copied before opens nothing that is written under them. Nothing where it is so already. {@code AskThePerson} with
     * {@code no-such-person}, {@code people-changed}.
     */
    void permitSponsors(StaffSession session, String staff, boolean readsSponsors) throws AskThePerson, TryAgain;

    /** Whether somebody who read cases has left, or sponsors no longer, since the keys were made. */
    boolean keysAreDue() throws TryAgain;

    /**
     * Makes a new ring key, identity and data keys, which are used only after {@link #finishKeys}. For attorneys.
     *
     * @return the recovery sheet of the new identity; those of earlier ones are still needed for earlier mail
     */
    RecoverySheet beginKeys(StaffSession session) throws AskThePerson, TryAgain;

    /**
     * Puts them in use, in one step, and withdraws every invitation. {@code AskThePerson} with {@code sheet-differs},
     * {@code keys-not-begun} where the sheet is of an earlier start, {@code people-changed} where somebody joined or left
     * since.
     */
    void finishKeys(StaffSession session, List<String> wordsTypedBack) throws AskThePerson, TryAgain;

    /** This person's own sessions, newest first. */
    List<Seat> sessions(StaffSession session) throws TryAgain;

    /** Ends all of this person's sessions, this one too. */
    void logOutEverywhere(StaffSession session) throws TryAgain;

    /** @param ended when access ended; empty for those who are here */
    record Person(
            String id,
            String name,
            Role role,
            boolean readsSponsors,
            Instant joined,
            Optional<Instant> lastLogin,
            Optional<Instant> ended) {}

    record Colleague(String id, String name, Role role) {}

    record Invited(String id, String name, Role role, Instant made, Instant expires) {}

    /** One place where somebody is logged in. */
    record Seat(Instant since, Instant used) {}
}
