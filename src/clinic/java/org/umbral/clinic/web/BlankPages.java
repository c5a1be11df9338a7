package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;

/** The intake as a form on paper, for a phone without battery or without leave to come in: nothing personal is on it. */
final class BlankPages {
    private final Catalogue catalogue;
    private final Visits visits;

    BlankPages(Catalogue catalogue, Visits visits) {
        this.catalogue = catalogue;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/blank", visits.staff(this::blank));
    }

    private void blank(Visit visit) throws Failure {
        String wanted = visit.query("language");
        Words words = Words.LANGUAGES.contains(wanted) ? Words.of(wanted) : visit.words();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new BlankIntake(catalogue, words).write(pdf);
        give(visit.ctx(), "umbral-blank-" + words.language() + ".pdf", pdf.toByteArray());
    }

    private static void give(Context ctx, String name, byte[] pdf) {
        ctx.contentType("application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .result(pdf);
    }
}
