package org.umbral.shared.catalogue;

import java.util.List;

/**
 * Codes of countries (ISO 3166-1 alpha-3 and the additions of ICAO Doc 9303) and languages (BCP 47) that both ends offer to choose
 * from, beside those that Java lists. Names are in the catalogue's words.
 */
public final class PlaceCodes {
    /** Met most often; shown before all others. */
    public static final List<String> COUNTRIES_FIRST =
            List.of("MEX", "GTM", "HND", "SLV", "HTI", "VEN", "CUB", "NIC", "COL", "ECU", "AFG", "UKR", "RUS");

    /** Not among Java's: Kosovo, and what stands in papers of stateless people and refugees. */
    public static final List<String> COUNTRIES_MORE = List.of("XKX", "XXA", "XXB", "XXC", "XXX");

    /** Met most often; shown before all others. */
    public static final List<String> LANGUAGES_FIRST =
            List.of("es", "en", "ht", "mam", "quc", "kek", "pt", "fr", "uk", "ru", "fa-AF", "ps", "ar");

    /** Languages without a two-letter code that people speak here. */
    public static final List<String> LANGUAGES_MORE = List.of(
            "acr", "agu", "amu", "ase", "bal", "cab", "cac", "cak", "ckb", "ctu", "haz", "ixl", "jac", "jam", "kea",
            "kek", "kjb", "kmr", "mam", "mau", "maz", "mfs", "miq", "mix", "mop", "mxp", "nah", "ote", "pap", "poh",
            "quc", "quz", "qvi", "rmy", "tar", "tcf", "tsz", "tzh", "tzj", "tzo", "yua", "zap");

    private PlaceCodes() {}
}
