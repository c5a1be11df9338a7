package org.umbral.shared.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;
import org.umbral.shared.envelope.SignedDocument;

/**
 * For each hash that was asked, in that order, what the clinic holds.
 *
 * @param epoch of the clinic's store now
 */
@Bound
public record HaveAnswer(String epoch, List<Held> items) {
    /**
     * One hash.
     *
     * @param bytes of a half upload that are on disk; 0 where it is unknown; the whole size with a receipt
     * @param receipt of the present epoch, where the envelope is whole
     */
    @Bound
    public record Held(String sha256, long bytes, @Nullable SignedDocument receipt) {}

    public HaveAnswer {
        items = List.copyOf(items);
    }
}
