package org.umbral.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One step of a history of the whole line; its seed makes every choice in it, so that it is the same without others. */
record LineStep(Kind kind, long seed) {
    private static final int FEWEST = 20;
    private static final int MORE = 40;

    /** What happens; the number says how often beside the others. */
    enum Kind {
        NEW_CASE(4),
        EDIT(18),
        ADD_ITEM(5),
        REMOVE_ITEM(6),
        PHOTO(3),
        CUT(12),
        READ_LETTERS(14),
        ANSWER(6),
        DELIVER(30),
        STAFF_OPEN(4),
        STAFF_EDIT(20),
        STAFF_SETTLE(10),
        STAFF_ASK(6),
        JOIN_CASES(6),
        TAKE_APART(3),
        CROSS(1),
        JOIN_AGAIN(3),
        CONFIRM_KEYS(2),
        KILL_PHONE(3),
        KILL_CLINIC(2),
        PHONE_CLOCK(3),
        CLINIC_CLOCK(2),
        BACK_UP(8),
        RESTORE(6);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** Clocks that leap at the clinic make phones forget, and a copy then lacks what no phone has: one or the other. */
    static List<LineStep> history(long seed) {
        Random choice = new Random(seed);
        boolean restores = choice.nextInt(3) == 0;
        List<LineStep> steps = new ArrayList<>(List.of(new LineStep(Kind.NEW_CASE, choice.nextLong())));
        int count = FEWEST + choice.nextInt(MORE);
        while (steps.size() < count) {
            Kind kind = pick(choice);
            boolean copies = kind == Kind.BACK_UP || kind == Kind.RESTORE;
            if (restores ? kind != Kind.CLINIC_CLOCK : !copies) {
                steps.add(new LineStep(kind, choice.nextLong()));
            }
        }
        return steps;
    }

    private static Kind pick(Random choice) {
        int all = 0;
        for (Kind kind : Kind.values()) {
            all += kind.weight;
        }
        int at = choice.nextInt(all);
        for (Kind kind : Kind.values()) {
            at -= kind.weight;
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("every weight was passed");
    }
}
