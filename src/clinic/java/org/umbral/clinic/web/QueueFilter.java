package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Standing.Why;

/**
 * Which lines of the queue are listed.
 *
 * @param staff id of the reader
 * @param most how many lines at once
 * @param links to the others, with how many lines each has
 * @param hidden how many fit and are not listed
 */
record QueueFilter(Which which, String staff, int most, List<Link> links, int hidden) {
    private static final int AT_ONCE = 60;
    private static final int MOST = 10_000;

    enum Which {
        ALL,
        MINE,
        EMERGENCIES,
        ANSWERS
    }

    record Link(String label, String href, int count, boolean current) {}

    static QueueFilter of(Visit visit) {
        String wanted = visit.query("only");
        Which which = Arrays.stream(Which.values())
                .filter(one -> PhonePages.lower(one).equals(wanted))
                .findFirst()
                .orElse(Which.ALL);
        return new QueueFilter(which, visit.staff().staff(), most(visit.query("most")), List.of(), 0);
    }

    private static int most(String typed) {
        try {
            return Math.min(MOST, Math.max(AT_ONCE, Integer.parseInt(typed)));
        } catch (NumberFormatException none) {
            return AT_ONCE;
        }
    }

    boolean fits(Desk.QueueRow row) {
        return fits(which, row);
    }

    private boolean fits(Which one, Desk.QueueRow row) {
        return switch (one) {
            case ALL -> true;
            case MINE -> row.standing().assigned().contains(staff);
            case EMERGENCIES -> row.isEmergency();
            case ANSWERS -> row.standing().why() == Why.ANSWERED;
        };
    }

    QueueFilter counted(List<Desk.QueueRow> rows, int fitting) {
        List<Link> all = new ArrayList<>();
        for (Which one : Which.values()) {
            int count = (int) rows.stream().filter(row -> fits(one, row)).count();
            String href = one == Which.ALL ? "/queue" : "/queue?only=" + PhonePages.lower(one);
            all.add(new Link("queue.only." + one.name(), href, count, one == which));
        }
        return new QueueFilter(which, staff, most, all, Math.max(0, fitting - most));
    }

    /** For the live queue. */
    String query() {
        return (which == Which.ALL ? "" : "&only=" + PhonePages.lower(which))
                + (most == AT_ONCE ? "" : "&most=" + most);
    }

    String more() {
        return "/queue?most=" + (most + AT_ONCE) + (which == Which.ALL ? "" : "&only=" + PhonePages.lower(which));
    }
}
