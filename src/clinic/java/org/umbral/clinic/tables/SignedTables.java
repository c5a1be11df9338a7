package org.umbral.clinic.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.TableRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;

/** What was signed by another key does not count here either. A version is the source's date and the import's moment. */
final class SignedTables implements Tables {
    private static final int LONGEST_SOURCE = 200;

    private final TableRows rows;
    private final Letters letters;
    private final Audit audit;
    private final Clock clock;

    SignedTables(TableRows rows, Letters letters, Audit audit, Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Documents.Table> all(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        List<Documents.Table> tables = new ArrayList<>();
        for (SignedDocument document : rows.list()) {
            try {
                tables.add(document.verified(
                        DocumentKind.TABLE,
                        Documents.Table.class,
                        session.ring().signingKey().verifyingKey()));
            } catch (GiveUp notOurs) {
                continue;
            }
        }
        return tables;
    }

    @Override
    public Difference compare(StaffSession session, Import asked) throws AskThePerson, TryAgain {
        return difference(held(session, asked), table(session, asked));
    }

    @Override
    public Difference put(StaffSession session, Import asked) throws AskThePerson, TryAgain {
        Optional<Documents.Table> held = held(session, asked);
        Documents.Table table = table(session, asked);
        SignedDocument document = SignedDocument.sign(
                DocumentKind.TABLE,
                session.ring().signingKeyNumber(),
                table,
                session.ring().signingKey());
        rows.put(
                asked.name(),
                document,
                audit.next(session.staff(), Audit.Action.TABLE_IMPORTED, asked.name() + " " + table.version()));
        letters.sendAll(session.ring(), DocumentKind.TABLE, table);
        return difference(held, table);
    }

    private Optional<Documents.Table> held(StaffSession session, Import asked) throws AskThePerson, TryAgain {
        return all(session).stream()
                .filter(table -> table.name().equals(asked.name()))
                .findFirst();
    }

    private Documents.Table table(StaffSession session, Import asked) throws AskThePerson, TryAgain {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        if (!NAMES.contains(asked.name())) {
            throw new AskThePerson("no-such-table");
        }
        String source = asked.source().strip();
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw new AskThePerson("table-source-missing");
        }
        LocalDate dated = asked.dated().orElseThrow(() -> new AskThePerson("table-older"));
        boolean older = held(session, asked)
                .filter(table -> table.version().substring(0, 10).compareTo(dated.toString()) > 0)
                .isPresent();
        if (older || dated.isAfter(LocalDate.now(clock))) {
            throw new AskThePerson("table-older");
        }
        return new Documents.Table(1, asked.name(), dated + " " + clock.instant(), source, Csv.read(asked.csv()));
    }

    private static Difference difference(Optional<Documents.Table> held, Documents.Table table) {
        List<List<String>> before = held.map(Documents.Table::rows).orElse(List.of());
        List<List<String>> added =
                table.rows().stream().filter(row -> !before.contains(row)).toList();
        List<List<String>> removed =
                before.stream().filter(row -> !table.rows().contains(row)).toList();
        return new Difference(added, removed, before.size() - removed.size());
    }
}
