package org.umbral.clinic.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.TableRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Documents;

/**
 * The tables of places that phones offer offline, and the hold list, which only the clinic's rules read. Whoever works on
 * cases imports one; what would change is shown before it counts. Thread-safe.
 */
public interface Tables {
    String FACILITIES = "facilities";
    String PORTS = "ports";
    String OFFICES = "offices";
    /** Three-letter codes of countries; {@code documents} in the third column where papers of the country count too. */
    String HOLDS = TableRows.NOT_FOR_PHONES;

    /** The kinds of tables; what stands in each row: name, place, office or code. */
    List<String> NAMES = List.of(FACILITIES, PORTS, OFFICES, HOLDS);

    /** Makes the tables of one clinic. */
    static Tables of(Database database, Letters letters, Audit audit, Clock clock) {
        return new SignedTables(new TableRows(database), letters, audit, clock);
    }

    /** Those that the clinic signed; {@code AskThePerson("not-your-role")} where the session reads no cases. */
    List<Documents.Table> all(StaffSession session) throws AskThePerson, TryAgain;

    /** The one of that name; like {@link #all}. */
    default Optional<Documents.Table> find(StaffSession session, String name) throws AskThePerson, TryAgain {
        return all(session).stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The tables that came with this version, to be imported like any other. */
    static List<Import> shipped() {
        return Shipped.all();
    }

    /**
     * What an import would change, without changing it. {@code AskThePerson} with {@code not-your-role}, {@code no-such-table},
     * {@code table-older} where it is dated before the one that counts or after today, {@code table-source-missing}, {@code table-empty},
     * {@code table-columns} where the first line is not {@code name,place,office}, {@code table-codes} where a row of the hold
     * list names no country by its code, {@code table-too-large}.
     */
    Difference compare(StaffSession session, Import asked) throws AskThePerson, TryAgain;

    /** The same, done: signed, kept, audited, and in the mail of every phone, but for the hold list. */
    Difference put(StaffSession session, Import asked) throws AskThePerson, TryAgain;

    /**
     * @param dated of the source, not of the import
     * @param source who published it
     * @param csv with a first line of column names
     */
    record Import(String name, Optional<LocalDate> dated, String source, String csv) {}

    /** Rows that come, that go, and that stay. */
    record Difference(List<List<String>> added, List<List<String>> removed, int kept) {
        public Difference {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }
}
