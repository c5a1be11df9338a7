package org.umbral.phone;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.umbral.phone.capture.Folded;
import org.umbral.phone.store.Change;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.envelope.Documents;

/** The clinic's tables of places, the newest of each name; what they hold is offered, never demanded. */
record PlaceTables(Shelf shelf) {
    private static final String KIND = "table";
    private static final int MOST = 4;
    private static final int SHORTEST = 2;

    /** Keeps it where it is newer than what is kept; an older one, or the same again, changes nothing. */
    void take(Documents.Table table, String text, Change change) throws Failure {
        if (table.name() == null || table.version() == null || table.rows() == null) {
            throw new GiveUp("not-our-format");
        }
        Optional<Documents.Table> held = held(table.name());
        if (held.isEmpty() || held.get().version().compareTo(table.version()) < 0) {
            change.put(KIND, table.name(), Shelf.TOP, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A few places whose words hold all that was typed; empty for fields that are no places. */
    List<String> offers(FieldId field, String typed) throws Failure {
        String wanted = folded(typed);
        Optional<Documents.Table> table = wanted.length() < SHORTEST ? Optional.empty() : held(tableOf(field));
        return table.stream()
                .flatMap(known -> known.rows().stream())
                .map(PlaceTables::said)
                .filter(said -> !said.equals(typed.strip()) && folded(said).contains(wanted))
                .limit(MOST)
                .toList();
    }

    private static String tableOf(FieldId field) {
        return switch (field.text()) {
            case "DET-02" -> "facilities";
            case "BOR-04", "DET-09A" -> "ports";
            case "LET-03" -> "offices";
            default -> "";
        };
    }

    private Optional<Documents.Table> held(String name) throws Failure {
        Optional<byte[]> row = name.isEmpty() ? Optional.empty() : shelf.store().row(shelf.vault(), KIND, name);
        return row.isEmpty() ? Optional.empty() : Optional.of(Json.read(row.get(), Documents.Table.class));
    }

    private static String said(List<String> row) {
        return String.join(", ", row.stream().filter(part -> !part.isBlank()).toList());
    }

    private static String folded(String text) {
        return Folded.spaced(text).strip();
    }
}
