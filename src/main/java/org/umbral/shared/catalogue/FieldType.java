package org.umbral.shared.catalogue;

import org.umbral.shared.Bound;

/** How a field is asked and what its value looks like. A field's type never changes. */
@Bound
public enum FieldType {
    /** One line of text. */
    TEXT,
    /** Several lines of text. */
    LONG_TEXT,
    /** One code of {@code choices}. */
    CHOICE,
    /** Several codes of {@code choices}, at most {@code max} where it is given. */
    CHOICES,
    /** YES, NO or UNKNOWN; never preselected. */
    YES_NO_UNKNOWN,
    /** True once tapped. */
    FLAG,
    PARTIAL_DATE,
    /** A date and time with offset, RFC 3339. */
    MOMENT,
    /** ISO 3166-1 alpha-3 and the additions of ICAO. */
    COUNTRY,
    /** BCP 47. */
    LANGUAGE,
    TELEPHONE,
    EMAIL,
    /** Street, city, region, postal code and country as an object of texts; any part may be missing. */
    ADDRESS,
    /** Whole US dollars. */
    MONEY,
    /** Nine digits, shown as A000-000-000. */
    A_NUMBER,
    NUMBER,
    /** The id of an item of the group {@code of}. */
    REFERENCE,
    /** The ids of items of the group {@code of}, several. */
    REFERENCES,
    /** A photographed page. */
    PAGE,
    /** Which notice was shown, with version and language. */
    NOTICE,
    /** A case code. */
    CASE_CODE
}
