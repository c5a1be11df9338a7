package org.umbral.shared.catalogue;

import java.util.regex.Pattern;
import org.umbral.shared.casefile.Value;

/** Whether an address has a street: what lets somebody live there (domain notes §4.5). */
final class Streets {
    private static final Pattern BOX =
            Pattern.compile("\\bP\\.?\\s*O\\.?\\s*Box|\\bApartado\\s+postal", Pattern.CASE_INSENSITIVE);

    private Streets() {}

    static boolean isStreet(Value address) {
        String street = address.json().isObject()
                ? address.json().path("street").asText()
                : address.asText().orElse("");
        return address.isAnswer() && !street.isBlank() && !BOX.matcher(street).find();
    }
}
