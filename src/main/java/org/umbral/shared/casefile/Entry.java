package org.umbral.shared.casefile;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Sha256;

/**
 * What one author changed in one sitting. Immutable; the case is the set of its entries (design §3).
 *
 * @param clinic id of the clinic that it is for
 * @param catalogue version of the field catalogue that it was written with
 * @param sequence from 1, counted for each author device, case and audience
 * @param previous hash of the JSON of the entry before in that count; null for the first
 * @param heard when the author heard it; null where it is the time of typing
 * @param typed by the author's clock; shown, never used to order
 */
public record Entry(
        EntryId id,
        String clinic,
        CaseId caseId,
        String catalogue,
        Audience audience,
        Author author,
        int sequence,
        @Nullable Sha256 previous,
        @Nullable OffsetDateTime heard,
        OffsetDateTime typed,
        HowKnown known,
        List<Write> writes) {
    /** More would not fit into an envelope. */
    public static final int MAX_WRITES = 4096;

    public Entry {
        writes = List.copyOf(writes);
        if (writes.size() > MAX_WRITES || sequence < 1 || (sequence == 1) != (previous == null)) {
            throw new IllegalArgumentException("an entry has at most 4096 writes and a whole chain");
        }
    }

    public WriteId writeId(int place) {
        return new WriteId(id, place);
    }

    /** The same with other writes in place of its own. */
    public Entry with(List<Write> others) {
        return new Entry(
                id, clinic, caseId, catalogue, audience, author, sequence, previous, heard, typed, known, others);
    }

    public Optional<OffsetDateTime> whenHeard() {
        return Optional.ofNullable(heard);
    }

    @Override
    public String toString() {
        return "Entry[" + id + "]";
    }
}
