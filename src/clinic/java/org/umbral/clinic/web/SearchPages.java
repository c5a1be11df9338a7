package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.umbral.clinic.casework.Finding;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;

/** Finds cases. What is sought is sent in a form's body and never stands in an address, so that no log keeps it. */
final class SearchPages {
    private static final int LONGEST = 200;

    /**
     * @param sought as it was typed
     * @param whole false where there is more than is listed
     */
    record View(String sought, List<Row> rows, boolean whole) {}

    record Row(String href, String name, String code, String situation, Urgency urgency, String age, String by) {}

    private final Finding finding;
    private final Catalogue catalogue;
    private final Visits visits;

    SearchPages(Finding finding, Catalogue catalogue, Visits visits) {
        this.finding = finding;
        this.catalogue = catalogue;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/search", visits.staff(visit -> visit.show("search", new View("", List.of(), true))));
        routes.post("/search", visits.staff(this::search));
    }

    private void search(Visit visit) throws Failure {
        String typed = visit.form("q");
        String sought = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<Finding.Found> found = sought.isEmpty() ? List.of() : finding.find(visit.staff(), sought);
        CatalogueWords said = new CatalogueWords(catalogue, visit.words());
        List<Row> rows = found.stream()
                .map(one -> new Row(
                        "/case/" + one.row().id().text(),
                        one.row().name().isBlank()
                                ? visit.words().say("queue.no-name")
                                : one.row().name(),
                        one.row().code(),
                        said.choice("CAS-03", one.row().situation()),
                        said.urgency(one.row().urgency()),
                        visit.moments().age(one.row().arrived()),
                        visit.words().say("search.by." + one.by().name())))
                .toList();
        visit.show("search", new View(sought, rows, rows.size() < Finding.MOST));
    }
}
