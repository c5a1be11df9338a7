package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;

/** A case on two pages of paper. */
final class PrintPages {
    private final WaysOut out;
    private final Catalogue catalogue;
    private final Visits visits;

    PrintPages(WaysOut out, Catalogue catalogue, Visits visits) {
        this.out = out;
        this.catalogue = catalogue;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/cases/{id}/print", visits.staff(this::print));
    }

    private void print(Visit visit) throws Failure {
        WaysOut.Leaf leaf = out.print(visit.staff(), DeskPages.caseId(visit.ctx()));
        CatalogueWords said = new CatalogueWords(catalogue, visit.words());
        visit.show("print", new PrintViews(leaf, visit, said).view());
    }
}
