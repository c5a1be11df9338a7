package org.umbral.phone.store;

import java.util.List;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** The clinic's sealed letters, kept until the vault is open to read them. */
public final class Letters {
    /** One that was not read yet. */
    public record Unread(Sha256 name, byte[] sealed) {}

    private final Database database;

    Letters(Database database) {
        this.database = database;
    }

    /** In the order in which they came. */
    public List<Unread> unread() throws TryAgain {
        return database.read(sql -> sql.list(
                "select name, sealed from letter where state = 0 order by seq",
                row -> new Unread(new Sha256(row.getString(1)), row.getBytes(2))));
    }

    /** How many could not be used (rule R7). */
    public int quarantined() throws TryAgain {
        return database.read(sql -> sql.one("select count(*) from letter where state = 2", row -> row.getInt(1))
                .orElse(0));
    }
}
