package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Cards.Line;
import org.umbral.shared.casefile.CaseId;

/**
 * Why a line stands where it does in the queue.
 *
 * @param followUp day by which somebody should look again
 * @param assigned ids of staff to whom the case was given; {@code assignedNames} are their names
 * @param members the cases that are one in it; one normally
 */
public record Standing(
        Why why, Optional<LocalDate> followUp, Set<String> assigned, String assignedNames, List<CaseId> members) {
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
        assigned = Set.copyOf(assigned);
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
        Set<String> assigned = members.stream()
                .flatMap(line -> Stream.of(line.card().assigned().split(" ")))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
        String names = members.stream()
                .map(line -> line.card().assignedNames())
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Standing(
                why, followUp, assigned, names, members.stream().map(Line::id).toList());
    }

    /** Of a line that waits for nothing but to be opened. */
    public static Standing of(CaseId id, boolean isOpened) {
        return new Standing(isOpened ? Why.OPENED : Why.NEW, Optional.empty(), Set.of(), "", List.of(id));
    }
}
