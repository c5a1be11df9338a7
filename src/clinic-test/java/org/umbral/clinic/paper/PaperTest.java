package org.umbral.clinic.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.umbral.testing.DrawnPaper;

class PaperTest {
    private boolean unknown;

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
        assertThat(unknown).isFalse();
    }

    @Test
    void persianAndPashtoLettersAreThere() throws IOException {
        drawn(paper -> paper.text("پچژگکی‌ها ټډړږښڼې"));
        assertThat(unknown).isFalse();
    }

    @Test
    void whatNoFontHasIsAQuestionMarkThatIsRemembered() throws IOException {
        assertThat(text(drawn(paper -> paper.text("abc ፊደል 😀 xyz")), 1)).contains("abc ??? ? xyz");
        assertThat(unknown).isTrue();
    }

    @Test
    void whatSteersTextIsNotDrawn() throws IOException {
        assertThat(text(drawn(paper -> paper.text("a\u202Eb\u2066c\u0000d\uFEFFe")), 1))
                .contains("abc de");
        assertThat(unknown).isFalse();
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

    private PdfReader drawn(Consumer<Paper> draw) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (Paper paper = new Paper(pdf, "title", "en", "foot")) {
            draw.accept(paper);
            unknown = paper.hasUnknownLetters();
        }
        return new PdfReader(pdf.toByteArray());
    }

    private static String text(PdfReader reader, int page) throws IOException {
        return new PdfTextExtractor(reader).getTextFromPage(page);
    }
}
