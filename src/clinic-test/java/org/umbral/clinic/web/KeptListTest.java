package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.WebVisitor;

/** What the clinic's list said when a request was sent stays with the request, in a real clinic, for attorneys alone. */
class KeptListTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
    private static final String KEPT = "The list as it stood on 21 Nov 2026";

    @TempDir
    Path folder;

    private final WebVisitor visitor = new WebVisitor();
    private PlantedClinic planted;
    private String there;

    @BeforeEach
    void open() throws Exception {
        planted = new PlantedClinic(folder);
        there = "/case/" + planted.sample.id.text();
    }

    @AfterEach
    void close() {
        planted.close();
    }

    @Test
    void itIsKeptOnceWhenAnAttorneySavesWhenARequestWasSent() throws Exception {
        String form = add("attorney");
        save("attorney", form, Map.of("REQ-02", "CBP", "REQ-02A", "Un puerto que nadie conoce"));
        assertThat(text("attorney", there))
                .contains("Un puerto que nadie conoce")
                .doesNotContain(KEPT);
        save("attorney", form, Map.of("REQ-06", "2026-11-21T12:00"));
        String page = text("attorney", there);
        assertThat(page)
                .as("a second file of one number, by every case as it is now")
                .contains(KEPT, "ALL-12 · Possible second file for the same person · Needs a person to look")
                .contains("were there", "No attorney has confirmed this line")
                .doesNotContain("&#34;lines&#34;");
        save("attorney", form, Map.of("REQ-01", "2"));
        assertThat(text("attorney", there).split(KEPT, -1)).as("once").hasSize(2);
        assertThat(text("attorney", form)).as("nobody types it").doesNotContain("name=\"REQ-05\"");
        for (String role : new String[] {"paralegal", "sponsor-reader", "steward"}) {
            assertThat(text(role, there)).as(role).doesNotContain(KEPT, "REQ-05");
        }
        for (SignedDocument letter : planted.clinic.mail(planted.phone)) {
            assertThat(letter.payload()).doesNotContain("REQ-05");
        }
    }

    @Test
    void aParalegalSavesARequestWithoutItAndTheAttorneyWhoSavesNextKeepsIt() {
        String form = add("paralegal");
        save("paralegal", form, Map.of("REQ-06", "2026-11-21T12:00"));
        assertThat(text("attorney", there)).doesNotContain(KEPT);
        save("attorney", form, Map.of("REQ-02", "CBP"));
        assertThat(text("attorney", there)).contains(KEPT);
    }

    private String add(String role) {
        return visitor.get(planted.address + there + "/add/request", "Cookie", cookie(role))
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private String text(String role, String path) {
        return visitor.get(planted.address + path, "Cookie", cookie(role)).text();
    }

    private void save(String role, String form, Map<String, String> fields) {
        var token = TOKEN.matcher(text(role, form));
        assertThat(token.find()).isTrue();
        Map<String, String> all = new HashMap<>(fields);
        all.put("known", "STAFF");
        all.put("token", token.group(1));
        assertThat(visitor.post(planted.address + form, all, "Cookie", cookie(role))
                        .status())
                .isEqualTo(303);
    }

    private String cookie(String role) {
        return "umbral-session=" + planted.cookie(role);
    }
}
