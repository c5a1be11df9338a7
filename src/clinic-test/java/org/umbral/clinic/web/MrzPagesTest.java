package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class MrzPagesTest {
    private static final String B1 = "P<UTOFICTICIO<PRUEBA<<ANA<MARIA<<<<<<<<<<<<<\n";
    private static final String GOOD = B1 + "X0000001<4UTO8503172F3001019<<<<<<<<<<<<<<<2";
    private static final String OCR = B1 + "X000000I<4UTO8503172F3001019<<<<<<<<<<<<<<<2";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

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

    @Test
    void everyCheckDigitIsShownAndARepairIsOnlyOffered() {
        assertThat(visitor.get(page()).text()).contains("Machine-readable lines", "textarea");
        String good = post(Map.of("lines", GOOD)).text();
        assertThat(good)
                .contains("Number: <strong>holds", "All together: <strong>holds")
                .doesNotContain("name=\"repair\"");
        String read = post(Map.of("lines", OCR)).text();
        assertThat(read)
                .contains("Number: <strong>fails", "printed 4", "Read I → 1 (line and place 2 / 8)", "X000000I&lt;4")
                .doesNotContain("X0000001");
        String repaired = post(Map.of("lines", OCR, "repair", "1.7.1")).text();
        assertThat(repaired).contains("X0000001&lt;4").doesNotContain("<strong>fails");
        assertThat(post(Map.of("lines", OCR, "repair", "0.0.X")).status()).isEqualTo(422);
    }

    @Test
    void whatIsNoMrzIsSaidInWordsAndWhatWasTypedStays() {
        WebVisitor.Answer answer = post(Map.of("lines", "<b>hostile</b>"));
        assertThat(answer.text())
                .contains("two or three lines", "&lt;b&gt;hostile")
                .doesNotContain("<b>hostile");
    }

    @Test
    void tickedFieldsAreWrittenAsReadFromTheLinesAndStandBesideWhatWasSaid() {
        Item ana = person();
        Held said = held(ana, "PER-05").get(0);
        Map<String, String> form =
                form(post(Map.of("lines", GOOD, "person", ana.id().path())).text());
        form.put("lines", GOOD);
        form.put("person", ana.id().path());
        form.put("do", "fill");
        assertThat(post(with(form, "fill", "PER-05")).status()).isEqualTo(303);
        assertThat(held(person(), "PER-05")).hasSize(2).contains(said);
        Held read = held(person(), "PER-05").stream()
                .filter(one -> !one.equals(said))
                .findFirst()
                .orElseThrow();
        assertThat(read.value().asText()).contains("FICTICIO PRUEBA");
        assertThat(read.entry().known()).isEqualTo(HowKnown.READ_FROM_MRZ);
    }

    @Test
    void nothingIsWrittenThatWasNotTicked() {
        Item ana = person();
        int before = file().entries().values().stream()
                .mapToInt(e -> e.writes().size())
                .sum();
        Map<String, String> form =
                form(post(Map.of("lines", GOOD, "person", ana.id().path())).text());
        form.putAll(Map.of("lines", GOOD, "person", ana.id().path(), "do", "fill"));
        post(form);
        assertThat(file().entries().values().stream()
                        .mapToInt(e -> e.writes().size())
                        .sum())
                .isEqualTo(before);
    }

    @Test
    void aPaperIsMadeOnceAlsoWhereTheFormIsSentTwice() {
        Item ana = person();
        Map<String, String> form =
                form(post(Map.of("lines", GOOD, "person", ana.id().path())).text());
        form.putAll(Map.of("lines", GOOD, "person", ana.id().path(), "do", "fill", "fill", "DOC-03"));
        post(form);
        post(form);
        assertThat(file().items().values().stream().filter(item -> item.has("DOC-03")))
                .hasSize(1);
        assertThat(post(Map.of("lines", GOOD, "person", ana.id().path())).text())
                .contains("It says so already");
        assertThat(file().entries().values().toString()).doesNotContain("P<UTO");
    }

    @Test
    void aPaperOfAnotherPersonIsRefused() {
        Map<String, String> form = new HashMap<>(Map.of("lines", GOOD, "do", "fill", "fill", "DOC-03"));
        assertThat(post(form).status()).isEqualTo(422);
        form.put("person", person().id().path());
        form.put("citizenship", "AAAAAAAAAAAAAAAAAAAAAA");
        form.put("document", "AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(post(form).status()).isEqualTo(422);
    }

    private static Map<String, String> with(Map<String, String> form, String key, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(key, value);
        return more;
    }

    private static Map<String, String> form(String page) {
        Map<String, String> form = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        return form;
    }

    private CaseFile file() {
        return clinic.main.fold();
    }

    private Item person() {
        return file().items().values().stream()
                .filter(item -> item.text("CAS-08").filter("PRINCIPAL"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<Held> held(Item item, String field) {
        return item.answer(new FieldId(field)).orElseThrow().held();
    }

    private String page() {
        return clinic.url("/case/" + clinic.main.id().text() + "/photo/" + clinic.firstPhoto.hex() + "/mrz");
    }

    private WebVisitor.Answer post(Map<String, String> form) {
        return visitor.post(page(), with(form, "token", visitor.token(page())));
    }
}
