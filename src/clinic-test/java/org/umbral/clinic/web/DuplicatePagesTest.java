package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class DuplicatePagesTest {
    private static final String OTHER = "bm90IGtub3duIGhlcmUuLg";

    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @BeforeEach
    void logIn() {
        visitor.loggedIn(clinic);
        clinic.lookalikes.withFatima(clinic.main.id().text(), OTHER);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void theListSaysHowSureAndWhatIsInCommon() {
        assertThat(visitor.get(clinic.url("/duplicates")).text())
                .contains("Much in common", "name, birth, telephone", "7KQ-4XM-R");
    }

    @Test
    void bothStandSideBySideAndHostileNamesAreOnlyText() {
        assertThat(visitor.get(address()).text())
                .contains("Fatima HOSSEINI", "Fatemeh HUSSAINI", "+1 202-555-0143", "They are two people")
                .contains("&lt;b&gt;Fatemeh")
                .doesNotContain("<b>Fatemeh");
    }

    @Test
    void whoWereFoundToBeTwoAreNotSuggestedAgain() {
        var done = visitor.post(address(), Map.of("token", visitor.token(address())));
        assertThat(done.header("Location")).endsWith("/duplicates");
        assertThat(visitor.get(clinic.url("/duplicates")).text()).contains("Nobody waits to be compared.");
        assertThat(visitor.get(address()).status()).isEqualTo(422);
    }

    private String address() {
        String main = clinic.main.id().text();
        boolean mainFirst = main.compareTo(OTHER) <= 0;
        return clinic.url(
                mainFirst
                        ? "/duplicates/" + main + "/fatima/" + OTHER + "/fatemeh"
                        : "/duplicates/" + OTHER + "/fatemeh/" + main + "/fatima");
    }
}
