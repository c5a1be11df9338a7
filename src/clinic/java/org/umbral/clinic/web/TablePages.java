package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.envelope.Documents;

/** Tables of places for the phones: what is there, an import, and what it would change before it counts. */
final class TablePages {
    private static final int SHOWN = 50;

    /**
     * @param shipped what came with this version and does not count yet
     * @param difference of what was typed; empty before that
     */
    record View(
            List<Line> tables,
            List<Line> shipped,
            List<EditView.Option> names,
            String name,
            String dated,
            String source,
            String csv,
            String problem,
            Optional<Changes> difference,
            boolean mayImport,
            boolean imported) {}

    record Line(String id, String name, int rows, String dated, String source) {}

    /** What stands in the form. */
    private record Typed(String name, String dated, String source, String csv) {
        static Typed of(Visit visit) {
            return new Typed(visit.form("name"), visit.form("dated"), visit.form("source"), visit.form("csv"));
        }

        static Typed of(Tables.Import shipped) {
            String dated = shipped.dated().map(LocalDate::toString).orElse("");
            return new Typed(shipped.name(), dated, shipped.source(), shipped.csv());
        }

        Tables.Import asked() {
            return new Tables.Import(name, day(), source, csv);
        }

        private Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(dated));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    /** @param more how many of each are not shown */
    record Changes(List<String> added, int addedAll, List<String> removed, int removedAll, int kept) {}

    private final Tables tables;
    private final Visits visits;

    TablePages(Tables tables, Visits visits) {
        this.tables = tables;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/tables", visits.staff(visit -> show(visit, Typed.of(visit), "", Optional.empty())));
        routes.post("/tables", visits.staff(this::sent));
    }

    private void sent(Visit visit) throws Failure {
        Typed typed = typed(visit);
        try {
            if (visit.form("do").equals("import")) {
                tables.put(visit.staff(), typed.asked());
                visit.ctx().redirect("/tables?imported=yes", HttpStatus.SEE_OTHER);
            } else {
                show(visit, typed, "", Optional.of(tables.compare(visit.staff(), typed.asked())));
            }
        } catch (AskThePerson refused) {
            if (refused.reason().equals("not-your-role")) {
                throw refused;
            }
            visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
            String problem = visit.words().sayOr("failure." + refused.reason(), "failure.our-fault");
            show(visit, typed, problem, Optional.empty());
        }
    }

    /** What came with this version is put into the form, so that it is looked at before it counts. */
    private static Typed typed(Visit visit) throws AskThePerson {
        if (!visit.form("do").equals("shipped")) {
            return Typed.of(visit);
        }
        return Tables.shipped().stream()
                .filter(one -> one.name().equals(visit.form("name")))
                .findFirst()
                .map(Typed::of)
                .orElseThrow(() -> new AskThePerson("no-such-table"));
    }

    private void show(Visit visit, Typed typed, String problem, Optional<Tables.Difference> difference) throws Failure {
        Words words = visit.words();
        List<Documents.Table> held = tables.all(visit.staff());
        visit.show(
                "tables",
                new View(
                        held.stream().map(table -> line(visit, table)).toList(),
                        Tables.shipped().stream()
                                .filter(one -> isNew(one, held))
                                .map(one -> line(visit, one))
                                .toList(),
                        Tables.NAMES.stream()
                                .map(name -> new EditView.Option(name, words.say("tables.name." + name)))
                                .toList(),
                        typed.name(),
                        typed.dated(),
                        typed.source(),
                        typed.csv(),
                        problem,
                        difference.map(TablePages::changes),
                        visit.staff().role().worksOnCases(),
                        visit.query("imported").equals("yes")));
    }

    /** Whether no table of that name, of its date or a later one, counts. */
    private static boolean isNew(Tables.Import shipped, List<Documents.Table> held) {
        return held.stream()
                .noneMatch(table -> table.name().equals(shipped.name())
                        && !dated(table).isBefore(shipped.dated().orElseThrow()));
    }

    private static LocalDate dated(Documents.Table table) {
        return LocalDate.parse(table.version().substring(0, 10));
    }

    private static Line line(Visit visit, Documents.Table table) {
        return new Line(
                table.name(),
                visit.words().say("tables.name." + table.name()),
                table.rows().size(),
                visit.moments().date(dated(table)),
                table.source());
    }

    private static Line line(Visit visit, Tables.Import shipped) {
        return new Line(
                shipped.name(),
                visit.words().say("tables.name." + shipped.name()),
                (int) shipped.csv().lines().count() - 1,
                visit.moments().date(shipped.dated().orElseThrow()),
                shipped.source());
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
        return rows.stream()
                .limit(SHOWN)
                .map(row -> row.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · ")))
                .toList();
    }
}
