package org.umbral.phone.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.umbral.shared.TryAgain;

/**
 * The file's shape, one list of statements a version ({@code PRAGMA user_version}). A version that was shipped is never
 * changed, only followed.
 *
 * <p>{@code vault_row} is all that is sealed under the vault key: outside the payload only random ids. The rest is the
 * outbox, which anybody who holds the phone may read (design §4): {@code mail.draft} is 0 for what may go, 1 for a draft
 * that a start cuts, 2 for a draft before consent, which nothing cuts.
 */
final class Schema {
    private static final List<String> FIRST = List.of(
            """
            create table fact (
                key text primary key,
                value text not null
            ) without rowid""",
            """
            create table mail (
                seq integer primary key autoincrement,
                name text not null unique,
                size integer not null,
                photo integer not null,
                emergency integer not null,
                grp text not null,
                tries integer not null default 0,
                day text not null,
                draft integer not null,
                refused text,
                bytes blob
            )""",
            "create index mail_by_group on mail (grp)",
            """
            create table receipt (
                name text primary key,
                size integer not null,
                epoch text not null,
                position integer not null,
                time text not null,
                filed text not null,
                document text not null
            ) without rowid""",
            """
            create table letter (
                seq integer primary key autoincrement,
                name text not null unique,
                state integer not null default 0,
                sealed blob
            )""",
            """
            create table capture (
                name text primary key,
                case_id text,
                item text,
                found text not null
            ) without rowid""",
            """
            create table vault_row (
                kind text not null,
                id text not null,
                parent text not null,
                version integer not null,
                sealed blob not null,
                primary key (kind, id)
            )""",
            "create index vault_row_by_parent on vault_row (kind, parent)");

    private static final List<String> DOCUMENTS_OF_THE_JOIN = List.of("""
            create table document (
                seq integer primary key autoincrement,
                signed text not null
            )""");

    /** {@code spare} is what the clinic can open of a capture, where there is one: it goes if the vault is destroyed. */
    private static final List<String> SPARE_CAPTURES =
            List.of("alter table capture add column spare text", "alter table capture add column spare_size integer");

    /** How long this phone had been delivering when the item was queued, in seconds: what fairness counts by. */
    private static final List<String> LINK_TIME =
            List.of("alter table mail add column link_time integer not null default 0");

    private static final List<List<String>> VERSIONS = List.of(FIRST, DOCUMENTS_OF_THE_JOIN, SPARE_CAPTURES, LINK_TIME);

    private Schema() {}

    /** {@code TryAgain("store-too-new")} where a newer app wrote the file. */
    static void migrate(Connection connection) throws SQLException, TryAgain {
        try (Statement statement = connection.createStatement()) {
            int version = statement.executeQuery("pragma user_version").getInt(1);
            if (version > VERSIONS.size()) {
                throw new TryAgain("store-too-new");
            }
            for (int next = version; next < VERSIONS.size(); next++) {
                statement.execute("begin immediate");
                for (String change : VERSIONS.get(next)) {
                    statement.execute(change);
                }
                statement.execute("pragma user_version = " + (next + 1));
                statement.execute("commit");
            }
        }
    }
}
