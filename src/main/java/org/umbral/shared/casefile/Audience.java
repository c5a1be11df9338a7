package org.umbral.shared.casefile;

import java.util.Locale;

/**
 * Who may read an entry, taken from its fields. A narrower one is read by fewer: what a phone may not see never reaches
 * it. A field's audience only ever narrows.
 */
public enum Audience {
    /** The worker who captured the case, and all staff who read cases. */
    PHONE,
    /** Staff who read cases. */
    STAFF,
    /** Staff with the sponsor permission. */
    SPONSOR,
    /** Attorneys, and staff to whom an attorney grants it. */
    ATTORNEY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Audience ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
