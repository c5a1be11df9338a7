package org.umbral.clinic.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which office is meant, and which office a place of detention belongs to, as the clinic's tables say.
 *
 * @param offices rows of name, place and code
 * @param facilities rows of name, place and office
 */
record Offices(List<List<String>> offices, List<List<String>> facilities) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Of the place as somebody wrote it; empty where the table does not know it, or knows several. */
    Optional<String> ofFacility(String written) {
        List<String> found = facilities.stream()
                .filter(row -> isMeant(row, written))
                .map(row -> row.get(2))
                .filter(office -> !office.isBlank())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether two people wrote of one office, by its name, its code or both; empty where the table does not know. */
    Optional<Boolean> isSame(String one, String other) {
        if (plain(one).equals(plain(other))) {
            return Optional.of(true);
        }
        return office(one).flatMap(first -> office(other).map(first::equals));
    }

    private Optional<String> office(String written) {
        String wanted = plain(written);
        return offices.stream()
                .filter(row -> isMeant(row, written) || plain(row.get(2)).equals(wanted))
                .map(row -> plain(row.get(0)))
                .findFirst();
    }

    /** Its name, or the whole row as phones and forms write it. */
    private static boolean isMeant(List<String> row, String written) {
        String wanted = plain(written);
        return plain(row.get(0)).equals(wanted)
                || plain(row.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", ")))
                        .equals(wanted);
    }

    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(bare).replaceAll(" ").strip();
    }
}
