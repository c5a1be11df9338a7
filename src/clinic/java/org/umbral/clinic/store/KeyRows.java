package org.umbral.clinic.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.umbral.clinic.store.StaffRows.PersonsKey;
import org.umbral.clinic.store.StaffRows.RingKey;
import org.umbral.shared.TryAgain;

/** Keys that replace others (design §4, a leaver). Nothing here opens without a passphrase. Thread-safe. */
public final class KeyRows {
    private final Database database;

    public KeyRows(Database database) {
        this.database = database;
    }

    /** New keys for somebody who was not there, sealed to the person's public key; taken over in the order of numbers. */
    public record Gift(String staff, long number, byte[] sealed) {}

    /** A key that was replaced, sealed under the key of the same name that came next. */
    public record OlderKey(String name, int number, byte[] sealed) {}

    /** What was vouched for, sealed under a new key. */
    public record Vouched(String staff, byte[] sealed) {}

    /**
     * Everything that new keys change, to be written at once.
     *
     * @param ringKeys every numbered key, under the new ring key
     * @param gifts one for everybody who stays
     */
    public record Renewal(List<RingKey> ringKeys, List<OlderKey> olderKeys, List<Gift> gifts, List<Vouched> vouched) {}

    /**
     * A person's permission to read sponsors, given or taken.
     *
     * @param before the person's row that it was made for
     * @param now milliseconds since 1970, from when new keys are due where it is taken
     */
    public record Permission(StaffRows.Member before, boolean readsSponsors, byte[] vouched, Gift gift, long now) {}

    public List<OlderKey> olderKeys() throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select name, number, sealed from older_keys order by name, number desc")
                        .map((row, context) ->
                                new OlderKey(row.getString("name"), row.getInt("number"), row.getBytes("sealed")))
                        .list());
    }

    public List<Gift> gifts(String staff) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select staff, number, sealed from staff_gifts where staff = :staff order by number")
                .bind("staff", staff)
                .map((row, context) -> new Gift(row.getString("staff"), row.getLong("number"), row.getBytes("sealed")))
                .list());
    }

    /** A number that no gift had before and that is greater than theirs. */
    public long nextGift() throws TryAgain {
        return database.transaction(handle -> ClinicState.next(handle, "staff-gift"));
    }

    /** Puts what gifts held in the place of the person's keys; nothing where another request did so before. */
    public void takeOver(String staff, long upTo, List<PersonsKey> keys) throws TryAgain {
        database.transaction(handle -> {
            boolean waits =
                    handle.createQuery("select count(*) from staff_gifts where staff = :staff and number = :upTo")
                                    .bind("staff", staff)
                                    .bind("upTo", upTo)
                                    .mapTo(Integer.class)
                                    .one()
                            > 0;
            if (waits) {
                handle.createUpdate("delete from staff_keys where staff = :staff")
                        .bind("staff", staff)
                        .execute();
                keys.forEach(key -> StaffRows.put(handle, key));
                handle.createUpdate("delete from staff_gifts where staff = :staff and number <= :upTo")
                        .bind("staff", staff)
                        .bind("upTo", upTo)
                        .execute();
            }
            return waits;
        });
    }

    /** False, and nothing written, where people or keys are no longer those that it was made for. */
    public boolean renew(Renewal renewal) throws TryAgain {
        return database.transaction(handle -> {
            if (!fits(handle, renewal)) {
                return false;
            }
            handle.createUpdate("delete from ring_keys").execute();
            renewal.ringKeys().forEach(key -> StaffRows.put(handle, key));
            renewal.olderKeys().forEach(key -> put(handle, key));
            renewal.gifts().forEach(gift -> put(handle, gift));
            renewal.vouched()
                    .forEach(one -> handle.createUpdate("update staff set vouched = :sealed where id = :staff")
                            .bindMethods(one)
                            .execute());
            handle.createUpdate("delete from staff_invitations").execute();
            PeopleRows.keysWereMade(handle);
            return true;
        });
    }

    /**
     * With the keys that go with it; the person's sessions end, so that it counts from their next login. False, and nothing
     * written, where the person's row is no longer the one that it was made for.
     */
    public boolean permit(Permission permission) throws TryAgain {
        String person = permission.before().id();
        return database.transaction(handle -> {
            int changed = handle.createUpdate("update staff set reads_sponsors = :reads, vouched = :vouched"
                            + " where id = :id and ended_at is null and vouched = :before")
                    .bind("reads", permission.readsSponsors())
                    .bind("vouched", permission.vouched())
                    .bind("id", person)
                    .bind("before", permission.before().vouched())
                    .execute();
            if (changed == 0) {
                return false;
            }
            put(handle, permission.gift());
            handle.createUpdate("delete from sessions where staff = :id")
                    .bind("id", person)
                    .execute();
            if (!permission.readsSponsors()) {
                handle.createUpdate("delete from staff_keys where staff = :id and name = 'data-sponsor'")
                        .bind("id", person)
                        .execute();
                PeopleRows.keysAreDue(handle, permission.now());
            }
            return true;
        });
    }

    private static boolean fits(Handle handle, Renewal renewal) {
        Set<String> here =
                StaffRows.members(handle).stream().map(StaffRows.Member::id).collect(Collectors.toSet());
        Set<String> given = renewal.gifts().stream().map(Gift::staff).collect(Collectors.toSet());
        int keys = handle.createQuery("select count(*) from ring_keys")
                .mapTo(Integer.class)
                .one();
        return here.equals(given) && renewal.ringKeys().size() == keys + 1;
    }

    private static void put(Handle handle, OlderKey key) {
        handle.createUpdate("insert into older_keys (name, number, sealed) values (:name, :number, :sealed)")
                .bindMethods(key)
                .execute();
    }

    private static void put(Handle handle, Gift gift) {
        handle.createUpdate("insert into staff_gifts (staff, number, sealed) values (:staff, :number, :sealed)")
                .bindMethods(gift)
                .execute();
    }
}
