package org.umbral.clinic.tables;

import java.util.ArrayList;
import java.util.List;
import org.umbral.shared.AskThePerson;

/** Rows of three columns out of RFC 4180 text; space around a value and empty lines do not count. */
final class Csv {
    private static final List<String> COLUMNS = List.of("name", "place", "office");
    private static final int MOST_ROWS = 2_500;
    private static final int LONGEST = 160;

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();

    private Csv() {}

    static List<List<String>> read(String text) throws AskThePerson {
        Csv csv = new Csv();
        csv.parse(text);
        if (csv.rows.isEmpty() || !csv.rows.get(0).equals(COLUMNS)) {
            throw new AskThePerson("table-columns");
        }
        List<List<String>> rows =
                csv.rows.subList(1, csv.rows.size()).stream().distinct().toList();
        if (rows.isEmpty()) {
            throw new AskThePerson("table-empty");
        }
        if (rows.size() > MOST_ROWS) {
            throw new AskThePerson("table-too-large");
        }
        for (List<String> one : rows) {
            boolean fits = one.size() == COLUMNS.size()
                    && !one.get(0).isEmpty()
                    && one.stream().allMatch(part -> part.length() <= LONGEST);
            if (!fits) {
                throw new AskThePerson("table-columns");
            }
        }
        return rows;
    }

    private void parse(String text) {
        boolean quoted = false;
        String all = text.startsWith("\ufeff") ? text.substring(1) : text;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < all.length() && all.charAt(i + 1) == '"';
                if (doubled) {
                    value.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                endValue();
            } else if (c == '\n' && !quoted) {
                endRow();
            } else {
                value.append(c == '\n' || c == '\r' ? ' ' : c);
            }
        }
        endRow();
    }

    private void endValue() {
        row.add(value.toString().strip());
        value.setLength(0);
    }

    private void endRow() {
        endValue();
        if (row.stream().anyMatch(part -> !part.isEmpty())) {
            rows.add(List.copyOf(row));
        }
        row = new ArrayList<>();
    }
}
