package org.umbral.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.envelope.Documents;

/** Tables in memory; a table of the text {@code bad} has the wrong columns. */
public final class TablesFake implements Tables {
    private final List<Documents.Table> tables = new ArrayList<>();

    @Override
    public synchronized List<Documents.Table> all(StaffSession session) {
        return List.copyOf(tables);
    }

    @Override
    public Difference compare(StaffSession session, Import asked) throws AskThePerson {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        if (asked.csv().equals("bad")) {
            throw new AskThePerson("table-columns");
        }
        return new Difference(rows(asked), List.of(List.of("Centro Cerrado Ficticio", "Ciudad Ficticia", "")), 3);
    }

    @Override
    public synchronized Difference put(StaffSession session, Import asked) throws AskThePerson {
        Difference difference = compare(session, asked);
        tables.add(new Documents.Table(
                1, asked.name(), asked.dated().orElseThrow() + " now", asked.source(), rows(asked)));
        return difference;
    }

    private static List<List<String>> rows(Import asked) {
        return asked.csv()
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",")))
                .toList();
    }
}
