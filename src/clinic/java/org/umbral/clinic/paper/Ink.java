package org.umbral.clinic.paper;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import org.umbral.shared.Bug;

/**
 * The letters of one file. Text with Arabic letters is set in one font that has the others too, so that no line falls into
 * pieces; what neither font has is drawn as a question mark and remembered.
 */
final class Ink {
    private static final String FONTS = "/org/umbral/phone/fonts/";
    private static final char UNKNOWN = '?';

    private final BaseFont sans = font("NotoSans-Regular.ttf");
    private final BaseFont sansBold = font("NotoSans-Bold.ttf");
    private final BaseFont naskh = font("UmbralNaskh-Regular.ttf");
    private final BaseFont naskhBold = font("UmbralNaskh-Bold.ttf");
    private boolean unknown;

    /** Whether something could not be drawn. */
    boolean hasUnknown() {
        return unknown;
    }

    Phrase phrase(String text, float size, boolean bold) {
        String plain = plain(text);
        boolean arabic = plain.codePoints().anyMatch(Ink::isArabic);
        BaseFont base = arabic ? (bold ? naskhBold : naskh) : (bold ? sansBold : sans);
        Phrase phrase = new Phrase(size * 1.3f, drawable(plain, base), new Font(base, size));
        phrase.setLeading(size * 1.35f);
        return phrase;
    }

    BaseFont base() {
        return sans;
    }

    /** As its first strong letter has it; none where everything runs from the left. */
    static int direction(String text) {
        String plain = plain(text);
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

    private String drawable(String text, BaseFont font) {
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean there = c == '\n' || c == 0x200C || c == 0x200D || c <= 0xFFFF && font.charExists((char) c);
            unknown |= !there;
            drawn.appendCodePoint(there ? c : UNKNOWN);
        });
        return drawn.toString();
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
