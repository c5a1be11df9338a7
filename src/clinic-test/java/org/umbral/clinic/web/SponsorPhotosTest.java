package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.store.AuditRows;
import org.umbral.shared.Failure;
import org.umbral.testing.WebVisitor;

/** Photos of a sponsor's paper open like the sponsor's fields: with the permission, after saying why, in this session. */
class SponsorPhotosTest {
    private static final String MARK = "zqcard";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    @TempDir
    Path folder;

    private PlantedClinic planted;
    private String photo = "";

    @BeforeEach
    void plant() throws Failure {
        planted = new PlantedClinic(folder);
        photo = "/case/" + planted.sample.id.text() + "/photo/"
                + planted.sponsorsPaper.envelope().name().hex();
    }

    @AfterEach
    void close() {
        planted.close();
    }

    @Test
    void nobodyReadsTheBytesByAForgedAddressBeforeSayingWhy() throws Failure {
        for (String role : PlantedClinic.ROLES) {
            for (String way : List.of("", "/view", "/mrz")) {
                WebVisitor.Answer answer = get(role, photo + way);
                assertThat(answer.status()).as(role + way).isGreaterThanOrEqualTo(400);
                assertThat(answer.header("Content-Type")).startsWith("text/html");
                assertThat(letters(answer)).doesNotContain(MARK);
            }
        }
        assertThat(actions()).doesNotContain("PHOTO_OPENED");
    }

    @Test
    void thePageAsksWhyAndThenShowsThePhotoAndTheAuditKeepsTheReason() throws Failure {
        WebVisitor.Answer asked = get(PlantedClinic.SPONSOR_READER, photo + "/view");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text()).contains("Why do you need it?", "name=\"photo\"");
        assertThat(get(PlantedClinic.SPONSOR_READER, page()).text())
                .contains("It opens after you say why", photo + "/view")
                .doesNotContain("src=\"" + photo + "\"");
        assertThat(say("").header("Location")).isEqualTo(photo + "/view?sponsors=reason-missing");
        assertThat(get(PlantedClinic.SPONSOR_READER, photo + "/view?sponsors=reason-missing")
                        .text())
                .contains("Please say why.");
        assertThat(say("CHECK_PAPERS").header("Location")).isEqualTo(photo + "/view");
        assertThat(get(PlantedClinic.SPONSOR_READER, photo + "/view").status()).isEqualTo(200);
        assertThat(letters(get(PlantedClinic.SPONSOR_READER, photo))).contains(MARK);
        assertThat(get(PlantedClinic.SPONSOR_READER, page()).text()).contains("src=\"" + photo + "\"");
        assertThat(new AuditRows(planted.clinic.store.database()).after(0, 1_000))
                .anySatisfy(row -> {
                    assertThat(row.action()).isEqualTo("SPONSORS_OPENED");
                    assertThat(row.object()).endsWith(" CHECK_PAPERS");
                });
        assertThat(actions()).contains("PHOTO_OPENED");
    }

    @Test
    void anotherSessionOfTheSamePersonHasToSayWhyAgain() throws Failure {
        say("CHECK_PAPERS");
        String again = planted.login(PlantedClinic.SPONSOR_READER);
        WebVisitor.Answer answer = new WebVisitor().get(planted.address + photo, "Cookie", "umbral-session=" + again);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(letters(answer)).doesNotContain(MARK);
    }

    @Test
    void whoeverHasNoPermissionIsToldSoAndCannotMakeThePaperAnother() {
        assertThat(get(PlantedClinic.PARALEGAL, photo).text())
                .contains("for people with the permission to read sponsors")
                .doesNotContain("Why do you need it?");
        String page = get(PlantedClinic.PARALEGAL, page()).text();
        var edit =
                Pattern.compile("/case/[^\"]+/edit/evidence/([A-Za-z0-9_-]+)").matcher(page);
        int refused = 0;
        while (edit.find()) {
            Map<String, String> form = new HashMap<>(form(PlantedClinic.PARALEGAL));
            var seen = Pattern.compile("name=\"(EVD-02[^\"]*)\" value=\"([^\"]*)\"")
                    .matcher(get(PlantedClinic.PARALEGAL, edit.group()).text());
            while (seen.find()) {
                form.put(seen.group(1), seen.group(2));
            }
            form.put("EVD-02", "BIRTH_CERT");
            form.put("known", "STAFF");
            refused += post(PlantedClinic.PARALEGAL, edit.group(), form).status() >= 400 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(1);
        assertThat(get(PlantedClinic.PARALEGAL, photo).status()).isEqualTo(403);
    }

    private WebVisitor.Answer say(String reason) {
        Map<String, String> form = new HashMap<>(form(PlantedClinic.SPONSOR_READER));
        form.put("reason", reason);
        form.put("photo", photo.substring(photo.lastIndexOf('/') + 1));
        return post(PlantedClinic.SPONSOR_READER, page() + "/sponsors", form);
    }

    private Map<String, String> form(String role) {
        var token = TOKEN.matcher(get(role, "/me").text());
        assertThat(token.find()).isTrue();
        return Map.of("token", token.group(1));
    }

    private String page() {
        return "/case/" + planted.sample.id.text();
    }

    private List<String> actions() throws Failure {
        return new AuditRows(planted.clinic.store.database())
                .after(0, 1_000).stream().map(row -> row.action()).toList();
    }

    private WebVisitor.Answer get(String role, String path) {
        return new WebVisitor().get(planted.address + path, "Cookie", "umbral-session=" + planted.cookie(role));
    }

    private WebVisitor.Answer post(String role, String path, Map<String, String> form) {
        return new WebVisitor().post(planted.address + path, form, "Cookie", "umbral-session=" + planted.cookie(role));
    }

    private static String letters(WebVisitor.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    }
}
