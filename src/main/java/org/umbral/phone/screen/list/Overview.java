package org.umbral.phone.screen.list;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.phone.CaseIndex;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;

/**
 * What the list of cases shows, read at one moment; no controls.
 *
 * @param waiting cases of which something is still to be sent
 * @param mustJoinAgain the phone was emptied since it joined
 * @param removed cases whose copy the clinic took away lately
 */
record Overview(
        List<CaseRow> rows,
        CaseIndex index,
        int waiting,
        Optional<LocalDate> oldest,
        Optional<ClinicLink> clinic,
        boolean mustJoinAgain,
        int removed) {

    static Overview read(Intake intake, Outbox outbox) throws Failure {
        List<Waiting> waiting = outbox.waiting();
        List<CaseRow> rows = intake.cases();
        return new Overview(
                rows,
                CaseIndex.of(rows),
                (int) waiting.stream().map(Waiting::group).distinct().count(),
                waiting.stream().map(Waiting::firstQueued).min(Comparator.naturalOrder()),
                outbox.link(),
                outbox.mustJoinAgain(),
                intake.removedCount());
    }

    /** The rows that what was typed finds, in their order. */
    List<CaseRow> found(String typed) {
        Set<CaseId> found = new HashSet<>(index.find(typed));
        return rows.stream().filter(row -> found.contains(row.id())).toList();
    }

    /** Cases of which somebody asks something, which were refused, or which are an emergency that nobody has. */
    long needing() {
        return rows.stream()
                .map(CaseRow::delivery)
                .filter(delivery -> delivery.state() == Delivery.State.NEEDS_YOU
                        || delivery.unopenedSince().isPresent())
                .count();
    }

    Optional<String> telephone() {
        return clinic.map(ClinicLink::emergencyTelephone).filter(number -> !number.isBlank());
    }
}
