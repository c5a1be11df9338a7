package org.umbral.clinic.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.umbral.shared.casefile.PartialDate;

/**
 * Keeps ten thousand cases from being compared each with each: only people who share a number, a telephone, a place, or the
 * sound of a word of their names in years of birth that may be one.
 */
final class Blocks {
    private static final int MOST_YEARS = 12;
    private static final int SOUNDS = 3;
    private static final int[] UNCONVERTED = {621, 622, 577, 578, 579, 580, 581};

    private final List<Subject> subjects;
    /** By subject, the blocks that it is in: of each, the places of all who are. */
    private final List<List<List<Integer>>> blocks = new ArrayList<>();

    Blocks(Collection<Subject> all) {
        subjects = List.copyOf(all);
        Map<String, List<Integer>> byKey = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            List<List<Integer>> own = new ArrayList<>();
            for (String key : keys(subjects.get(i))) {
                List<Integer> block = byKey.computeIfAbsent(key, none -> new ArrayList<>());
                block.add(i);
                own.add(block);
            }
            blocks.add(own);
        }
    }

    /** Each pair that shares a block and has one who is wanted, once; never two people of one case. */
    void pairs(Predicate<Subject> wanted, BiConsumer<Subject, Subject> compare) {
        int[] metBy = new int[subjects.size()];
        Arrays.fill(metBy, -1);
        for (int i = 0; i < subjects.size(); i++) {
            if (wanted.test(subjects.get(i))) {
                for (List<Integer> block : blocks.get(i)) {
                    for (int j : block) {
                        if (metBy[j] != i) {
                            metBy[j] = i;
                            pair(i, j, wanted, compare);
                        }
                    }
                }
            }
        }
    }

    /** Of two who are both wanted, the earlier brings the pair. */
    private void pair(int i, int j, Predicate<Subject> wanted, BiConsumer<Subject, Subject> compare) {
        Subject one = subjects.get(i);
        Subject other = subjects.get(j);
        boolean ofOneCase = one.person().caseId().equals(other.person().caseId());
        if (!ofOneCase && (i < j || !wanted.test(other))) {
            compare.accept(one, other);
        }
    }

    static Set<String> keys(Subject subject) {
        Set<String> keys = new HashSet<>();
        Person person = subject.person();
        subject.aNumbers().forEach(number -> keys.add("a " + number));
        person.documents().forEach(document -> keys.add("d " + document));
        person.numbers().forEach(number -> keys.add("n " + number));
        person.telephones().forEach(number -> keys.add("t " + number));
        person.sponsorTelephones().forEach(number -> keys.add("s " + number));
        Set<String> sounds = sounds(subject.names());
        Set<Integer> years = years(person.births());
        for (String sound : sounds) {
            years.forEach(year -> keys.add("y " + sound + " " + year));
            person.stays().forEach(stay -> months(stay).forEach(month -> keys.add("f " + sound + " " + month)));
            sounds(subject.relatives()).forEach(relative -> keys.add("r " + sound + " " + relative));
        }
        return keys;
    }

    /** Days at most thirty apart lie in one month or in neighbours. */
    private static List<String> months(Person.Stay stay) {
        long month = stay.on().getYear() * 12L + stay.on().getMonthValue();
        return List.of(stay.facility() + " " + month, stay.facility() + " " + (month + 1));
    }

    private static Set<String> sounds(List<Folded> names) {
        Set<String> sounds = new HashSet<>();
        for (Folded name : names) {
            name.words().forEach(word -> sounds.add(sound(word)));
            name.joined().forEach(joined -> joined.words().forEach(word -> sounds.add(sound(word))));
        }
        return sounds;
    }

    /** The first consonants, those that are written for one another taken for one; a word of vowels alone as it is. */
    static String sound(String word) {
        StringBuilder sounds = new StringBuilder();
        for (int i = 0; i < word.length() && sounds.length() < SOUNDS; i++) {
            char letter = letter(word.charAt(i));
            boolean again = sounds.length() > 0 && sounds.charAt(sounds.length() - 1) == letter;
            if (letter != 0 && !again) {
                sounds.append(letter);
            }
        }
        return sounds.length() == 0 ? word : sounds.toString();
    }

    private static char letter(char letter) {
        return switch (letter) {
            case 'A', 'E', 'I', 'O', 'U', 'Y', 'H', 'W', 'J' -> 0;
            case 'Z', 'X', 'S' -> 'S';
            case 'B', 'V', 'P', 'F' -> 'B';
            case 'C', 'K', 'Q', 'G' -> 'K';
            case 'D', 'T' -> 'T';
            case 'M', 'N' -> 'N';
            default -> letter;
        };
    }

    /** Every year that a birth may be of, and those that it would be of if its calendar was taken for another. */
    private static Set<Integer> years(List<PartialDate> births) {
        Set<Integer> years = new HashSet<>();
        for (PartialDate birth : births) {
            LocalDate from = birth.earliest().orElse(null);
            LocalDate to = birth.latest().orElse(null);
            if (from == null || to == null) {
                continue;
            }
            for (int year = from.getYear() - 1; year <= Math.min(to.getYear(), from.getYear() + MOST_YEARS); year++) {
                years.add(year);
            }
            for (int apart : UNCONVERTED) {
                if (from.getYear() < 1500) {
                    years.add(from.getYear() + apart);
                }
            }
        }
        return years;
    }
}
