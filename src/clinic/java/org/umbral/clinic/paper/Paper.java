package org.umbral.clinic.paper;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.umbral.shared.Bug;

/**
 * A PDF file in the making, on US Letter, from its first line to its last: each page is written when it is full, so that
 * long files take no memory. Closing ends the file and leaves the stream open. Not thread-safe.
 */
public final class Paper implements AutoCloseable {
    private static final float MARGIN = 48;
    private static final float FOOT = 60;
    private static final float BODY = 10;
    private static final float SMALL = 8.5f;
    private static final float LINE_TO_WRITE = 21;
    private static final float BOX = 9;
    private static final int LABEL = 34;
    private static final int VALUE = 66;

    private final Document document = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, FOOT);
    private final Ink ink = new Ink();
    private final PdfWriter writer;

    /** @param foot stands on every page beside the page's number */
    public Paper(OutputStream out, String title, String language, String foot) {
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Footer(ink, foot));
        document.addTitle(Ink.plain(title));
        document.addCreator("Umbral");
        document.setDocumentLanguage(language);
        document.open();
    }

    public void title(String words) {
        add(one(ink.phrase(words, 18, true), words, 8));
    }

    /** Not the last line of a page. */
    public void heading(String words) {
        PdfPCell cell = cell(ink.phrase(words, 13, true), words);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidthBottom(0.8f);
        cell.setPaddingBottom(3);
        room(60);
        add(table(cell, 12));
    }

    public void subheading(String words) {
        room(40);
        add(one(ink.phrase(words, 11, true), words, 8));
    }

    public void text(String words) {
        add(one(ink.phrase(words, BODY, false), words, 3));
    }

    public void small(String words) {
        add(one(ink.phrase(words, SMALL, false), words, 2));
    }

    /** What is asked and what was said; each value with a line below it that says where it comes from, or empty. */
    public void fact(String label, List<String> values, List<String> sources) {
        PdfPTable table = new PdfPTable(new float[] {LABEL, VALUE});
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        for (int i = 0; i < values.size(); i++) {
            table.addCell(cell(ink.phrase(i == 0 ? label : "", BODY, false), label));
            PdfPTable said = new PdfPTable(1);
            said.setSplitLate(false);
            said.addCell(cell(ink.phrase(values.get(i), BODY, true), values.get(i)));
            if (!sources.get(i).isEmpty()) {
                said.addCell(cell(ink.phrase(sources.get(i), SMALL - 1, false), sources.get(i)));
            }
            PdfPCell cell = new PdfPCell(said);
            cell.setBorder(Rectangle.NO_BORDER);
            table.addCell(cell);
        }
        add(table);
    }

    /** A question with a box for each answer. */
    public void boxes(String label, List<String> choices) {
        Phrase phrase = new Phrase(BODY * 1.8f);
        for (String choice : choices) {
            phrase.add(new Chunk(box(), 0, -1.5f));
            phrase.add(ink.phrase("\u00a0" + choice.replace(' ', '\u00a0') + "     ", BODY, false));
        }
        PdfPTable table = new PdfPTable(new float[] {LABEL, VALUE});
        table.setWidthPercentage(100);
        table.setSplitLate(true);
        table.setSpacingBefore(4);
        PdfPCell asked = cell(ink.phrase(label, BODY, true), label);
        asked.setPaddingTop(4);
        table.addCell(asked);
        PdfPCell cell = cell(phrase, "");
        cell.setLeading(BODY * 1.8f, 0);
        table.addCell(cell);
        add(table);
    }

    /** A question with lines to write on. */
    public void lines(String label, String hint, int count) {
        room(20 + LINE_TO_WRITE * Math.min(count, 3));
        add(one(ink.phrase(label, BODY, true), label, 7));
        if (!hint.isEmpty()) {
            add(one(ink.phrase(hint, SMALL, false), hint, 0));
        }
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        for (int i = 0; i < count; i++) {
            PdfPCell cell = new PdfPCell();
            cell.setFixedHeight(LINE_TO_WRITE);
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderWidthBottom(0.5f);
            table.addCell(cell);
        }
        add(table);
    }

    /** Short questions beside each other, each with one line to write on. */
    public void shortLines(List<String> labels) {
        PdfPTable table = new PdfPTable(2);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        for (String label : labels) {
            PdfPCell cell = cell(ink.phrase(label, BODY, true), label);
            cell.setFixedHeight(LINE_TO_WRITE + 16);
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderWidthBottom(0.5f);
            cell.setPaddingTop(5);
            table.addCell(cell);
        }
        if (labels.size() % 2 == 1) {
            PdfPCell free = new PdfPCell();
            free.setBorder(Rectangle.NO_BORDER);
            table.addCell(free);
        }
        add(table);
    }

    public void nextPage() {
        document.newPage();
    }

    /**
     * One photo to a page, as large as it fits.
     *
     * @param turn clockwise, in quarters
     * @return false where the bytes are no picture that can be drawn; then nothing was
     */
    public boolean photo(byte[] jpeg, String caption, int turn) {
        Image image;
        try {
            image = Image.getInstance(jpeg);
        } catch (IOException | RuntimeException notAPicture) {
            return false;
        }
        document.newPage();
        text(caption);
        image.setRotationDegrees(-turn);
        image.scaleToFit(document.right() - document.left(), document.top() - document.bottom() - 60);
        image.setAlignment(Image.MIDDLE);
        add(image);
        return true;
    }

    /** The letters that could not be drawn and stand as these numbers. */
    public List<String> unknownLetters() {
        return ink.unknown();
    }

    @Override
    public void close() {
        if (writer.getPageNumber() == 1 && writer.isPageEmpty()) {
            text("\u00a0");
        }
        document.close();
    }

    private void room(float needed) {
        if (writer.getVerticalPosition(false) - needed < document.bottom()) {
            document.newPage();
        }
    }

    private Image box() {
        PdfTemplate template = writer.getDirectContent().createTemplate(BOX, BOX);
        template.setLineWidth(0.7f);
        template.rectangle(0.5f, 0.5f, BOX - 1, BOX - 1);
        template.stroke();
        try {
            return Image.getInstance(template);
        } catch (BadElementException e) {
            throw new Bug("a box can be drawn", e);
        }
    }

    private PdfPTable one(Phrase phrase, String words, float before) {
        return table(cell(phrase, words), before);
    }

    private static PdfPTable table(PdfPCell cell, float before) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        table.setSpacingBefore(before);
        table.addCell(cell);
        return table;
    }

    private PdfPCell cell(Phrase phrase, String words) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(1);
        cell.setPaddingRight(6);
        cell.setLeading(0, 1.35f);
        cell.setRunDirection(ink.direction(words));
        return cell;
    }

    private void add(Element element) {
        try {
            document.add(element);
        } catch (DocumentException e) {
            throw new Bug("what we draw fits on a page", e);
        }
    }
}
