package org.umbral.phone.capture;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Text as it is compared when somebody searches: without accents and case, one letter for those that keyboards mix up
 * (alef, ya, kaf and gaf of Arabic, Persian and Pashto, Cyrillic letters with marks), western digits.
 */
public final class Folded {
    private static final int TATWEEL = 0x640;

    private Folded() {}

    /** The words of a text; what joins letters inside a word, such as an apostrophe or a dash, is dropped. */
    public static List<String> words(String text) {
        return Arrays.stream(folded(text, false).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The text with one space between its words; a dash ends a word, an apostrophe does not. */
    public static String spaced(String text) {
        return String.join(
                " ",
                Arrays.stream(folded(text, true).split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static String folded(String text, boolean signsEndWords) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> fold(folded, c, signsEndWords));
        return folded.toString();
    }

    private static void fold(StringBuilder folded, int c, boolean signsEndWords) {
        if (Character.isDigit(c)) {
            folded.append(Character.digit(c, 10));
        } else if (Character.isLetter(c)) {
            if (c != TATWEEL && Character.getType(c) != Character.MODIFIER_LETTER) {
                append(folded, c);
            }
        } else if (signsEndWords ? !isMark(c) : Character.isWhitespace(c) || c == ',' || c == '/' || c == '.') {
            folded.append(' ');
        }
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> "'’‘`".indexOf(c) >= 0;
        };
    }

    private static void append(StringBuilder folded, int c) {
        switch (c) {
            case 'ي', 'ى', 'ې', 'ۍ' -> folded.append('ی');
            case 'ك', 'ڪ', 'ګ', 'گ' -> folded.append('ک');
            case 'ٱ' -> folded.append('ا');
            case 'ة', 'ۀ', 'ہ', 'ھ', 'ە' -> folded.append('ه');
            case 'ґ' -> folded.append('г');
            case 'ı' -> folded.append('i');
            case 'ł' -> folded.append('l');
            case 'ø' -> folded.append('o');
            case 'đ' -> folded.append('d');
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            default -> folded.appendCodePoint(c);
        }
    }
}
