package org.umbral.clinic.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.umbral.shared.TryAgain;

/** What is compared of people, and who may be one person; sealed but for ids. Thread-safe. */
public final class LookalikeRows {
    private static final RowMapper<Pair> PAIR = (row, context) -> new Pair(
            row.getString("first_case"),
            row.getString("first_person"),
            row.getString("second_case"),
            row.getString("second_person"),
            row.getBoolean("different"),
            row.getBytes("sealed"));

    private final Database database;

    public LookalikeRows(Database database) {
        this.database = database;
    }

    /** The people of one case as they are compared, sealed. */
    public record MatchCard(String caseId, byte[] sealed) {}

    /** @param different staff found them to be two */
    public record Pair(
            String firstCase,
            String firstPerson,
            String secondCase,
            String secondPerson,
            boolean different,
            byte[] sealed) {
        /** Of the same two people. */
        public boolean isOf(Pair other) {
            return firstCase.equals(other.firstCase)
                    && firstPerson.equals(other.firstPerson)
                    && secondCase.equals(other.secondCase)
                    && secondPerson.equals(other.secondPerson);
        }
    }

    /** Cases that changed since their card was written, each with the stamp that its next card gets. */
    public Map<String, String> changed() throws TryAgain {
        return database.read(handle -> handle.createQuery("select c.id, c.position || '.' || c.changed_at as stamp"
                        + " from cases c left join match_cards m on m.case_id = c.id"
                        + " where m.stamp is null or m.stamp <> c.position || '.' || c.changed_at")
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(row.getColumn("id", String.class), row.getColumn("stamp", String.class));
                    return all;
                }));
    }

    public List<MatchCard> cards() throws TryAgain {
        return database.read(handle -> handle.createQuery("select case_id, sealed from match_cards")
                .map((row, context) -> new MatchCard(row.getString("case_id"), row.getBytes("sealed")))
                .list());
    }

    /** New cards, and all that was found around their cases in place of what was found before; what is different stays. */
    public void write(Map<String, String> stamps, Collection<MatchCard> cards, Collection<Pair> found) throws TryAgain {
        database.transaction(handle -> {
            // What was erased since they were compared stays away.
            Set<String> here = handle.createQuery("select id from cases")
                    .mapTo(String.class)
                    .set();
            for (MatchCard card : cards) {
                if (!here.contains(card.caseId())) {
                    continue;
                }
                handle.createUpdate("insert into match_cards (case_id, stamp, sealed) values (:case, :stamp, :sealed)"
                                + " on conflict (case_id) do update set stamp = :stamp, sealed = :sealed")
                        .bind("case", card.caseId())
                        .bind("stamp", stamps.get(card.caseId()))
                        .bind("sealed", card.sealed())
                        .execute();
                handle.execute(
                        "delete from lookalikes where not different and (first_case = ? or second_case = ?)",
                        card.caseId(),
                        card.caseId());
            }
            found.stream()
                    .filter(pair -> here.contains(pair.firstCase()) && here.contains(pair.secondCase()))
                    .forEach(pair -> put(handle, pair, "nothing"));
            return cards.size();
        });
    }

    public void different(Pair pair) throws TryAgain {
        database.transaction(handle -> put(handle, pair, "update set different = true"));
    }

    public List<Pair> of(String caseId) throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select * from lookalikes where first_case = :case or second_case = :case")
                        .bind("case", caseId)
                        .map(PAIR)
                        .list());
    }

    public List<Pair> all() throws TryAgain {
        return database.read(handle ->
                handle.createQuery("select * from lookalikes").map(PAIR).list());
    }

    private static int put(Handle handle, Pair pair, String otherwise) {
        return handle.createUpdate("insert into lookalikes (first_case, first_person, second_case, second_person,"
                        + " different, sealed) values (:firstCase, :firstPerson, :secondCase, :secondPerson, :different,"
                        + " :sealed) on conflict (first_case, first_person, second_case, second_person) do "
                        + otherwise)
                .bindMethods(pair)
                .execute();
    }
}
