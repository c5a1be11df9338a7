package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.umbral.shared.TryAgain;

/** Members of staff and the wrapped keys (design §4). Nothing here opens without a passphrase. Thread-safe. */
public final class StaffRows {
    /** Names in the clinic's state, see {@link ClinicState#get}. */
    public static final String CLINIC = "clinic";

    public static final String NAME = "clinic-name";
    public static final String TELEPHONE = "emergency-telephone";

    private final Database database;

    public StaffRows(Database database) {
        this.database = database;
    }

    /**
     * @param loginHash names the person to the login without the name itself
     * @param name sealed under the staff key
     * @param wrapped the person's own key under the passphrase, JSON
     */
    public record Member(String id, String loginHash, String role, byte[] name, String wrapped) {}

    /** A key sealed under a person's own key. */
    public record PersonsKey(String staff, String name, byte[] sealed) {}

    /** A numbered key sealed under the ring key. */
    public record RingKey(String kind, int number, String publicKey, byte[] sealed) {}

    /** Everything that a set-up makes, to be written at once. */
    public record Founding(
            String clinic,
            String name,
            String emergencyTelephone,
            Member member,
            List<PersonsKey> personsKeys,
            List<RingKey> ringKeys) {}

    /** Writes a clinic in one transaction; false, and nothing written, where one stands already. */
    public boolean found(Founding founding) throws TryAgain {
        return database.transaction(handle -> {
            if (isFounded(handle)) {
                return false;
            }
            put(handle, founding.member());
            founding.personsKeys().forEach(key -> put(handle, key));
            founding.ringKeys().forEach(key -> put(handle, key));
            put(handle, CLINIC, founding.clinic());
            put(handle, NAME, founding.name());
            put(handle, TELEPHONE, founding.emergencyTelephone());
            return true;
        });
    }

    /** True once a set-up was finished. */
    public boolean isFounded() throws TryAgain {
        return database.read(StaffRows::isFounded);
    }

    public Optional<Member> byLogin(String loginHash) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select id, login_hash, role, name, wrapped from staff where login_hash = :hash")
                .bind("hash", loginHash)
                .map(MEMBER)
                .findOne());
    }

    /** The clinic's id; empty before set-up. */
    public Optional<String> clinic() throws TryAgain {
        return database.read(handle -> handle.createQuery("select value from clinic_state where name = :name")
                .bind("name", CLINIC)
                .mapTo(String.class)
                .findOne());
    }

    /** Some member, where there is one: a name that nobody has takes the same work. */
    public Optional<Member> anybody() throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select id, login_hash, role, name, wrapped from staff limit 1")
                        .map(MEMBER)
                        .findOne());
    }

    public Optional<Member> byId(String id) throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select id, login_hash, role, name, wrapped from staff where id = :id")
                        .bind("id", id)
                        .map(MEMBER)
                        .findOne());
    }

    public List<PersonsKey> personsKeys(String staff) throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select staff, name, sealed from staff_keys where staff = :staff")
                        .bind("staff", staff)
                        .map((row, context) ->
                                new PersonsKey(row.getString("staff"), row.getString("name"), row.getBytes("sealed")))
                        .list());
    }

    public List<RingKey> ringKeys() throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select kind, number, public_key, sealed from ring_keys order by number")
                        .map((row, context) -> new RingKey(
                                row.getString("kind"),
                                row.getInt("number"),
                                row.getString("public_key"),
                                row.getBytes("sealed")))
                        .list());
    }

    private static final RowMapper<Member> MEMBER = (row, context) -> new Member(
            row.getString("id"),
            row.getString("login_hash"),
            row.getString("role"),
            row.getBytes("name"),
            row.getString("wrapped"));

    private static boolean isFounded(Handle handle) {
        return handle.createQuery("select count(*) from staff")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void put(Handle handle, String name, String value) {
        handle.createUpdate("insert into clinic_state (name, value) values (:name, :value)")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }

    private static void put(Handle handle, Member member) {
        handle.createUpdate("insert into staff (id, login_hash, role, name, wrapped)"
                        + " values (:id, :loginHash, :role, :name, :wrapped)")
                .bindMethods(member)
                .execute();
    }

    private static void put(Handle handle, PersonsKey key) {
        handle.createUpdate("insert into staff_keys (staff, name, sealed) values (:staff, :name, :sealed)")
                .bindMethods(key)
                .execute();
    }

    private static void put(Handle handle, RingKey key) {
        handle.createUpdate("insert into ring_keys (kind, number, public_key, sealed)"
                        + " values (:kind, :number, :publicKey, :sealed)")
                .bindMethods(key)
                .execute();
    }
}
