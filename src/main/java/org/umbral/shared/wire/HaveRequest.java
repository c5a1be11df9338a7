package org.umbral.shared.wire;

import java.util.List;
import org.umbral.shared.Bound;

/**
 * What does the clinic hold?
 *
 * @param hashes at most {@link Wire#MAX_HAVE}
 * @param cannotServe receipts of an earlier epoch whose bytes this phone no longer has: the gap that staff see
 */
@Bound
public record HaveRequest(List<String> hashes, List<Gone> cannotServe) {
    /** An envelope that was receipted and is on this phone no more. */
    @Bound
    public record Gone(String sha256, long size, String receivedAt) {}

    public HaveRequest {
        hashes = hashes == null ? List.of() : List.copyOf(hashes);
        cannotServe = cannotServe == null ? List.of() : List.copyOf(cannotServe);
    }
}
