package org.umbral.shared.casefile;

/** How the author came to know what an entry says (CAP-08 of the domain notes). */
public enum HowKnown {
    FACE_TO_FACE,
    VIDEO,
    PHONE_CALL,
    LETTER,
    FROM_PAPER_NOTES,
    RECALLED,
    THIRD_PARTY,
    /** Worked out or done at the clinic itself. */
    STAFF,
    /** Read off a paper or its photo; staff only. */
    SEEN_ON_DOCUMENT,
    /** Read off the machine-readable lines of a paper, character by character; staff only. */
    READ_FROM_MRZ,
    /** As a government office or its locator says; staff only. */
    GOVERNMENT_RECORD
}
