package org.umbral.shared.wire;

import java.util.List;
import org.umbral.shared.Bound;

/**
 * Sealed mail for one device, in the order of its positions.
 *
 * @param epoch of the clinic's store now; another one than before means: read from the start
 * @param cursor opaque; names the epoch and the last position of this page
 * @param more whether there is a next page now
 */
@Bound
public record MailPage(String epoch, String cursor, boolean more, List<Letter> letters) {
    /**
     * One sealed letter: an age file for the device's key, around one {@code SignedDocument} as JSON.
     *
     * @param sealed base64
     */
    @Bound
    public record Letter(long position, byte[] sealed) {}

    public MailPage {
        letters = List.copyOf(letters);
    }
}
