package org.umbral.clinic.paper;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.umbral.shared.Bug;

/**
 * The letters of one file. Text with Arabic letters is set in one font that has the others too, so that no line falls into
 * pieces; what neither font has is drawn as its number and remembered.
 */
final class Ink {
    private static final String FONTS = "/org/umbral/phone/fonts/";
    private static final char UNKNOWN = '?';

    private final BaseFont sans = font("NotoSans-Regular.ttf");
    private final BaseFont sansBold = font("NotoSans-Bold.ttf");
    private final BaseFont naskh = font("UmbralNaskh-Regular.ttf");
    private final BaseFont naskhBold = font("UmbralNaskh-Bold.ttf");
    private final SortedSet<Integer> unknown = new TreeSet<>();

    /** The letters that could not be drawn, in the order of their numbers. */
    List<String> unknown() {
        return unknown.stream().map(Ink::number).toList();
    }

    Phrase phrase(String text, float size, boolean bold) {
        String drawn = drawable(plain(text));
        BaseFont base = isArabic(drawn) ? (bold ? naskhBold : naskh) : (bold ? sansBold : sans);
        Phrase phrase = new Phrase(size * 1.3f, LeftToRight.kept(drawn), new Font(base, size));
        phrase.setLeading(size * 1.35f);
        return phrase;
    }

    BaseFont base() {
        return sans;
    }

    /** As its first strong letter has it; none where everything runs from the left. */
    int direction(String text) {
        String plain = drawable(plain(text));
        if (!Bidi.requiresBidi(plain.toCharArray(), 0, plain.length())) {
            return PdfWriter.RUN_DIRECTION_NO_BIDI;
        }
        return new Bidi(plain, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? PdfWriter.RUN_DIRECTION_LTR
                : PdfWriter.RUN_DIRECTION_RTL;
    }

    /** Without what steers instead of being read: a name may not turn the line that it stands in. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(Ink::harmless).filter(c -> c >= 0).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int harmless(int c) {
        if (c == '\n') {
            return c;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT -> c == 0x200C || c == 0x200D ? c : -1;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> UNKNOWN;
            default -> c;
        };
    }

    /** What no font has stands as the numbers of its letters, and is remembered. */
    private String drawable(String text) {
        BaseFont font = isArabic(text) ? naskh : sans;
        StringBuilder drawn = new StringBuilder(text.length());
        boolean numbers = false;
        for (int c : text.codePoints().toArray()) {
            boolean there = c == '\n' || c == 0x200C || c == 0x200D || c <= 0xFFFF && font.charExists((char) c);
            if (there) {
                drawn.append(numbers ? "]" : "").appendCodePoint(c);
            } else {
                unknown.add(c);
                drawn.append(numbers ? " " : "[").append(number(c));
            }
            numbers = !there;
        }
        return drawn.append(numbers ? "]" : "").toString();
    }

    private static String number(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }

    private static boolean isArabic(String text) {
        return text.codePoints().anyMatch(Ink::isArabic);
    }

    private static boolean isArabic(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    private static BaseFont font(String name) {
        try (InputStream in = Ink.class.getResourceAsStream(FONTS + name)) {
            if (in == null) {
                throw new Bug("the jar holds its fonts");
            }
            return BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
        } catch (IOException | DocumentException e) {
            throw new Bug("the jar holds its fonts", e);
        }
    }
}
