package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/** Which people of two cases staff say are one; sealed but for ids, state and times. Thread-safe. */
public final class JoinRows {
    private static final RowMapper<Row> ROW = (row, context) -> {
        long decided = row.getLong("decided_at");
        return new Row(
                row.getString("first_case"),
                row.getString("first_person"),
                row.getString("second_case"),
                row.getString("second_person"),
                row.getString("state"),
                row.getString("proposed_by"),
                row.getLong("proposed_at"),
                row.getString("decided_by"),
                decided == 0 ? null : decided,
                row.getBytes("sealed"));
    };

    private final Database database;

    public JoinRows(Database database) {
        this.database = database;
    }

    /** Two people of two cases, what became of the proposal, and its notes sealed. */
    public record Row(
            String firstCase,
            String firstPerson,
            String secondCase,
            String secondPerson,
            String state,
            String proposedBy,
            long proposedAt,
            @Nullable String decidedBy,
            @Nullable Long decidedAt,
            byte[] sealed) {}

    /** Pairs of cases, first and second. */
    public List<List<String>> casesIn(String state) throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select first_case, second_case from joins where state = :state")
                        .bind("state", state)
                        .map((row, context) -> List.of(row.getString("first_case"), row.getString("second_case")))
                        .list());
    }

    public List<Row> in(String state) throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select * from joins where state = :state order by proposed_at")
                        .bind("state", state)
                        .map(ROW)
                        .list());
    }

    public Optional<Row> find(LookalikeRows.Pair pair) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select * from joins where first_case = :firstCase and"
                                + " first_person = :firstPerson and second_case = :secondCase and second_person = :secondPerson")
                .bindMethods(pair)
                .map(ROW)
                .findOne());
    }

    /**
     * The row as it is now, with what staff wrote by it and their row of the audit: whole or not at all.
     * {@code AskThePerson("no-such-case")} where one of the two was erased meanwhile.
     */
    public void write(
            Row row, List<StaffEntryRows.Row> entries, List<CaseRows.Changed> changed, long now, AuditRows.Next audited)
            throws AskThePerson, TryAgain {
        database.transaction(handle -> {
            if (CaseRows.isGone(handle, row.firstCase()) || CaseRows.isGone(handle, row.secondCase())) {
                throw new AskThePerson("no-such-case");
            }
            put(handle, row);
            StaffEntryRows.write(handle, entries, changed, now);
            return AuditRows.append(handle, audited);
        });
    }

    private static void put(Handle handle, Row row) {
        handle.createUpdate("insert into joins (first_case, first_person, second_case, second_person, state,"
                        + " proposed_by, proposed_at, decided_by, decided_at, sealed) values (:firstCase, :firstPerson,"
                        + " :secondCase, :secondPerson, :state, :proposedBy, :proposedAt, :decidedBy, :decidedAt, :sealed)"
                        + " on conflict (first_case, first_person, second_case, second_person) do update set"
                        + " state = :state, proposed_by = :proposedBy, proposed_at = :proposedAt,"
                        + " decided_by = :decidedBy, decided_at = :decidedAt, sealed = :sealed")
                .bindMethods(row)
                .execute();
    }
}
