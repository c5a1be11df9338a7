package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.umbral.shared.Sha256;

/**
 * Names the last letter that a phone has read; opaque to phones. The print tells what stood at the position: where an older
 * copy of the store came back and nobody said so, another letter may have been given it since.
 *
 * @param position 0 before the first letter
 * @param print the beginning of the letter's SHA-256, hex; empty before the first letter
 */
record MailCursor(String epoch, long position, String print) {
    private static final int PRINT_CHARACTERS = 12;

    static MailCursor start(String epoch) {
        return new MailCursor(epoch, 0, "");
    }

    static String print(byte[] sealed) {
        return Sha256.of(sealed).hex().substring(0, PRINT_CHARACTERS);
    }

    /** Empty where we never gave it. */
    static Optional<MailCursor> read(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        try {
            return parts.size() == 3
                    ? Optional.of(new MailCursor(parts.get(0), Long.parseLong(parts.get(1)), parts.get(2)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String text() {
        return epoch + "." + position + "." + print;
    }
}
