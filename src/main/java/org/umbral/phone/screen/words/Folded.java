package org.umbral.phone.screen.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.umbral.shared.doubt.Typed;

/** Text as it is compared when somebody searches: no accents, no case, one form of each letter, ASCII digits. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}|\u0640");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    public static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’ʼ`]", "");
        StringBuilder folded = new StringBuilder();
        Typed.asciiDigits(plain).chars().forEach(c -> folded.append(letter((char) c)));
        return BETWEEN.matcher(folded).replaceAll(" ").strip();
    }

    /** The Arabic, Persian and Pashto forms of one letter are one; so are the Latin ones without a decomposition. */
    private static char letter(char c) {
        return switch (c) {
            case 'ي', 'ى', 'ې', 'ۍ' -> 'ی';
            case 'ك', 'ګ', 'گ' -> 'ک';
            case 'ٱ', 'آ' -> 'ا';
            case 'ة', 'ۀ' -> 'ه';
            case 'ñ' -> 'n';
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'ı' -> 'i';
            case 'đ' -> 'd';
            case 'ё' -> 'е';
            case 'ґ' -> 'г';
            default -> c;
        };
    }
}
