package org.umbral.clinic.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.testing.DrawnPaper;
import org.umbral.testing.PdfText;

class PaperTest {
    private List<String> unknown = List.of();

    @Test
    void everyPageSaysWhichOfHowManyItIs() throws IOException {
        PdfReader reader = drawn(paper -> {
            for (int i = 0; i < 200; i++) {
                paper.text("Línea " + i);
            }
        });
        int pages = reader.getNumberOfPages();
        assertThat(pages).isGreaterThan(2);
        for (int page = 1; page <= pages; page++) {
            assertThat(text(reader, page)).contains("foot", page + " /", Integer.toString(pages));
        }
    }

    @Test
    void arabicLettersAreJoinedAndRunFromTheRight() throws IOException {
        String text = text(drawn(paper -> paper.fact("Name", List.of("سلام"), List.of(""))), 1);
        // seen, lam-alef and meem in the forms that they have in a word, from left to right as they are drawn
        assertThat(text).contains("\uFEE1\uFEFC\uFEB3");
        assertThat(unknown).isEmpty();
    }

    @Test
    void persianAndPashtoLettersAreThere() throws IOException {
        drawn(paper -> paper.text("پچژگکی‌ها ټډړږښڼې"));
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatNoFontHasIsDrawnAsItsNumberAndRemembered() throws IOException {
        assertThat(read(paper -> paper.text("abc ፊደል 😀 李 xyz")))
                .contains("abc [U+134A U+12F0 U+120D] [U+1F600] [U+674E] xyz");
        assertThat(unknown).containsExactly("U+120D", "U+12F0", "U+134A", "U+674E", "U+1F600");
    }

    @Test
    void cyrillicAndGreekLettersAreThereBesideArabicOnesToo() throws IOException {
        assertThat(read(paper -> paper.fact("Имя", List.of("Олена Фіктивна", "Олена سلام"), List.of("", ""))))
                .contains("Имя", "Олена Фіктивна", "سلام");
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "فاطمه A000-000-012, A000-000-012",
        "فاطمه 000-000-012, 000-000-012",
        "تلفن +1 202 555 0123, +1 202 555 0123",
        "تلفن +1 (202) 555-0123 است, +1 (202) 555-0123",
        "تاریخ 2026-11-21 ساعت 14:10, 2026-11-21",
        "بیمارستان Hospital General دوم, Hospital General",
        "نام ana@example.org, ana@example.org",
        "نام ፊደ است, [U+134A U+12F0]",
        "سن 35. نام دیگر, 35"
    })
    void aNumberOrALatinWordAfterArabicLettersKeepsItsOrder(String text, String kept) {
        String line = drawn(paper -> paper.fact("", List.of(text), List.of("")), kept);
        assertThat(line).contains(kept).doesNotContain("\u202A", "\u202C");
        assertThat(line.codePointAt(line.length() - 1))
                .as("what comes first stands at the right")
                .matches(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    }

    @Test
    void aNumberAfterAnArabicWordInALatinLineStaysBehindIt() {
        String line = drawn(paper -> paper.fact("", List.of("Ana فاطمه 000-000-012"), List.of("")), "Ana");
        assertThat(line).startsWith("Ana ").endsWith(" 000-000-012");
    }

    @Test
    void whatSteersTextIsNotDrawn() throws IOException {
        assertThat(text(drawn(paper -> paper.text("a\u202Eb\u2066c\u0000d\uFEFFe")), 1))
                .contains("abc de");
        assertThat(unknown).isEmpty();
    }

    @Test
    void aWordLongerThanAPageIsBrokenAndNothingIsLost() throws IOException {
        PdfReader reader = drawn(paper -> paper.fact("Label", List.of("x".repeat(9000) + "END"), List.of("who")));
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            all.append(text(reader, page));
        }
        assertThat(all.chars().filter(c -> c == 'x').count()).isEqualTo(9000);
        assertThat(all.toString().replaceAll("\\s", "")).contains("xEND", "who");
    }

    @Test
    void aPhotoTakesAPageAndBytesThatAreNoneTakeNone() throws IOException {
        byte[] jpeg = DrawnPaper.jpeg(400, 300, "FICTICIO", List.of("photo"));
        PdfReader reader = drawn(paper -> {
            paper.title("Photos");
            assertThat(paper.photo(jpeg, "E-01-p1", 90)).isTrue();
            assertThat(paper.photo(new byte[] {1, 2, 3}, "E-01-p2", 0)).isFalse();
        });
        assertThat(reader.getNumberOfPages()).isEqualTo(2);
        assertThat(text(reader, 2)).contains("E-01-p1").doesNotContain("E-01-p2");
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        assertThat(drawn(paper -> {}).getNumberOfPages()).isEqualTo(1);
    }

    /** The line that holds this, as it is drawn. */
    private String drawn(Consumer<Paper> draw, String holds) {
        return PdfText.asDrawn(written(draw)).stream()
                .filter(line -> line.contains(holds))
                .findFirst()
                .orElse("");
    }

    private String read(Consumer<Paper> draw) {
        return PdfText.of(written(draw));
    }

    private PdfReader drawn(Consumer<Paper> draw) throws IOException {
        return new PdfReader(written(draw));
    }

    private byte[] written(Consumer<Paper> draw) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (Paper paper = new Paper(pdf, "title", "en", "foot")) {
            draw.accept(paper);
            unknown = paper.unknownLetters();
        }
        return pdf.toByteArray();
    }

    private static String text(PdfReader reader, int page) throws IOException {
        return new PdfTextExtractor(reader).getTextFromPage(page);
    }
}
