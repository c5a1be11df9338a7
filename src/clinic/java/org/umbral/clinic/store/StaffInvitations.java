package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.clinic.store.StaffRows.PersonsKey;
import org.umbral.shared.TryAgain;

/**
 * Roles that wait for somebody to take them with a one-time code. Life: made → used by one person, withdrawn or run out;
 * then the row is gone. Thread-safe.
 */
public final class StaffInvitations {
    private static final String ALL =
            "select id, locator, role, name, wrapped, gift, made_by, made_at, expires_at from staff_invitations ";
    private static final RowMapper<Open> OPEN = (row, context) -> new Open(
            row.getString("id"),
            row.getString("locator"),
            row.getString("role"),
            row.getBytes("name"),
            row.getString("wrapped"),
            row.getBytes("gift"),
            row.getString("made_by"),
            row.getLong("made_at"),
            row.getLong("expires_at"));

    private final Database database;

    public StaffInvitations(Database database) {
        this.database = database;
    }

    /** @param locator the part of the code that names the row */
    public record Open(
            String id,
            String locator,
            String role,
            byte[] name,
            String wrapped,
            byte[] gift,
            String madeBy,
            long madeAt,
            long expiresAt) {
        @Override
        public String toString() {
            return "StaffInvitations.Open";
        }
    }

    public void add(Open invitation) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("insert into staff_invitations"
                        + " (id, locator, role, name, wrapped, gift, made_by, made_at, expires_at)"
                        + " values (:id, :locator, :role, :name, :wrapped, :gift, :madeBy, :madeAt, :expiresAt)")
                .bindMethods(invitation)
                .execute());
    }

    /** Newest first; those that ran out are gone, with the keys in them. */
    public List<Open> list(long now) throws TryAgain {
        deleteExpired(now);
        return database.read(handle ->
                handle.createQuery(ALL + "order by made_at desc, id").map(OPEN).list());
    }

    public Optional<Open> find(String locator, long now) throws TryAgain {
        return database.read(handle -> handle.createQuery(ALL + "where locator = :locator and expires_at > :now")
                .bind("locator", locator)
                .bind("now", now)
                .map(OPEN)
                .findOne());
    }

    /** Whether it was there. */
    public boolean delete(String id) throws TryAgain {
        return database.transaction(handle -> handle.createUpdate("delete from staff_invitations where id = :id")
                        .bind("id", id)
                        .execute())
                > 0;
    }

    public void deleteExpired(long now) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("delete from staff_invitations where expires_at <= :now")
                .bind("now", now)
                .execute());
    }

    /** What became of a try to join. */
    public enum Joined {
        YES,
        CODE_USED_UP,
        NAME_TAKEN
    }

    /** Uses the invitation up and writes the member, both or nothing, once also when several come at once. */
    public Joined join(String invitation, Member member, List<PersonsKey> keys) throws TryAgain {
        return database.transaction(handle -> {
            boolean taken = handle.createQuery("select count(*) from staff where login_hash = :hash")
                            .bind("hash", member.loginHash())
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (taken) {
                return Joined.NAME_TAKEN;
            }
            int used = handle.createUpdate("delete from staff_invitations where id = :id")
                    .bind("id", invitation)
                    .execute();
            if (used == 0) {
                return Joined.CODE_USED_UP;
            }
            StaffRows.put(handle, member);
            keys.forEach(key -> StaffRows.put(handle, key));
            return Joined.YES;
        });
    }
}
