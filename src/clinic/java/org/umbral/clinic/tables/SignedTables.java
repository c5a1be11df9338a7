package org.umbral.clinic.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

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
        return rows.list().stream()
                .flatMap(document -> verified(session, document).stream())
                .toList();
    }

    @Override
    public Optional<Documents.Table> find(StaffSession session, String name) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        return rows.find(name)
                .flatMap(document -> verified(session, document))
                .filter(table -> table.name().equals(name));
    }

    private static Optional<Documents.Table> verified(StaffSession session, SignedDocument document) {
        try {
            return Optional.of(document.verified(
                    DocumentKind.TABLE,
                    Documents.Table.class,
                    session.ring().signingKey().verifyingKey()));
        } catch (GiveUp notOurs) {
            return Optional.empty();
        }
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
        if (!asked.name().equals(HOLDS)) {
            letters.sendAll(session.ring(), DocumentKind.TABLE, table);
        }
        return difference(held, table);
    }

    private Optional<Documents.Table> held(StaffSession session, Import asked) throws AskThePerson, TryAgain {
        return find(session, asked.name());
    }

    private Documents.Table table(StaffSession session, Import asked) throws AskThePerson, TryAgain {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        if (!NAMES.contains(asked.name())) {
            throw new AskThePerson("no-such-table");
        }
        String source = asked.source().strip().replaceAll("\\s+", " ");
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
        List<List<String>> read = Csv.read(asked.csv());
        if (asked.name().equals(HOLDS)
                && !read.stream().allMatch(row -> COUNTRY.matcher(row.get(0)).matches())) {
            throw new AskThePerson("table-codes");
        }
        return new Documents.Table(1, asked.name(), dated + " " + clock.instant(), source, read);
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
