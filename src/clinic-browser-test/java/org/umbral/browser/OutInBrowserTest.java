package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleCase;
import org.umbral.testing.SampleClinic;

class OutInBrowserTest {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");
    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en-US", "es-MX"})
    void aCaseTakesTwoPagesAtMostHoweverMuchWasWritten(String language) {
        try (SampleClinic clinic = SampleClinic.atWork();
                ClinicVisitor visitor = chromium.visitor(1280, 800, language)) {
            visitor.logIn(clinic.url("/login"), LoginFake.NAME, SampleClinic.PASSPHRASE);
            assertThat(pages(clinic, visitor)).isLessThanOrEqualTo(2);
            crowd(clinic.main);
            assertThat(pages(clinic, visitor)).isEqualTo(2);
        }
    }

    private static int pages(SampleClinic clinic, ClinicVisitor visitor) {
        visitor.open(clinic.url("/cases/" + clinic.main.id().text() + "/print"));
        byte[] pdf = visitor.page().pdf(new Page.PdfOptions().setFormat("Letter"));
        return (int) PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    /** More people, papers and words than any case has. */
    private static void crowd(SampleCase sample) {
        SampleCase.Sitting sitting = sample.sitting("worker-olga", "phone-olga-0");
        String words = "Muchas palabras que alguien escribió sin parar. ".repeat(40);
        for (String field : List.of("GRD-03", "CAP-19", "DET-10", "BOR-13", "BOR-05")) {
            sitting.write("case", field, words);
        }
        for (int i = 0; i < 12; i++) {
            sitting.write("person" + i, "PER-02", "Persona Ficticia " + i + " " + words)
                    .write("person" + i, "PER-05", words)
                    .write("person" + i, "PER-06", words)
                    .write("person" + i, "PER-15", words)
                    .write("sponsor" + i, "SPO-03", words)
                    .write("sponsor" + i, "SPO-05", words)
                    .write("health" + i, "MED-02", words)
                    .write("proof" + i, "EVD-02", "DOCTOR_LETTER")
                    .write("health" + i, "MED-04", words);
        }
        sitting.cut();
    }
}
