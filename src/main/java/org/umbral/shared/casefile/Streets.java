package org.umbral.shared.casefile;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whether an address has a street, which lets somebody live there, or only a box for mail (domain notes §4.5). */
public final class Streets {
    private static final Pattern BOX = Pattern.compile(
            "(?i)\\b(p\\.?\\s*o\\.?\\s*box|post\\s*office\\s*box|apartado(\\s+postal)?|apdo\\.?|casilla(\\s+postal)?)\\b");

    private Streets() {}

    /** Neither empty nor a box. */
    public static boolean isStreet(Value address) {
        return address.isAnswer() && !street(address).orElse("").isBlank() && !isBox(address);
    }

    /** A box for mail, in English or Spanish, stands where the street is. */
    public static boolean isBox(Value address) {
        return street(address).filter(street -> BOX.matcher(street).find()).isPresent();
    }

    /** Told in one piece, an address is its street. */
    private static Optional<String> street(Value address) {
        return address.part("street").or(address::asText);
    }
}
