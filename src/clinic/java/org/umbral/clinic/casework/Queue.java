package org.umbral.clinic.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.casework.Desk.QueueRow;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.CaseRow;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.secret.AesKey;

/** The lines of the queue, read from the cases' sealed cards: emergencies not opened first, then urgency, then newest. */
final class Queue {
    private static final Comparator<Line> ORDER = Comparator.comparingInt(Line::rank)
            .thenComparing(Line::changedAt, Comparator.reverseOrder())
            .thenComparing(line -> line.row().id());

    private final CaseRows rows;
    private final PhotoRows photos;

    Queue(CaseRows rows, PhotoRows photos) {
        this.rows = rows;
        this.photos = photos;
    }

    private record Line(QueueRow row, long changedAt) {
        int rank() {
            boolean firstOfAll = row.isEmergency() && row.opened().isEmpty();
            return firstOfAll ? -1 : Urgency.rank(row.urgency());
        }
    }

    List<QueueRow> list(StaffSession session) throws TryAgain {
        AesKey key = session.ring().staffKey();
        Map<String, PhotoRows.Count> counts = photos.counts();
        return rows.cases().stream()
                .filter(row -> Visible.sees(session, row))
                .map(row -> line(key, row, counts.getOrDefault(row.id(), PhotoRows.Count.NONE)))
                .sorted(ORDER)
                .map(Line::row)
                .map(row -> session.role() == StaffSession.Role.STEWARD ? row.withoutNames() : row)
                .toList();
    }

    private static Line line(AesKey key, CaseRow row, PhotoRows.Count photos) {
        Card card = Card.open(key, row.id(), row.card());
        return new Line(
                new QueueRow(
                        new CaseId(row.id()),
                        card.code(),
                        card.name(),
                        card.situation(),
                        card.urgency(),
                        Instant.ofEpochMilli(row.arrivedAt()),
                        opened(row),
                        photos.named(),
                        photos.here(),
                        card.conflicts(),
                        row.withdrawn()),
                row.changedAt());
    }

    /** Empty where something came that nobody has opened. */
    static Optional<Instant> opened(CaseRow row) {
        return row.openedPosition() < row.position()
                ? Optional.empty()
                : Optional.ofNullable(row.openedAt()).map(Instant::ofEpochMilli);
    }
}
