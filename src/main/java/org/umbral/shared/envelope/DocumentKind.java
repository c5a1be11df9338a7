package org.umbral.shared.envelope;

import java.util.Locale;
import java.util.Optional;

/** Everything that the clinic signs (design §4, §5). Kinds are never reused. */
public enum DocumentKind {
    /** The clinic's name, limits, receipt key: what {@code GET /v1/clinic} shows. */
    CLINIC,
    /** A receipt; the one kind that the receipt key signs. */
    RECEIPT,
    /** A case was opened by staff, and when. */
    OPENED,
    /** Staff ask the worker who captured the case. */
    QUESTION,
    /** An entry by staff that the phone folds like its own. */
    SETTLEMENT,
    /** A backup holds everything up to a position. */
    BACKUP_MARK,
    /** How long a phone keeps readable and sealed copies. */
    POLICY,
    CATALOGUE,
    /** A reference table such as facilities or ports. */
    TABLE,
    /** The clinic's next age identity. */
    IDENTITY,
    /** The next signing key, vouched for by the one before. */
    SIGNING_KEY,
    RECEIPT_KEY,
    /** The TLS keys that phones accept. */
    TLS_KEYS,
    /** A case that the phone has to erase. */
    ERASE,
    /** Whether the clinic may already know the person of a case: a flag, and nothing of the other case. */
    MAY_KNOW;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DocumentKind> ofWireName(String name) {
        for (DocumentKind kind : values()) {
            if (kind.wireName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
