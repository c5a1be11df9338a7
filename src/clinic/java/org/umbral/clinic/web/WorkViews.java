package org.umbral.clinic.web;

import org.umbral.clinic.casework.Desk;
import org.umbral.shared.casefile.ItemId;

/** Makes what the case page shows of the staff's own work. */
record WorkViews(Desk.CasePage page, Facts facts, CatalogueWords said) {
    WorkView view() {
        return new WorkView(facts.links().access().isShut() ? facts.links().edit("conflict", ItemId.CASE) : "");
    }
}
