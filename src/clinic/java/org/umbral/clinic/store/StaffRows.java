package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;

/** Members of staff and the wrapped keys (design §4). Nothing here opens without a passphrase. Thread-safe. */
public final class StaffRows {
    /** Names in the clinic's state, see {@link ClinicState#get}. */
    public static final String CLINIC = "clinic";

    public static final String NAME = "clinic-name";
    public static final String TELEPHONE = "emergency-telephone";

    private static final String MEMBERS = "select id, login_hash, role, reads_sponsors, name, wrapped, sealing_key,"
            + " opening_key, vouched, joined_at from staff where ended_at is null";

    private final Database database;

    public StaffRows(Database database) {
        this.database = database;
    }

    /**
     * @param loginHash names the person to the login without the name itself
     * @param name sealed under the key of names
     * @param wrapped the person's own key under the passphrase, JSON
     * @param sealingKey the person's public key; empty where a version before people made the row
     * @param openingKey its secret half under the person's own key
     * @param vouched role and public key, sealed by whoever gave the role
     */
    public record Member(
            String id,
            String loginHash,
            String role,
            boolean readsSponsors,
            byte[] name,
            String wrapped,
            String sealingKey,
            byte @Nullable [] openingKey,
            byte @Nullable [] vouched,
            long joinedAt) {
        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }

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
        return database.read(handle -> handle.createQuery(MEMBERS + " and login_hash = :hash")
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
                handle -> handle.createQuery(MEMBERS + " limit 1").map(MEMBER).findOne());
    }

    public Optional<Member> byId(String id) throws TryAgain {
        return database.read(handle -> handle.createQuery(MEMBERS + " and id = :id")
                .bind("id", id)
                .map(MEMBER)
                .findOne());
    }

    /** Everybody whose access has not ended, in the order in which they joined. */
    public List<Member> members() throws TryAgain {
        return database.read(StaffRows::members);
    }

    static List<Member> members(Handle handle) {
        return handle.createQuery(MEMBERS + " order by joined_at, id")
                .map(MEMBER)
                .list();
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
            row.getBoolean("reads_sponsors"),
            row.getBytes("name"),
            row.getString("wrapped"),
            row.getString("sealing_key"),
            row.getBytes("opening_key"),
            row.getBytes("vouched"),
            row.getLong("joined_at"));

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

    static void put(Handle handle, Member member) {
        handle.createUpdate("insert into staff (id, login_hash, role, reads_sponsors, name, wrapped, sealing_key,"
                        + " opening_key, vouched, joined_at) values (:id, :loginHash, :role, :readsSponsors, :name,"
                        + " :wrapped, :sealingKey, :openingKey, :vouched, :joinedAt)")
                .bindMethods(member)
                .execute();
    }

    static void put(Handle handle, PersonsKey key) {
        handle.createUpdate("insert into staff_keys (staff, name, sealed) values (:staff, :name, :sealed)")
                .bindMethods(key)
                .execute();
    }

    static void put(Handle handle, RingKey key) {
        handle.createUpdate("insert into ring_keys (kind, number, public_key, sealed)"
                        + " values (:kind, :number, :publicKey, :sealed)")
                .bindMethods(key)
                .execute();
    }
}
