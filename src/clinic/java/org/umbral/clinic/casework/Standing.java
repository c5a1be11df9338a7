package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.Cards.Line;
import org.umbral.shared.casefile.CaseId;

/**
 * Why a line stands where it does in the queue.
 *
 * @param followUp day by which somebody should look again
 * @param assigned to whom the case was given, as staff wrote it; empty where it was to nobody
 * @param members the cases that are one in it; one normally
 */
public record Standing(Why why, Optional<LocalDate> followUp, String assigned, List<CaseId> members) {
    /** In the order of the queue. */
    public enum Why {
        /** Life is in danger, and something came that nobody opened. */
        EMERGENCY,
        /** A question was answered since staff last opened it. */
        ANSWERED,
        /** The day to look again is there. */
        FOLLOW_UP,
        /** Nobody opened it, or something came since. */
        NEW,
        /** Nothing waits. */
        OPENED
    }

    public Standing {
        members = List.copyOf(members);
    }

    static Standing of(List<Line> members, String urgency, boolean isOpened, LocalDate today) {
        Optional<LocalDate> followUp = members.stream()
                .map(line -> line.card().followUp())
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .min(Comparator.naturalOrder());
        boolean answered = members.stream()
                .anyMatch(line -> line.row().answeredPosition() > line.row().openedPosition());
        boolean due = followUp.filter(day -> !day.isAfter(today)).isPresent();
        Why why = !isOpened && urgency.equals(Urgency.EMERGENCY)
                ? Why.EMERGENCY
                : answered ? Why.ANSWERED : due ? Why.FOLLOW_UP : isOpened ? Why.OPENED : Why.NEW;
        String assigned = members.stream()
                .map(line -> line.card().assigned())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return new Standing(
                why,
                followUp,
                assigned,
                members.stream().map(line -> new CaseId(line.row().id())).toList());
    }

    /** Of a line that waits for nothing but to be opened. */
    public static Standing of(CaseId id, boolean isOpened) {
        return new Standing(isOpened ? Why.OPENED : Why.NEW, Optional.empty(), "", List.of(id));
    }
}
