package org.umbral.phone.screen.list;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Failure;

/** What the list of cases shows, read at one moment; no controls. */
record Overview(List<CaseRow> rows, int waiting, Optional<LocalDate> oldest, Optional<ClinicLink> clinic) {

    static Overview read(Intake intake, Outbox outbox) throws Failure {
        List<Waiting> waiting = outbox.waiting();
        return new Overview(
                intake.cases(),
                waiting.size(),
                waiting.stream().map(Waiting::firstQueued).min(Comparator.naturalOrder()),
                outbox.link());
    }

    /** The rows whose name or code holds what was typed; accents and case do not matter. */
    List<CaseRow> found(String typed) {
        String wanted = plain(typed);
        return rows.stream()
                .filter(row ->
                        plain(row.name()).contains(wanted) || plain(row.code()).contains(wanted))
                .toList();
    }

    long needing() {
        return rows.stream()
                .filter(row -> row.delivery().state() == Delivery.State.NEEDS_YOU)
                .count();
    }

    Optional<String> telephone() {
        return clinic.map(ClinicLink::emergencyTelephone).filter(number -> !number.isBlank());
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
