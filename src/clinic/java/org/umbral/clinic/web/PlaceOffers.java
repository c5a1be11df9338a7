package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.envelope.Documents;

/** Places of the clinic's tables that a form offers; another one is kept as it was typed. */
record PlaceOffers(Tables tables) {
    private static final Map<String, List<String>> TABLES_OF = Map.of(
            "DET-02", List.of(Tables.FACILITIES),
            "DET-03", List.of(Tables.OFFICES),
            "LET-03", List.of(Tables.OFFICES),
            "BOR-04", List.of(Tables.PORTS),
            "DET-09A", List.of(Tables.PORTS),
            "REQ-02A", List.of(Tables.OFFICES, Tables.PORTS));

    /** By field; of fields that are no places, nothing. */
    Map<String, List<String>> of(StaffSession session, List<Field> fields) throws Failure {
        Map<String, List<String>> offers = new HashMap<>();
        for (Field field : fields) {
            List<String> places = new ArrayList<>();
            for (String name : TABLES_OF.getOrDefault(field.id(), List.of())) {
                tables.find(session, name).map(Documents.Table::rows).orElse(List.of()).stream()
                        .map(PlaceOffers::said)
                        .forEach(places::add);
            }
            if (!places.isEmpty()) {
                offers.put(field.id(), List.copyOf(places));
            }
        }
        return offers;
    }

    private static String said(List<String> row) {
        return row.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
