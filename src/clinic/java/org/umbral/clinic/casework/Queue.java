package org.umbral.clinic.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Cards.Line;
import org.umbral.clinic.casework.Desk.QueueRow;
import org.umbral.clinic.casework.Standing.Why;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseRows.CaseRow;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.secret.AesKey;

/**
 * The lines of the queue: what waits for staff first, in the order of {@link Why}, then urgency; of what waits the oldest
 * first, of the rest what changed last. Cases that are one are one line. A change makes only its own line anew.
 */
final class Queue {
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row line) -> line.row().standing().why())
            .thenComparing(line -> Urgency.rank(line.row().urgency()))
            .thenComparingLong(Row::since)
            .thenComparing(line -> line.row().id());

    private final Cards cards;
    private volatile Sorted sorted = Sorted.NOTHING;

    Queue(Cards cards) {
        this.cards = cards;
    }

    /** @param since what it is sorted by last, the lesser the earlier */
    private record Row(List<Line> members, QueueRow row, long since) {}

    private record Sorted(Cards.Held of, LocalDate on, List<Row> lines, List<QueueRow> rows) {
        static final Sorted NOTHING = new Sorted(Cards.Held.NOTHING, LocalDate.MIN, List.of(), List.of());
    }

    /** What the session sees of them: cases whose consent was withdrawn only where its role does, names where it reads them. */
    List<QueueRow> list(StaffSession session, LocalDate today) throws TryAgain {
        boolean withdrawn = session.role().seesWithdrawn();
        boolean names = Access.of(session).readsNames();
        return all(session.ring().staffKey(), today).stream()
                .filter(row -> withdrawn || !row.withdrawn())
                .map(row -> names ? row : row.withoutNames())
                .toList();
    }

    private List<QueueRow> all(AesKey staffKey, LocalDate today) throws TryAgain {
        Cards.Held held = cards.follow(staffKey);
        Sorted last = sorted;
        if (last.of() != held || !last.on().equals(today)) {
            last = next(last, held, today);
            sorted = last;
        }
        return last.rows();
    }

    void forget() {
        cards.forget();
        sorted = Sorted.NOTHING;
    }

    /** Lines that did not change keep their order, so that little is left to sort. */
    private static Sorted next(Sorted last, Cards.Held held, LocalDate today) {
        Map<CaseId, List<Line>> groups = new HashMap<>();
        for (Line line : held.lines().values()) {
            groups.computeIfAbsent(held.same().lead(line.id()), none -> new ArrayList<>(1))
                    .add(line);
        }
        List<Row> lines = new ArrayList<>(groups.size());
        if (last.on().equals(today)) {
            for (Row old : last.lines()) {
                if (old.members().equals(groups.get(old.row().id()))) {
                    groups.remove(old.row().id());
                    lines.add(old);
                }
            }
        }
        groups.values().forEach(members -> lines.add(row(members, today)));
        lines.sort(ORDER);
        return new Sorted(held, today, lines, lines.stream().map(Row::row).toList());
    }

    private static Row row(List<Line> members, LocalDate today) {
        members.sort(Comparator.comparing(Line::id));
        List<CaseRow> rows = members.stream().map(Line::row).toList();
        Optional<Instant> opened = opened(rows);
        String urgency = members.stream()
                .map(line -> line.card().urgency())
                .min(Comparator.comparingInt(Urgency::rank))
                .orElse("");
        Standing standing = Standing.of(members, urgency, opened.isPresent(), today);
        QueueRow row = new QueueRow(
                members.get(0).id(),
                said(members.stream().map(line -> line.card().code()), CaseFacts.BETWEEN_CODES),
                said(members.stream().map(line -> line.card().name()), " / "),
                members.stream()
                        .map(line -> line.card().situation())
                        .filter(one -> !one.isBlank())
                        .findFirst()
                        .orElse(""),
                urgency,
                Instant.ofEpochMilli(
                        rows.stream().mapToLong(CaseRow::arrivedAt).min().orElse(0)),
                opened,
                members.stream()
                        .map(Line::photos)
                        .mapToInt(PhotoRows.Count::named)
                        .sum(),
                members.stream()
                        .map(Line::photos)
                        .mapToInt(PhotoRows.Count::here)
                        .sum(),
                members.stream().anyMatch(line -> line.card().conflicts()),
                standing,
                rows.stream().anyMatch(CaseRow::withdrawn));
        long changed = rows.stream().mapToLong(CaseRow::changedAt).max().orElse(0);
        return new Row(members, row, standing.why() == Why.OPENED ? -changed : changed);
    }

    private static String said(Stream<String> all, String between) {
        return all.filter(one -> !one.isBlank()).distinct().collect(Collectors.joining(between));
    }

    /** Of cases that are one: the earliest; empty where something came to any that nobody has opened. */
    static Optional<Instant> opened(Collection<CaseRow> members) {
        return members.stream().allMatch(row -> opened(row).isPresent())
                ? members.stream().flatMap(row -> opened(row).stream()).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Empty where something came that nobody has opened. */
    static Optional<Instant> opened(CaseRow row) {
        return row.openedPosition() < row.position()
                ? Optional.empty()
                : Optional.ofNullable(row.openedAt()).map(Instant::ofEpochMilli);
    }
}
