package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.envelope.Documents;

/** Tables of places for the phones: what is there, an import, and what it would change before it counts. */
final class TablePages {
    private static final int SHOWN = 50;

    /** @param difference of what was typed; empty before that */
    record View(
            List<Line> tables,
            List<EditView.Option> names,
            String name,
            String dated,
            String source,
            String csv,
            String problem,
            Optional<Changes> difference,
            boolean mayImport,
            boolean imported) {}

    record Line(String name, int rows, String dated, String source) {}

    /** @param more how many of each are not shown */
    record Changes(List<String> added, int addedAll, List<String> removed, int removedAll, int kept) {}

    private final Tables tables;
    private final Visits visits;

    TablePages(Tables tables, Visits visits) {
        this.tables = tables;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/tables", visits.staff(visit -> show(visit, "", Optional.empty())));
        routes.post("/tables", visits.staff(this::sent));
    }

    private void sent(Visit visit) throws Failure {
        Tables.Import asked =
                new Tables.Import(visit.form("name"), dated(visit), visit.form("source"), visit.form("csv"));
        try {
            if (visit.form("do").equals("import")) {
                tables.put(visit.staff(), asked);
                visit.ctx().redirect("/tables?imported=yes", HttpStatus.SEE_OTHER);
            } else {
                show(visit, "", Optional.of(tables.compare(visit.staff(), asked)));
            }
        } catch (AskThePerson refused) {
            if (refused.reason().equals("not-your-role")) {
                throw refused;
            }
            visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, visit.words().sayOr("failure." + refused.reason(), "failure.our-fault"), Optional.empty());
        }
    }

    private void show(Visit visit, String problem, Optional<Tables.Difference> difference) throws Failure {
        Words words = visit.words();
        visit.show(
                "tables",
                new View(
                        tables.all(visit.staff()).stream()
                                .map(table -> line(visit, table))
                                .toList(),
                        Tables.NAMES.stream()
                                .map(name -> new EditView.Option(name, words.say("tables.name." + name)))
                                .toList(),
                        visit.form("name"),
                        visit.form("dated"),
                        visit.form("source"),
                        visit.form("csv"),
                        problem,
                        difference.map(TablePages::changes),
                        visit.staff().role().worksOnCases(),
                        visit.query("imported").equals("yes")));
    }

    private static Line line(Visit visit, Documents.Table table) {
        return new Line(
                visit.words().say("tables.name." + table.name()),
                table.rows().size(),
                visit.moments().date(LocalDate.parse(table.version().substring(0, 10))),
                table.source());
    }

    private static Changes changes(Tables.Difference difference) {
        return new Changes(
                rows(difference.added()),
                difference.added().size(),
                rows(difference.removed()),
                difference.removed().size(),
                difference.kept());
    }

    private static List<String> rows(List<List<String>> rows) {
        return rows.stream().limit(SHOWN).map(row -> String.join(" · ", row)).toList();
    }

    private static Optional<LocalDate> dated(Visit visit) {
        try {
            return Optional.of(LocalDate.parse(visit.form("dated")));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
