package org.umbral.phone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.umbral.phone.Delivery.State;
import org.umbral.phone.store.Change;
import org.umbral.phone.store.PhoneStore;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.CaseId;

/** The list of cases, and what is told of each without reading its entries. */
record CaseList(Shelf shelf) {
    private static final Duration SAID_FOR = Duration.ofDays(7);
    private static final String REFUSED = "refused";
    private static final Delivery DAMAGED =
            new Delivery(State.NEEDS_YOU, 0, 0, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Delivery NOTHING_YET =
            new Delivery(State.DRAFT, 0, 0, List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A case whose row is damaged is listed without code and name, as one that needs the worker. */
    List<CaseRow> rows() throws Failure {
        List<CaseRow> rows = new ArrayList<>();
        for (PhoneStore.Row row : shelf.store().rows(shelf.vault(), Shelf.CASE, Shelf.TOP)) {
            CaseId id = new CaseId(row.id());
            rows.add(
                    row.plain().isEmpty()
                            ? new CaseRow(
                                    id, "", "", "", "", DAMAGED, Optional.empty(), "", CaseRow.Kept.WHOLE, false, false)
                            : row(id, CaseRecord.read(row.plain().get())));
        }
        rows.sort(Comparator.comparing((CaseRow row) -> !needsWorker(row.delivery()))
                .thenComparing(row -> row.changed().orElse(Instant.MAX), Comparator.reverseOrder())
                .thenComparing(CaseRow::id));
        return rows;
    }

    private static boolean needsWorker(Delivery delivery) {
        return delivery.state() == State.NEEDS_YOU || delivery.unopenedSince().isPresent();
    }

    private CaseRow row(CaseId id, CaseRecord record) throws Failure {
        return new CaseRow(
                id,
                record.summary().code(),
                record.summary().name(),
                record.summary().situation(),
                record.summary().urgency(),
                delivery(record),
                Optional.of(record.changed()),
                record.told().terms(),
                kept(record),
                record.pinned() != null,
                record.mayBeKnown());
    }

    private static CaseRow.Kept kept(CaseRecord record) {
        if (record.stub()) {
            return CaseRow.Kept.STUB;
        }
        return record.partial() ? CaseRow.Kept.PART : CaseRow.Kept.WHOLE;
    }

    /** One case's line; of a case that has only begun there is none. */
    Optional<CaseRow> row(CaseId id) throws Failure {
        Optional<CaseRecord> record = shelf.record(id);
        return record.isEmpty() ? Optional.empty() : Optional.of(row(id, record.get()));
    }

    Delivery delivery(CaseId id) throws Failure {
        Optional<CaseRecord> record = shelf.record(id);
        return record.isEmpty() ? NOTHING_YET : delivery(record.get());
    }

    private Delivery delivery(CaseRecord record) throws Failure {
        return new Deliveries(shelf.store()).of(record, shelf.clock().instant());
    }

    void pin(CaseId id, boolean pinned) throws Failure {
        CaseRecord record = shelf.record(id).orElseThrow(() -> new GiveUp("no-such-case"));
        CaseRecord next = record.pinned(pinned ? shelf.clock().instant() : null);
        shelf.store().commit(shelf.change().put(Shelf.CASE, id.text(), Shelf.TOP, next.write()));
    }

    int refusedCount() throws Failure {
        Optional<byte[]> count = shelf.store().row(shelf.vault(), Shelf.COUNT, REFUSED);
        return count.map(bytes -> Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)))
                .orElse(0);
    }

    /** Cases whose copy the clinic took away in the last days: how many, and not which. */
    int removedCount() throws Failure {
        Instant since = shelf.clock().instant().minus(SAID_FOR);
        int count = 0;
        for (PhoneStore.Row row : shelf.store().rows(shelf.vault(), Shelf.REMOVED, Shelf.TOP)) {
            boolean recent = row.plain()
                    .map(at -> Instant.parse(new String(at, StandardCharsets.US_ASCII)))
                    .filter(at -> at.isAfter(since))
                    .isPresent();
            count += recent ? 1 : 0;
        }
        return count;
    }

    Change countRefusal(Change change) throws Failure {
        String next = Integer.toString(refusedCount() + 1);
        return change.put(Shelf.COUNT, REFUSED, Shelf.TOP, next.getBytes(StandardCharsets.US_ASCII));
    }
}
