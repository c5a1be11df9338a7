package org.umbral.clinic.store;

import java.util.HashMap;
import java.util.Map;
import org.umbral.shared.TryAgain;

/** What attorneys said of the clinic's rules: rows that are only added, signed and sealed by the caller. Thread-safe. */
public final class RuleRows {
    private final Database database;

    public RuleRows(Database database) {
        this.database = database;
    }

    /**
     * @param document what was said, by whom and when, without a name
     * @param name sealed
     */
    public record Row(String rule, String document, byte[] signature, byte[] name) {
        @Override
        public String toString() {
            return "Row[" + rule + "]";
        }
    }

    /** With its row of the audit: both or none. */
    public void add(Row row, AuditRows.Next audited) throws TryAgain {
        database.transaction(handle -> {
            handle.createUpdate("insert into rule_words (seq, rule, document, signature, name)"
                            + " select coalesce(max(seq), 0) + 1, :rule, :document, :signature, :name from rule_words")
                    .bindMethods(row)
                    .execute();
            return AuditRows.append(handle, audited);
        });
    }

    /** The last of each rule. */
    public Map<String, Row> last() throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select rule, document, signature, name from rule_words order by seq")
                .reduceRows(new HashMap<>(), (all, row) -> {
                    String rule = row.getColumn("rule", String.class);
                    all.put(
                            rule,
                            new Row(
                                    rule,
                                    row.getColumn("document", String.class),
                                    row.getColumn("signature", byte[].class),
                                    row.getColumn("name", byte[].class)));
                    return all;
                }));
    }
}
