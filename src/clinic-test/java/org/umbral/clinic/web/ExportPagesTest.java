package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Json;
import org.umbral.testing.SampleCase;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class ExportPagesTest {
    private static final Pattern PASSPHRASE = Pattern.compile("name=\"passphrase\" value=\"([0-9A-Z-]{29})\"");

    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();
    private final String page = clinic.url("/cases/" + clinic.main.id().text() + "/export");

    @BeforeEach
    void logIn() {
        visitor.loggedIn(clinic);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void thePageSaysWhatItHoldsWhatItNeedsAndWhoAgreed() {
        agreeToAll("SHARE_WITH_CLINIC");
        assertThat(visitor.get(page).text())
                .contains("Ana María", "Niño", "Send it to the clinic", "Send it to the government in a request")
                .contains("2 photos", "sealed envelopes", "A permission that this copy needs is not there.")
                .contains("Of sponsors only name and telephone");
    }

    @Test
    void withoutThePermissionThereIsNoCopy() {
        String token = visitor.token(clinic.url("/me"));
        assertThat(make("REQUEST", token).status()).isEqualTo(422);
        agreeToAll("SHARE_WITH_CLINIC");
        assertThat(make("REQUEST", token).status()).isEqualTo(422);
        agreeToAll("SHARE_WITH_GOVERNMENT_IN_A_REQUEST");
        assertThat(make("REQUEST", token).status()).isEqualTo(200);
        assertThat(clinic.waysOut.audited())
                .containsExactly("exported " + clinic.main.id().text());
    }

    @Test
    void aPermissionThatWasTakenBackEndsBothCopies() {
        agreeToAll("SHARE_WITH_CLINIC");
        agreeToAll("SHARE_WITH_GOVERNMENT_IN_A_REQUEST");
        clinic.main
                .sitting("staff-1", "Clinic")
                .write("ana/SHARE_WITH_CLINIC", "CON-03", "WITHDRAWN")
                .cut();
        String token = visitor.token(clinic.url("/me"));
        for (String purpose : List.of("CLINIC_FILE", "REQUEST")) {
            var refused = make(purpose, token);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("Somebody took their permission back.");
        }
    }

    @Test
    void theClinicsCopyHoldsFactsWithTheirSourcesPhotosEnvelopesAndALockedKey() throws Exception {
        agreeToAll("SHARE_WITH_CLINIC");
        Map<String, byte[]> zip = unzip(made("CLINIC_FILE"));
        assertThat(zip.keySet())
                .contains("facts.pdf", "facts.json", "photos/E-01-p1.jpg", "photos.pdf", "README.txt", "key.age")
                .anyMatch(name -> name.startsWith("envelopes/") && name.endsWith(".age"));
        assertThat(new String(file(zip, "left-out.txt"), StandardCharsets.UTF_8))
                .contains("photos/E-02-p2.jpg");
        assertThat(new String(file(zip, "key.age"), StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n-> scrypt ")
                .doesNotContain("AGE-SECRET-KEY");
        JsonNode facts = Json.tree(file(zip, "facts.json"));
        assertThat(facts.path("format").asText()).isEqualTo("umbral-facts-1");
        assertThat(facts.toString()).contains("Olga Ficticia", "\"PER-02\"", "Ana María Ficticio Prueba");
        assertThat(BlankPagesTest.text(file(zip, "facts.pdf")))
                .contains("AnaMaríaFicticioPrueba", "OlgaFicticia", "1/");
        assertNothingOfAttorneys(zip);
    }

    @Test
    void papersForARequestNameNoWorkerAndHoldNoEnvelope() throws Exception {
        agreeToAll("SHARE_WITH_CLINIC");
        agreeToAll("SHARE_WITH_GOVERNMENT_IN_A_REQUEST");
        clinic.main
                .sitting("worker-olga", "phone-olga-0")
                .write("case", "CAS-13A", "COERCION_SIGNS")
                .cut();
        Map<String, byte[]> zip = unzip(made("REQUEST"));
        assertThat(zip.keySet()).noneMatch(name -> name.startsWith("envelopes/") || name.equals("key.age"));
        assertThat(Json.tree(file(zip, "facts.json")).toString())
                .contains("Ana María")
                .doesNotContain("Olga", "phone-olga-0", "CAS-13A", "CON-03");
        assertThat(BlankPagesTest.text(file(zip, "facts.pdf"))).doesNotContain("Olga");
        assertNothingOfAttorneys(zip);
    }

    @Test
    void photosOfSomebodyWhoRefusedPhotosStay() throws Exception {
        agreeToAll("SHARE_WITH_CLINIC");
        clinic.main
                .sitting("staff-1", "Clinic")
                .write("ana/photos", "CON-02", "PHOTOGRAPH_DOCUMENTS")
                .write("ana/photos", "CON-03", "REFUSED")
                .cut();
        Map<String, byte[]> zip = unzip(made("CLINIC_FILE"));
        assertThat(zip.keySet()).noneMatch(name -> name.contains(".jpg") || name.equals("photos.pdf"));
        assertThat(new String(file(zip, "left-out.txt"), StandardCharsets.UTF_8))
                .contains("Photos of 2 pieces of evidence stay here");
    }

    @Test
    void hostileWordsStayWordsInEveryFile() throws Exception {
        agreeToAll("SHARE_WITH_CLINIC");
        String hostile = "=HYPERLINK(\"x\") <script>alert(1)</script>\u202E\u0000\u2066../../etc\nnew line "
                + "x".repeat(4000) + " فاطمه ፊደል";
        clinic.main
                .sitting("worker-olga", "phone-olga-0")
                .write("ana", "PER-02", hostile)
                .write("case", "GRD-03", hostile)
                .write("case", "CAS-02", "../../../evil\r\nSet-Cookie: x")
                .cut();
        assertThat(visitor.get(page).text()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        var answer = answer("CLINIC_FILE");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"umbral-[0-9A-Za-z_-]+\\.zip\"");
        Map<String, byte[]> zip = unzip(answer.bytes());
        assertThat(zip.keySet()).allMatch(name -> name.matches("[0-9A-Za-z._/-]+") && !name.contains(".."));
        assertThat(Json.tree(file(zip, "facts.json")).toString()).contains("script", "فاطمه ፊደል");
        String pdf = BlankPagesTest.text(file(zip, "facts.pdf"));
        assertThat(pdf).contains("<script>alert(1)</script>", "x".repeat(50)).doesNotContain("\u202E", "\u2066");
        assertThat(pdf).contains("[U+134AU+12F0U+120D]");
    }

    @Test
    void ofASponsorWhoAgreedStaffWithThePermissionGetEverythingOthersNameAndTelephone() throws Exception {
        agreeToAll("SHARE_WITH_CLINIC");
        sponsorSays("NOT_ASKED");
        clinic.login.readsSponsors(true);
        assertThat(facts()).contains("Berta", "555 0123").doesNotContain("berta@example.org", "\"LPR\"");
        sponsorSays("GIVEN");
        assertThat(facts()).contains("berta@example.org", "\"LPR\"");
        sponsorSays("WITHDRAWN");
        assertThat(facts()).doesNotContain("berta@example.org", "\"LPR\"");
        sponsorSays("GIVEN");
        clinic.login.readsSponsors(false);
        assertThat(facts()).doesNotContain("berta@example.org", "\"LPR\"");
    }

    @Test
    void aCopyThatBreaksOnTheWayIsNotTakenForWhole() {
        clinic.login.role(Role.ATTORNEY);
        agreeToAll("SHARE_WITH_CLINIC");
        String token = visitor.token(clinic.url("/export"));
        clinic.waysOut.breaksAtEnvelopes();
        assertThatThrownBy(() -> visitor.post(clinic.url("/export"), all(token, "4")))
                .isInstanceOf(UncheckedIOException.class);
        await().untilAsserted(() ->
                assertThat(visitor.get(clinic.url("/export")).text()).contains("The last copy was cut off"));
    }

    @Test
    void onlyThoseWhoWorkOnCasesMakeCopies() {
        String token = visitor.token(clinic.url("/me"));
        for (Role role : List.of(Role.COORDINATOR, Role.STEWARD)) {
            clinic.login.role(role);
            assertThat(visitor.get(page).status()).isEqualTo(403);
            assertThat(make("CLINIC_FILE", token).status()).isEqualTo(403);
        }
        clinic.login.role(Role.PARALEGAL);
        assertThat(visitor.get(clinic.url("/export")).status()).isEqualTo(403);
        assertThat(visitor.post(clinic.url("/export"), all(token, "5")).status())
                .isEqualTo(403);
    }

    @Test
    void aPassphraseThatWeDidNotMakeIsRefused() {
        agreeToAll("SHARE_WITH_CLINIC");
        Map<String, String> form =
                Map.of("token", visitor.token(page), "purpose", "CLINIC_FILE", "passphrase", "short");
        assertThat(visitor.post(page, form).status()).isEqualTo(422);
    }

    @Test
    void aCopyOfAllLeavesOutWhatMayNotGoAndNamesItByItsCode() throws Exception {
        clinic.login.role(Role.ATTORNEY);
        agreeToAll("SHARE_WITH_CLINIC");
        String token = visitor.token(clinic.url("/export"));
        assertThat(visitor.post(clinic.url("/export"), all(token, "3")).status())
                .isEqualTo(422);
        Map<String, byte[]> zip =
                unzip(visitor.post(clinic.url("/export"), all(token, "4")).bytes());
        String folder = "cases/7KQ-4XM-R-" + clinic.main.id().text().substring(0, 8) + "/";
        assertThat(zip.keySet()).contains(folder + "facts.pdf", "key.age", "README.txt");
        assertThat(new String(file(zip, "left-out.txt"), StandardCharsets.UTF_8))
                .contains("8PN-2WX-5", "C4M-7QK-1", "Z9R-0FA-E")
                .doesNotContain("Mohammad");
        assertThat(visitor.get(clinic.url("/export/progress")).text()).contains("The last copy is whole");
    }

    private static Map<String, String> all(String token, String count) {
        return Map.of("token", token, "passphrase", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA", "count", count);
    }

    private void assertNothingOfAttorneys(Map<String, byte[]> zip) throws IOException {
        for (var file : zip.entrySet()) {
            String text = file.getKey().endsWith(".pdf")
                    ? BlankPagesTest.text(file.getValue())
                    : new String(file.getValue(), StandardCharsets.UTF_8);
            assertThat(text)
                    .as(file.getKey())
                    .doesNotContain(SampleClinic.ATTORNEYS_WORDS, BlankPagesTest.flat(SampleClinic.ATTORNEYS_WORDS))
                    .doesNotContain(SampleClinic.ATTORNEYS_FIELDS)
                    .doesNotContain(SampleClinic.ATTORNEYS_CHOICES);
        }
    }

    private String facts() throws Exception {
        return new String(file(unzip(made("CLINIC_FILE")), "facts.json"), StandardCharsets.UTF_8);
    }

    private void sponsorSays(String decision) {
        clinic.main
                .sitting("staff-1", "Clinic")
                .write("berta", "SPO-08", decision)
                .write("berta", "SPO-05A", "berta@example.org")
                .write("berta", "SPO-07", "LPR")
                .cut();
    }

    private void agreeToAll(String purpose) {
        SampleCase.Sitting sitting = clinic.main.sitting("staff-1", "Clinic");
        for (String person : List.of("ana", "nino")) {
            sitting.write(person + "/" + purpose, "CON-02", purpose).write(person + "/" + purpose, "CON-03", "GIVEN");
        }
        sitting.cut();
    }

    private WebVisitor.Answer make(String purpose, String token) {
        return visitor.post(
                page, Map.of("token", token, "purpose", purpose, "passphrase", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA"));
    }

    private WebVisitor.Answer answer(String purpose) {
        String html = visitor.get(page).text();
        var passphrase = PASSPHRASE.matcher(html);
        assertThat(passphrase.find()).isTrue();
        var answer = visitor.post(
                page, Map.of("token", visitor.token(page), "purpose", purpose, "passphrase", passphrase.group(1)));
        assertThat(answer.status()).as(answer.header("Content-Type")).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        return answer;
    }

    private byte[] made(String purpose) {
        return answer(purpose).bytes();
    }

    static byte[] file(Map<String, byte[]> zip, String name) {
        return Objects.requireNonNull(zip.get(name), name);
    }

    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
