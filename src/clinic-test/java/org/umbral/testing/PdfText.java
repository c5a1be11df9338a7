package org.umbral.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF file back with a library that did not draw it. */
public final class PdfText {
    private PdfText() {}

    /** As that library guesses that it is read. */
    public static String of(byte[] pdf) {
        return read(pdf, new PDFTextStripper());
    }

    /** Its lines as they are drawn: letters from the left to the right, whatever their direction. */
    public static List<String> asDrawn(byte[] pdf) {
        Drawn drawn = new Drawn();
        read(pdf, drawn);
        return drawn.lines();
    }

    private static String read(byte[] pdf, PDFTextStripper reader) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return reader.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Drawn extends PDFTextStripper {
        private final SortedMap<Integer, List<TextPosition>> lines = new TreeMap<>();

        @Override
        protected void processTextPosition(TextPosition letter) {
            lines.computeIfAbsent(Math.round(letter.getYDirAdj()), none -> new ArrayList<>())
                    .add(letter);
            super.processTextPosition(letter);
        }

        private List<String> lines() {
            List<String> all = new ArrayList<>();
            for (List<TextPosition> line : lines.values()) {
                StringBuilder text = new StringBuilder();
                line.stream()
                        .sorted(Comparator.comparingDouble(TextPosition::getXDirAdj))
                        .forEach(letter -> text.append(letter.getUnicode()));
                all.add(text.toString());
            }
            return all;
        }
    }
}
