package org.umbral.clinic.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.rules.BesideCase;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.BesideFacts;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.Documents;

/** Gathers what the rules read beside a case, for whoever works on cases; others are told nothing of it. */
record BesideCases(Lookalikes lookalikes, Tables tables, Catalogue catalogue) {
    static final View NONE = new View(BesideFacts.NONE, "");

    /** @param holds which hold list was read, in words; empty where there is none */
    record View(BesideFacts facts, String holds) {}

    /** As it was found when cases were last compared: for a page that is opened all the time. */
    View of(Visit visit, CaseFile file) throws Failure {
        return visit.staff().role().worksOnCases()
                ? view(visit, file, lookalikes.known(visit.staff(), file.id().text()))
                : NONE;
    }

    /** With every case compared as it is now: for what is kept. */
    View now(Visit visit, CaseFile file) throws Failure {
        return view(visit, file, lookalikes.of(visit.staff(), file.id().text()));
    }

    private View view(Visit visit, CaseFile file, List<Suggestion> pairs) throws Failure {
        boolean hard = pairs.stream().anyMatch(pair -> pair.level() == Suggestion.Level.HARD);
        Optional<Documents.Table> holds = tables.find(visit.staff(), Tables.HOLDS);
        BesideCase.Known known = new BesideCase.Known(
                Optional.of(hard),
                holds.map(Documents.Table::rows),
                has(file, "request") ? rows(visit.staff(), Tables.OFFICES) : List.of(),
                has(file, "custody") ? rows(visit.staff(), Tables.FACILITIES) : List.of());
        return new View(
                BesideCase.of(catalogue, file, known),
                holds.map(table -> said(visit, table)).orElse(""));
    }

    /** A table of places is long: it is read where the case names one. */
    private boolean has(CaseFile file, String group) {
        return !catalogue.items(file, group, ItemId.CASE).isEmpty();
    }

    private List<List<String>> rows(StaffSession session, String name) throws Failure {
        return tables.find(session, name).map(Documents.Table::rows).orElse(List.of());
    }

    private static String said(Visit visit, Documents.Table table) {
        LocalDate dated = LocalDate.parse(table.version().substring(0, 10));
        return visit.words().say("rules.hold-list", visit.moments().date(dated), table.source());
    }
}
