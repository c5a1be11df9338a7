package org.umbral.clinic.casework;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Cards.Line;
import org.umbral.clinic.casework.Desk.QueueRow;
import org.umbral.clinic.duplicates.Spoken;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/** Looks at every card: ten thousand take a few milliseconds. */
final class CardFinding implements Finding {
    private static final int LEAST_OF_A_NUMBER = 4;
    private static final int LEAST_OF_A_CODE = 3;
    private static final Pattern A_NUMBER = Pattern.compile("A\\d{7,9}");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    private final Desk desk;
    private final Cards cards;
    private final Queue queue;
    private final Audit audit;

    CardFinding(Desk desk, Cards cards, Queue queue, Audit audit) {
        this.desk = desk;
        this.cards = cards;
        this.queue = queue;
        this.audit = audit;
    }

    /** What was typed, made ready. */
    private record Wanted(String code, String number, Spoken.Sought name, boolean whole) {
        /** @param whole whether also by what says who somebody is */
        static Wanted of(String typed, boolean whole) {
            String bare = FindCard.bare(typed);
            String number = A_NUMBER.matcher(bare).matches() ? bare.substring(1) : bare;
            boolean isNumber = number.length() >= LEAST_OF_A_NUMBER
                    && DIGIT.matcher(number).matches();
            return new Wanted(
                    bare.length() >= LEAST_OF_A_CODE ? crockford(bare) : "",
                    isNumber ? number : "",
                    Spoken.sought(typed),
                    whole);
        }

        Optional<By> by(Line line) {
            if (!code.isEmpty() && crockford(FindCard.bare(line.card().code())).startsWith(code)) {
                return Optional.of(By.CODE);
            }
            if (!whole) {
                return Optional.empty();
            }
            if (!number.isEmpty() && line.numbers().stream().anyMatch(held -> held.contains(number))) {
                return Optional.of(By.NUMBER);
            }
            return switch (line.names().fits(name)) {
                case 3 -> Optional.of(By.NAME);
                case 2 -> Optional.of(By.SPELLING);
                case 1 -> Optional.of(By.SOUND);
                default -> Optional.empty();
            };
        }
    }

    /** A code as it is read out: O is 0, I and L are 1. */
    private static String crockford(String code) {
        return code.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
    }

    @Override
    public List<Found> find(StaffSession session, String typed) throws AskThePerson, TryAgain {
        List<QueueRow> visible = desk.queue(session);
        Wanted wanted = Wanted.of(typed, Access.of(session).readsNames());
        Cards.Held held = cards.follow(session.ring().staffKey());
        boolean names = Access.of(session).readsNames();
        List<Found> found = visible.stream()
                .flatMap(row -> found(row, held, wanted).stream())
                // Who does not read names does not learn by asking whether one is there.
                .filter(one -> names || one.by() == By.CODE)
                .sorted(Comparator.comparing(Found::by))
                .limit(MOST)
                .toList();
        audit.append(session.staff(), Audit.Action.SEARCHED, Integer.toString(found.size()));
        return found;
    }

    private static Optional<Found> found(QueueRow row, Cards.Held held, Wanted wanted) {
        EnumSet<By> all = EnumSet.noneOf(By.class);
        row.standing().members().stream()
                .map(id -> held.lines().get(id.text()))
                .filter(Objects::nonNull)
                .flatMap(line -> wanted.by(line).stream())
                .forEach(all::add);
        return Stream.of(all)
                .filter(some -> !some.isEmpty())
                .map(some -> new Found(row, some.iterator().next()))
                .findFirst();
    }

    @Override
    public void forget() {
        queue.forget();
    }
}
