package org.umbral.clinic.casework;

import java.io.OutputStream;
import java.util.List;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.secret.SealingKey;

/**
 * How cases leave the clinic: on paper and as files. Each way out is audited before its first byte. {@code
 * AskThePerson} with {@code not-your-role} or {@code no-such-case} from everything here. Thread-safe.
 */
public interface WaysOut {
    /** For a print: whoever reads cases. */
    Leaf print(StaffSession session, CaseId id) throws AskThePerson, TryAgain;

    /** What a copy would hold and whether it may be made; for those who work on cases. Audited as opening the case. */
    Leaf look(StaffSession session, CaseId id) throws AskThePerson, TryAgain;

    /**
     * Begins a copy of one case. {@code AskThePerson} with {@code export-consent-missing} or {@code
     * export-consent-withdrawn}; a refused one is audited too.
     */
    Leaf export(StaffSession session, CaseId id, Leaving.Purpose purpose) throws AskThePerson, TryAgain;

    /** Every case, oldest first, for a copy of all of them; attorneys only, audited. */
    List<CaseId> exportAll(StaffSession session) throws AskThePerson, TryAgain;

    /** By what a case that was left out is named: its code, or its id where it has none. */
    String codeOf(StaffSession session, CaseId id) throws TryAgain;

    /** How many cases a copy of all of them would look at; attorneys only. */
    int countAll(StaffSession session) throws AskThePerson, TryAgain;

    /** Writes a photo of a case that is being copied, as {@link Desk#photo} does. */
    void photo(StaffSession session, Leaf leaf, Sha256 envelope, OutputStream out)
            throws AskThePerson, GiveUp, TryAgain;

    /**
     * Writes an envelope with its file key wrapped for {@code to} instead of the clinic; what is sealed stays as it
     * was. {@code GiveUp} where no key of the session opens it.
     */
    void envelope(StaffSession session, Sha256 envelope, SealingKey to, OutputStream out) throws GiveUp, TryAgain;

    /**
     * A case on its way out.
     *
     * @param page with what may not leave still in it: show only what {@code leaving} lets through
     * @param entries the envelopes of its entries that may go as they are
     * @param heldBack how many may not, for what they hold beside
     */
    record Leaf(Desk.CasePage page, Leaving leaving, List<Sha256> entries, int heldBack) {
        public Leaf {
            entries = List.copyOf(entries);
        }

        /** The cases that staff found to be this one, itself among them: a copy of all takes them once. */
        public List<CaseId> members() {
            return page.members();
        }
    }
}
