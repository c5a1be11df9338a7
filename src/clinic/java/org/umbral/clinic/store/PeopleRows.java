package org.umbral.clinic.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.store.StaffRows.PersonsKey;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/** Who works here and who did, and what of it changes in one step. Times are milliseconds since 1970. Thread-safe. */
public final class PeopleRows {
    private static final String KEYS_DUE = "keys-due";

    private final Database database;

    public PeopleRows(Database database) {
        this.database = database;
    }

    /** @param name sealed under the key of names */
    public record Person(
            String id,
            String role,
            boolean readsSponsors,
            byte[] name,
            long joinedAt,
            @Nullable Long lastLogin,
            @Nullable Long endedAt) {}

    /** Those who are here first, each in the order in which they joined. */
    public List<Person> list() throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select id, role, reads_sponsors, name, joined_at, last_login,"
                                + " ended_at from staff order by ended_at is not null, joined_at, id")
                .map((row, context) -> new Person(
                        row.getString("id"),
                        row.getString("role"),
                        row.getBoolean("reads_sponsors"),
                        row.getBytes("name"),
                        row.getLong("joined_at"),
                        row.getObject("last_login") == null ? null : row.getLong("last_login"),
                        row.getObject("ended_at") == null ? null : row.getLong("ended_at")))
                .list());
    }

    public void loggedIn(String staff, long now) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("update staff set last_login = :now where id = :id")
                .bind("now", now)
                .bind("id", staff)
                .execute());
    }

    /** A member from a version before people: its public key, and everything else that was sealed anew. */
    public void complete(StaffRows.Member member, List<PersonsKey> keys) throws TryAgain {
        database.transaction(handle -> {
            handle.createUpdate("delete from staff_keys where staff = :id")
                    .bind("id", member.id())
                    .execute();
            keys.forEach(key -> StaffRows.put(handle, key));
            return handle.createUpdate("update staff set name = :name, sealing_key = :sealingKey,"
                            + " opening_key = :openingKey, vouched = :vouched where id = :id")
                    .bindMethods(member)
                    .execute();
        });
    }

    /**
     * Ends a person's access: sessions, keys and open invitations of theirs go at once, and the name is free.
     *
     * @param keysDue whether new keys have to be made for those who stay
     * @param lastStays whether it is {@code AskThePerson("last-attorney")} where nobody else of the same role is here
     * @return whether the person was here
     */
    public boolean end(String staff, long now, boolean keysDue, boolean lastStays) throws AskThePerson, TryAgain {
        return database.transaction(handle -> {
            int ended = handle.createUpdate("update staff set ended_at = :now, wrapped = '', opening_key = null,"
                            + " vouched = null, login_hash = 'ended|' || id where id = :id and ended_at is null")
                    .bind("now", now)
                    .bind("id", staff)
                    .execute();
            if (ended == 0) {
                return false;
            }
            if (lastStays && !othersOfTheRole(handle, staff)) {
                throw new AskThePerson("last-attorney");
            }
            for (String table : List.of("sessions", "staff_keys", "staff_gifts")) {
                handle.createUpdate("delete from " + table + " where staff = :id")
                        .bind("id", staff)
                        .execute();
            }
            handle.createUpdate("delete from staff_invitations where made_by = :id")
                    .bind("id", staff)
                    .execute();
            if (keysDue) {
                keysAreDue(handle, now);
            }
            return true;
        });
    }

    private static boolean othersOfTheRole(Handle handle, String staff) {
        return handle.createQuery("select count(*) from staff where ended_at is null and id <> :id"
                                + " and role = (select role from staff where id = :id)")
                        .bind("id", staff)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Whether somebody who read cases or sponsors no longer does since the keys were made. */
    public boolean keysAreDue() throws TryAgain {
        return database.read(handle -> ClinicState.value(handle, KEYS_DUE))
                .filter(since -> !since.isEmpty())
                .isPresent();
    }

    static void keysAreDue(Handle handle, long now) {
        ClinicState.set(handle, KEYS_DUE, Long.toString(now));
    }

    static void keysWereMade(Handle handle) {
        ClinicState.set(handle, KEYS_DUE, "");
    }
}
