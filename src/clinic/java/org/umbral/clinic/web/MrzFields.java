package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.mrz.Mrz;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** Which fields the lines could fill, each on a kind of item: person, citizenship, document. */
record MrzFields(Mrz mrz) {
    /** @param group {@code person}, {@code citizenship} or {@code document} */
    record Filling(String group, String field, Value value) {}

    List<Filling> all() {
        List<Filling> all = new ArrayList<>();
        text(all, "person", "PER-05", mrz.primary());
        text(all, "person", "PER-06", mrz.secondary());
        if (mrz.doubts().contains(Mrz.Doubt.ONE_NAME)) {
            text(all, "person", "PER-04", "YES");
        }
        date(all, "person", "PER-11", mrz.birth().value());
        text(all, "person", "PER-14", mrz.sex());
        text(all, "citizenship", "PER-18", country(mrz.nationality()));
        text(all, "document", "DOC-01", mrz.code().startsWith("P") ? "PASSPORT" : "NATIONAL_ID");
        text(all, "document", "DOC-02", country(mrz.issuer()));
        text(all, "document", "DOC-03", mrz.number());
        date(all, "document", "DOC-04A", mrz.expiry().value());
        text(all, "document", "DOC-05", name());
        date(all, "document", "DOC-06", mrz.birth().value());
        all.add(new Filling("document", "DOC-08", checks()));
        return all;
    }

    private Value checks() {
        return Value.choices(mrz.checks().stream()
                .map(check -> check.part() + (check.holds() ? "_HOLDS" : "_FAILS"))
                .toList());
    }

    private String name() {
        return mrz.secondary().isEmpty() ? mrz.primary() : mrz.primary() + ", " + mrz.secondary();
    }

    /** As ISO 3166 writes it, where ICAO writes it otherwise. */
    private static String country(String code) {
        return switch (code) {
            case "D" -> "DEU";
            case "RKS" -> "XKX";
            default -> code.matches("[A-Z]{3}") ? code : "";
        };
    }

    private static void text(List<Filling> all, String group, String field, String text) {
        if (!text.isEmpty()) {
            all.add(new Filling(group, field, Value.text(text)));
        }
    }

    private static void date(List<Filling> all, String group, String field, Optional<PartialDate> date) {
        date.ifPresent(known -> all.add(new Filling(group, field, known.toValue())));
    }
}
