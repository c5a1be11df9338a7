package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class TimelineTest {
    @Test
    void questionsAndCallsStandAmongTheSittingsWithWhoAndWhen() {
        try (SampleClinic clinic = SampleClinic.atWork()) {
            WebVisitor visitor = new WebVisitor().loggedIn(clinic);
            String page = clinic.url("/case/" + clinic.main.id().text());
            String hostile = "Is there <b>a second page</b>?";
            Map<String, String> form = Map.of("token", visitor.token(page), "text", hostile, "about", "");
            assertThat(visitor.post(page + "/question", form).status()).isEqualTo(303);
            clinic.main
                    .sitting("staff-1", "Clinic")
                    .write("call", "CAL-01", "Ana María")
                    .write("call", "CAL-03", "NOT_REACHED")
                    .cut();
            String text = visitor.get(page).text();
            String timeline = text.substring(text.indexOf("id=\"timeline-title\""));
            assertThat(timeline)
                    .contains("Call. Ana María: ", "Question. Is there &lt;b&gt;a second page&lt;/b&gt;?")
                    .doesNotContain("<b>a second");
            assertThat(timeline.indexOf("Question. "))
                    .as("what came later stands first")
                    .isLessThan(timeline.indexOf("Olga Ficticia"));
        }
    }
}
