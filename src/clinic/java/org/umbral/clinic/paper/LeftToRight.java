package org.umbral.clinic.paper;

import java.text.Bidi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers, dates, telephones and Latin words in lines with letters that run from the right: without marks around them a
 * number of several parts stands there with its parts turned round. The marks are not drawn.
 */
final class LeftToRight {
    private static final char BEGINS = '\u202A';
    private static final char ENDS = '\u202C';
    private static final String IN_BRACKETS = "\\([0-9]+\\)|\\[U\\+[0-9A-FU+ ]+\\]";
    private static final Pattern PIECE = Pattern.compile("(?:\\+?(?:[\\p{IsLatin}0-9]|" + IN_BRACKETS + "))"
            + "(?:[ \u00a0]?(?:[\\p{IsLatin}\\p{M}0-9+./:@_#%&'\u2019-]|" + IN_BRACKETS + "))*+");

    private LeftToRight() {}

    static String kept(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length() + 16);
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            int end = lastOfAWord(text, piece.start(), piece.end());
            piece.appendReplacement(kept, "");
            kept.append(BEGINS).append(text, piece.start(), end).append(ENDS).append(text, end, piece.end());
        }
        return piece.appendTail(kept).toString();
    }

    /** A full stop after a word ends the sentence around it. */
    private static int lastOfAWord(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && !Character.isLetterOrDigit(text.charAt(last - 1)) && !isClosing(text, last - 1)) {
            last--;
        }
        return last;
    }

    private static boolean isClosing(String text, int at) {
        return text.charAt(at) == ')'
                || text.charAt(at) == ']'
                || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK;
    }
}
