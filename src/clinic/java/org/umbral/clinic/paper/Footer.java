package org.umbral.clinic.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** The line at the foot of each page, and which page of how many it is. */
final class Footer extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float ROOM = 30;
    private static final float BELOW = 22;

    private final Ink ink;
    private final String words;
    private @Nullable PdfTemplate total;

    Footer(Ink ink, String words) {
        this.ink = ink;
        this.words = words;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        if (total == null) {
            total = canvas.createTemplate(ROOM, SIZE * 2);
        }
        float y = document.bottom() - BELOW;
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_LEFT,
                ink.phrase(words, SIZE, false),
                document.left(),
                y,
                0,
                ink.direction(words),
                0);
        float right = document.right() - ROOM;
        ColumnText.showTextAligned(
                canvas, Element.ALIGN_RIGHT, ink.phrase(writer.getPageNumber() + " /", SIZE, false), right, y, 0);
        canvas.addTemplate(total, right + 3, y);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total != null) {
            total.beginText();
            total.setFontAndSize(ink.base(), SIZE);
            total.showText(Integer.toString(writer.getPageNumber() - 1));
            total.endText();
        }
    }
}
