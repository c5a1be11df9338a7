package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Step;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;
import org.umbral.testing.WholeCatalogue;

class BlankPagesTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @BeforeEach
    void logIn() {
        visitor.loggedIn(clinic);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void itAsksInTheOrderOfTheScreensAndNumbersItsPages(String language) throws IOException {
        String text =
                text(visitor.get(clinic.url("/blank?language=" + language)).bytes());
        Words words = Words.of(language);
        int from = 0;
        for (Step step : WholeCatalogue.read().steps()) {
            String title = words.ofCatalogue("step." + step.id()).orElseThrow();
            int at = text.indexOf(flat(title), from);
            assertThat(at).as(title).isGreaterThanOrEqualTo(from);
            from = at;
        }
        assertThat(text).contains(flat(words.say("out.blank.title")), "1/", "2/");
    }

    @Test
    void everythingThatAWorkerMayAskIsOnItAndNothingThatOnlyAttorneysRead() throws IOException {
        String text = text(visitor.get(clinic.url("/blank?language=en")).bytes());
        Catalogue whole = WholeCatalogue.read();
        Words words = Words.of("en");
        List<String> lost = new ArrayList<>();
        whole.fields().stream()
                .filter(field -> whole.stepOf(field.id()).isPresent())
                .filter(field -> field.enters().contains("V") || field.enters().contains("O"))
                .filter(field -> !field.id().equals("CON-03"))
                .map(field -> flat(words.ofCatalogue("field." + field.id()).orElseThrow()))
                .filter(label -> !text.contains(label))
                .forEach(lost::add);
        assertThat(lost).isEmpty();
        for (String field : SampleClinic.ATTORNEYS_FIELDS) {
            assertThat(text)
                    .doesNotContain(flat(words.ofCatalogue("field." + field).orElseThrow()));
        }
    }

    @Test
    void everyRoleGetsItAlsoBeforeThereIsACaseAndNobodyWithoutALogin() {
        for (Role role : Role.values()) {
            clinic.login.role(role);
            var answer = visitor.get(clinic.url("/blank"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/pdf");
        }
        assertThat(new WebVisitor().get(clinic.url("/blank")).status()).isEqualTo(302);
    }

    /** Letters only: where a line breaks and what stands between two words is the drawing's business. */
    static String text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return flat(text.toString());
    }

    static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
