package org.umbral.phone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.umbral.phone.capture.Folded;
import org.umbral.shared.casefile.CaseId;

/**
 * Finds cases as somebody types: by names in any script, A-Number, case code, sponsors' names. In memory only, made of the
 * rows of the list and let go with them. Immutable.
 */
public final class CaseIndex {
    /** From this length on, letters inside a word count too: people remember the middle of a name. */
    private static final int INSIDE_FROM = 3;

    private record Found(String words, String code) {
        boolean by(Sought sought) {
            return words.contains(sought.beginning)
                    || sought.word.length() >= INSIDE_FROM && words.contains(sought.word)
                    || !sought.number.isEmpty() && words.contains(sought.number)
                    || code.startsWith(sought.code);
        }
    }

    /** One typed word in the forms that it is looked for, made once for all cases. */
    private record Sought(String word, String beginning, String number, String code) {
        static Sought of(String word) {
            return new Sought(word, " " + word, isNumber(word) ? " " + word.substring(1) : "", codeForm(word));
        }

        /** "A204…" as it is printed. */
        private static boolean isNumber(String word) {
            return word.length() > 1
                    && word.charAt(0) == 'a'
                    && word.chars().skip(1).allMatch(Character::isDigit);
        }
    }

    private final Map<CaseId, Found> cases = new LinkedHashMap<>();

    private CaseIndex() {}

    public static CaseIndex of(List<CaseRow> rows) {
        CaseIndex index = new CaseIndex();
        // The first search loads Unicode's tables: here, where nobody is typing.
        index.find("ñ");
        rows.forEach(row -> index.cases.put(row.id(), new Found(row.terms(), codeForm(row.code()))));
        return index;
    }

    /** In the order of the rows; all of them where nothing was typed. Every word that was typed has to be found. */
    public List<CaseId> find(String typed) {
        List<Sought> words = Folded.words(typed).stream().map(Sought::of).toList();
        return cases.entrySet().stream()
                .filter(one -> words.stream().allMatch(one.getValue()::by))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** As Crockford's alphabet is read: O for 0, I and L for 1; no dashes. */
    private static String codeForm(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    @Override
    public String toString() {
        return "CaseIndex";
    }
}
