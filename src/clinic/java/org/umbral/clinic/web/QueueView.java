package org.umbral.clinic.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Standing;
import org.umbral.shared.casefile.CaseId;

/**
 * The queue as it is listed.
 *
 * @param stamp what the live queue asks with: while it is the same, nothing changed
 * @param selected id of the case at the right; empty where there is none
 * @param rows those that are listed: at most {@link QueueFilter#most}
 * @param summary how many cases, and how many emergencies wait
 * @param alerts how many emergencies wait, whatever is listed
 * @param setAside how many of them were set aside and seen by nobody
 */
record QueueView(
        List<Desk.QueueRow> cases,
        List<Row> rows,
        String stamp,
        String selected,
        String summary,
        Closed closed,
        QueueFilter filter,
        int alerts,
        int setAside) {
    /**
     * Cases that staff closed: away from the others, but for those to which something came since.
     *
     * @param shown whether they are listed instead of the others
     */
    record Closed(Set<CaseId> ids, boolean shown) {
        boolean isAmong(Desk.QueueRow row) {
            return shown == isAway(row);
        }

        private boolean isAway(Desk.QueueRow row) {
            return ids.contains(row.id()) && row.opened().isPresent();
        }
    }

    record Row(
            String id,
            String code,
            String name,
            String situation,
            Urgency urgency,
            String age,
            String state,
            String photos,
            boolean photosMissing,
            boolean conflicts,
            boolean withdrawn,
            boolean opened,
            boolean selected,
            String whyKind,
            String why,
            String assigned) {
        boolean isWaitingEmergency() {
            return urgency.isEmergency() && !opened;
        }
    }

    /** @param unnamed words for a case whose name nobody wrote, or that the reader does not read */
    static QueueView of(
            List<Desk.QueueRow> cases,
            Closed closed,
            QueueFilter filter,
            CatalogueWords catalogue,
            Moments moments,
            String selected,
            String stamp,
            String unnamed,
            int setAside) {
        Words words = catalogue.words();
        List<Desk.QueueRow> open = cases.stream().filter(closed::isAmong).toList();
        List<Desk.QueueRow> fitting = open.stream().filter(filter::fits).toList();
        List<Row> rows = fitting.stream()
                .limit(filter.most())
                .map(one -> row(one, catalogue, moments, selected, unnamed))
                .toList();
        int waiting = (int) open.stream()
                .filter(one -> one.isEmergency() && one.opened().isEmpty())
                .count();
        String summary = words.say("queue.summary", fitting.size())
                + (waiting == 0 ? "" : " · " + words.say("queue.summary.emergencies", waiting));
        return new QueueView(
                cases,
                rows,
                stamp,
                selected,
                summary,
                closed,
                filter.counted(open, fitting.size()),
                waiting + setAside,
                setAside);
    }

    private static Row row(
            Desk.QueueRow one, CatalogueWords catalogue, Moments moments, String selected, String unnamed) {
        Words words = catalogue.words();
        return new Row(
                one.id().text(),
                one.code(),
                one.name().isBlank() ? words.say(unnamed) : one.name(),
                catalogue.choice("CAS-03", one.situation()),
                catalogue.urgency(one.urgency()),
                moments.age(one.arrived()),
                one.opened()
                        .map(at -> words.say("queue.opened", moments.shortly(at)))
                        .orElse(words.say("queue.new")),
                photos(one, words),
                one.photosHere() < one.photos(),
                one.conflicts(),
                one.withdrawn(),
                one.opened().isPresent(),
                one.standing().members().stream()
                        .anyMatch(member -> member.text().equals(selected)),
                PhonePages.lower(one.standing().why()),
                why(one, words, moments),
                one.standing().assignedNames());
    }

    /** Why it stands where it does. */
    private static String why(Desk.QueueRow row, Words words, Moments moments) {
        return row.standing()
                .followUp()
                .filter(day -> row.standing().why() == Standing.Why.FOLLOW_UP)
                .map(day -> words.say("queue.why.FOLLOW_UP", moments.date(day)))
                .orElseGet(() -> row.standing().why() == Standing.Why.FOLLOW_UP
                        ? ""
                        : words.say("queue.why." + row.standing().why().name()));
    }

    private static String photos(Desk.QueueRow row, Words words) {
        if (row.photos() == 0) {
            return words.say("queue.photos.none");
        }
        return row.photosHere() == row.photos()
                ? words.say("queue.photos.all", row.photos())
                : words.say("queue.photos.some", row.photosHere(), row.photos());
    }

    /** Lines of this session that are away among the closed. */
    int closedCount() {
        return (int) cases.stream().filter(closed::isAway).count();
    }

    Optional<Desk.QueueRow> row(CaseId id) {
        return cases.stream()
                .filter(row -> row.standing().members().contains(id))
                .findFirst();
    }

    String pollAddress() {
        return "/queue/list?stamp=" + stamp + "&selected=" + selected + (closed.shown() ? "&closed=yes" : "")
                + filter.query();
    }
}
