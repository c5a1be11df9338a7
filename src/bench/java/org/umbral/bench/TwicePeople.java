package org.umbral.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.umbral.clinic.duplicates.Duplicates;
import org.umbral.clinic.duplicates.Person;
import org.umbral.shared.casefile.PartialDate;

/**
 * Families that came once or twice, told by two people to two workers. Knows nothing of how people are recognised: its names
 * are made of syllables and of a list of its own, and its spellings come from rules of hearing and typing, not from a table.
 */
final class TwicePeople {
    private static final List<String> SHARED_NAMES = List.of(
            "Ana",
            "María",
            "José",
            "Luis",
            "Carlos",
            "Rosa",
            "Juan",
            "Mohammad",
            "Fatima",
            "Ali",
            "Zahra",
            "Olena",
            "Ivan",
            "Marie",
            "Pierre",
            "Jean",
            "Wilson",
            "Daniela",
            "Karim",
            "Noor");
    private static final List<String> SHARED_SURNAMES = List.of(
            "García",
            "Hernández",
            "Fernández",
            "López",
            "Martínez",
            "Hosseini",
            "Ahmadi",
            "Karimi",
            "Kovalenko",
            "Shevchenko",
            "Pierre",
            "Louis",
            "Joseph",
            "Rivas",
            "Guzmán",
            "Mejía");
    private static final List<String> STARTS =
            List.of("Ba", "Be", "Chi", "Da", "Fe", "Gu", "Ha", "Ka", "Lu", "Mi", "Na", "Pa", "Ri", "Sa", "To", "Za");
    private static final List<String> ENDS = List.of(
            "rin", "lomé", "dez", "khan", "yar", "tova", "zai", "ques", "nide", "mar", "lli", "vane", "sko", "pal");
    private static final List<String> COUNTRIES = List.of("MEX", "HND", "HTI", "AFG", "UKR", "VEN", "GTM");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Random random;
    private int made;

    final List<Person> people = new ArrayList<>();
    /** Pairs that are one person. */
    final Set<Duplicates.Different> same = new HashSet<>();

    TwicePeople(long seed) {
        random = new Random(seed);
    }

    /** One human being. */
    private record Human(
            List<String> given, List<String> family, LocalDate born, String country, String number, String telephone) {}

    /** @param twice of a hundred cases, how many are of a family that came before */
    TwicePeople fill(int cases, int twice) {
        while (made < cases) {
            List<Human> family = family();
            cut(family, false);
            if (made < cases && random.nextInt(100) < twice) {
                cut(family, true);
            }
        }
        return this;
    }

    private List<Human> family() {
        List<String> surnames = random.nextInt(3) == 0 ? List.of(surname()) : List.of(surname(), surname());
        String country = pick(COUNTRIES);
        String telephone = String.format(Locale.ROOT, "+1202555%04d%03d", random.nextInt(10_000), random.nextInt(1000));
        List<Human> family = new ArrayList<>();
        int members = 1 + random.nextInt(4);
        for (int i = 0; i < members; i++) {
            List<String> given = random.nextInt(3) == 0 ? List.of(name(), name()) : List.of(name());
            LocalDate born = TODAY.minusDays(i == 0 ? 6600 + random.nextInt(16_000) : random.nextInt(20_000));
            String number = String.format(Locale.ROOT, "%09d", random.nextInt(900_000_000) + 1_000_000);
            family.add(new Human(given, surnames, born, country, number, telephone));
        }
        return family;
    }

    private void cut(List<Human> family, boolean again) {
        String caseId = String.format(Locale.ROOT, "case-%06d", made++);
        String before = String.format(Locale.ROOT, "case-%06d", made - 2);
        for (int i = 0; i < family.size(); i++) {
            people.add(told(family.get(i), caseId, "p" + i));
            if (again) {
                same.add(new Duplicates.Different(new Person.Key(before, "p" + i), new Person.Key(caseId, "p" + i)));
            }
        }
    }

    /** What one worker wrote down of one human being on one day. */
    private Person told(Human human, String caseId, String id) {
        List<String> words = new ArrayList<>(human.given());
        if (words.size() > 1 && random.nextInt(3) == 0) {
            words.remove(1);
        }
        List<String> surnames = new ArrayList<>(human.family());
        if (surnames.size() > 1 && random.nextInt(3) == 0) {
            surnames.remove(1);
        }
        if (random.nextInt(6) == 0) {
            words.addAll(0, surnames);
        } else {
            words.addAll(surnames);
        }
        String name = String.join(" ", words.stream().map(this::heard).toList());
        Set<String> number = random.nextInt(4) == 0
                ? Set.of(random.nextInt(30) == 0 ? typo(human.number()) : human.number())
                : Set.of();
        Person person = Person.of(caseId, id, List.of(name), List.of(birth(human.born())))
                .citizenOf(random.nextInt(10) == 0 ? Set.of() : Set.of(human.country()))
                .withNumbers(number, Set.of(), Set.of());
        return id.equals("p0") && random.nextInt(2) == 0 ? person.reachedAt(Set.of(human.telephone())) : person;
    }

    private PartialDate birth(LocalDate born) {
        return switch (random.nextInt(12)) {
            case 0 -> PartialDate.ofYear(born.getYear());
            case 1 -> PartialDate.of(LocalDate.of(born.getYear(), 1, 1));
            case 2 ->
                new PartialDate(
                        PartialDate.Calendar.GREG, born.getYear() + random.nextInt(3) - 1, null, null, true, "about");
            case 3 ->
                PartialDate.of(
                        born.getDayOfMonth() <= 12
                                ? LocalDate.of(born.getYear(), born.getDayOfMonth(), Math.min(28, born.getMonthValue()))
                                : born);
            case 4 -> PartialDate.of(born.plusDays(random.nextInt(60) == 0 ? 400 : 1));
            default -> PartialDate.of(born);
        };
    }

    /** As another ear hears it and another hand types it. */
    private String heard(String word) {
        String heard = word;
        if (random.nextInt(4) == 0) {
            heard = switch (random.nextInt(8)) {
                case 0 -> heard.replaceFirst("z(?=$|[aeiou])", "s");
                case 1 -> heard.replaceFirst("(?<=.)i", "y");
                case 2 -> heard.replaceFirst("(?<=.)u", "o");
                case 3 -> heard.replaceFirst("(?<=.)e", "i");
                case 4 -> heard.replaceFirst("kh|k", "c");
                case 5 -> heard.replaceFirst("v", "b");
                case 6 -> heard.replaceFirst("h(?=.)", "");
                default -> typo(heard);
            };
        }
        return random.nextInt(5) == 0 ? heard.toUpperCase(Locale.ROOT) : heard;
    }

    /** Two neighbours change places. */
    private String typo(String text) {
        if (text.length() < 4) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 3);
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    private String name() {
        return random.nextInt(2) == 0 ? pick(SHARED_NAMES) : pick(STARTS) + pick(ENDS);
    }

    private String surname() {
        return random.nextInt(3) == 0
                ? pick(SHARED_SURNAMES)
                : pick(STARTS) + pick(STARTS).toLowerCase(Locale.ROOT) + pick(ENDS);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
