package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.testing.HealthFake;
import org.umbral.testing.LookalikesFake;
import org.umbral.testing.RulesFake;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.SetUpFake;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.TablesFake;
import org.umbral.testing.WebVisitor;
import org.umbral.testing.WholeCatalogue;

/** Copies out of a real store, unpacked and opened with tools that are not ours. */
class CopyOfRealCasesTest {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(token|passphrase)\" value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private Pages pages;
    private SamplePhone phone;
    private String address = "";
    private String cookie = "";

    @BeforeEach
    void start() throws Failure {
        clinic = new StaffedClinic(folder.resolve("clinic"));
        pages = new Pages(
                new Doors(
                        new SetUpFake(true),
                        clinic.login,
                        clinic.people,
                        clinic.phones,
                        clinic.desk,
                        new LookalikesFake(),
                        clinic.beside,
                        clinic.guards,
                        new HealthFake(),
                        clinic.waysOut,
                        new RulesFake(WholeCatalogue.read(), clinic.clock),
                        new TablesFake(),
                        WholeCatalogue.read()),
                clinic.clock,
                clinic.random,
                PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        cookie = clinic.cookie();
        try (StaffSession session = clinic.session()) {
            phone = clinic.join(session, "Trabajador FICTICIO");
        }
    }

    @AfterEach
    void stop() {
        pages.stop();
        clinic.close();
    }

    @Test
    void unzipAndAgeOpenACopyWithoutUmbralAndTheClinicsKeyStaysAtHome() throws Exception {
        assumeTrue(
                Stream.of("age", "script", "unzip").allMatch(tool -> Files.isExecutable(Path.of("/usr/bin/" + tool))),
                "SKIPPED: age, script or unzip is not installed");
        SealedCase sample = consented("GIVEN");
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) 0xFF, (byte) 0xD9};
        SealedCase.SealedPhoto photo = sample.photo(jpeg);
        clinic.deliver(phone, photo.envelope());
        clinic.deliver(phone, sample.sealed(sample.entry(List.of(sample.page(photo)))));

        String path = "/cases/" + sample.id.text() + "/export";
        Map<String, String> form = form(path);
        Files.write(
                folder.resolve("copy.zip"),
                post(
                                path,
                                Map.of(
                                        "token", field(form, "token"),
                                        "purpose", "CLINIC_FILE",
                                        "passphrase", field(form, "passphrase")))
                        .bytes());
        run(List.of("unzip", "-q", "copy.zip", "-d", "copy"), "");
        String photos = "copy/envelopes/" + photo.envelope().name().hex() + ".age";
        run(
                List.of("script", "-qec", "age -d -i copy/key.age -o photo " + photos, "/dev/null"),
                field(form, "passphrase"));
        assertThat(folder.resolve("photo")).hasBinaryContent(jpeg);
        StringBuilder opened = new StringBuilder();
        for (Path sealed : envelopes()) {
            if (!sealed.toString().endsWith(photos)) {
                run(
                        List.of(
                                "script",
                                "-qec",
                                "age -d -i copy/key.age -o plain -- " + sealed + " && zcat < plain > entry",
                                "/dev/null"),
                        field(form, "passphrase"));
                opened.append(Files.readString(folder.resolve("entry")));
            }
        }
        assertThat(opened).contains(SealedCase.NAME, "DOCTOR_LETTER");
        assertThat(folder.resolve("copy/photos/E-01-p1.jpg")).hasBinaryContent(jpeg);
        for (String file : List.of("copy/key.age", "copy/README.txt", "copy/facts.json")) {
            assertThat(new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1))
                    .doesNotContain("AGE-SECRET-KEY");
        }
    }

    @Test
    void anEntryWithWhatMayNotLeaveStaysWholeAndIsCounted() throws Exception {
        SealedCase sample = consented("GIVEN");
        ItemId sponsor = ItemId.random(clinic.random);
        clinic.deliver(
                phone,
                sample.sealed(sample.entry(List.of(
                        SealedCase.write("SPO-03", sponsor, Value.text("Patrocinadora FICTICIA")),
                        SealedCase.write("SPO-05A", sponsor, Value.text("secret@example.org"))))));
        Map<String, byte[]> zip = copy(sample);
        assertThat(zip.keySet().stream().filter(name -> name.startsWith("envelopes/")))
                .hasSize(1);
        assertThat(new String(ExportPagesTest.file(zip, "facts.json"), StandardCharsets.UTF_8))
                .contains("Patrocinadora FICTICIA")
                .doesNotContain("secret@example.org");
        assertThat(new String(ExportPagesTest.file(zip, "left-out.txt"), StandardCharsets.UTF_8))
                .contains("1 sealed envelope stays here");
    }

    @Test
    void aCodeThatAPhoneMadeUpDoesNotBecomeAPath() throws Exception {
        SealedCase sample = consented("GIVEN");
        clinic.deliver(
                phone,
                sample.sealed(sample.entry(
                        List.of(SealedCase.write("CAS-02", ItemId.CASE, Value.text("../../evil\r\nX: y"))))));
        String path = "/cases/" + sample.id.text() + "/export";
        Map<String, String> form = form(path);
        var answer = post(
                path,
                Map.of(
                        "token",
                        field(form, "token"),
                        "purpose",
                        "CLINIC_FILE",
                        "passphrase",
                        field(form, "passphrase")));
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"umbral-[0-9A-Za-z_-]+\\.zip\"");
        assertThat(ExportPagesTest.unzip(answer.bytes())).containsKey("facts.pdf");
    }

    @Test
    void aCopyOfFiftyCasesLeavesTheOneOutWhosePersonTookItBack() throws Exception {
        List<SealedCase> samples = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            samples.add(consented(i == 17 ? "WITHDRAWN" : "GIVEN"));
        }
        SealedCase hidden = samples.get(17);
        Map<String, String> form = form("/export");
        Map<String, byte[]> zip = ExportPagesTest.unzip(post(
                        "/export",
                        Map.of("token", field(form, "token"), "passphrase", field(form, "passphrase"), "count", "50"))
                .bytes());
        assertThat(zip.keySet().stream().filter(name -> name.endsWith("/facts.json")))
                .hasSize(49);
        assertThat(zip.keySet())
                .noneMatch(name -> name.contains(hidden.code)
                        || name.contains(hidden.id.text().substring(0, 8)));
        assertThat(new String(ExportPagesTest.file(zip, "left-out.txt"), StandardCharsets.UTF_8))
                .contains(hidden.code)
                .doesNotContain(SealedCase.NAME);
        assertThat(new String(ExportPagesTest.file(zip, "README.txt"), StandardCharsets.UTF_8))
                .contains("49 copied, 1 left out");
        assertThat(clinic.audit.verify()).isZero();
        assertThat(get("/export/progress").text()).contains("49 cases copied, 1 left out");
    }

    @Test
    void aCopyTellsNoPhoneThatItsCaseWasOpened() throws Exception {
        consented("GIVEN");
        int before = clinic.mail(phone).size();
        Map<String, String> form = form("/export");
        post("/export", Map.of("token", field(form, "token"), "passphrase", field(form, "passphrase"), "count", "1"));
        assertThat(clinic.mail(phone)).hasSize(before);
    }

    /** A case whose person said this to sending it to the clinic; everybody reads mail with the queue. */
    private SealedCase consented(String decision) throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        ItemId consent = sample.person.child(clinic.random);
        List<Write> writes = new ArrayList<>(sample.words("ROUTINE"));
        writes.add(SealedCase.write("CON-02", consent, Value.text("SHARE_WITH_CLINIC")));
        writes.add(SealedCase.write("CON-03", consent, Value.text(decision)));
        clinic.deliver(phone, sample.sealed(sample.entry(writes)));
        try (StaffSession session = clinic.session()) {
            clinic.desk.queue(session);
            // Before that an attorney makes no copy of what they may not read.
            clinic.desk.write(session, sample.id, cleared());
        }
        return sample;
    }

    private static Desk.Changes cleared() {
        return new Desk.Changes(
                HowKnown.STAFF,
                Optional.empty(),
                List.of(new Desk.Change(ItemId.CASE, new FieldId("CAS-11"), Value.text("CLEAR"), Set.of())));
    }

    private Map<String, byte[]> copy(SealedCase sample) throws IOException {
        String path = "/cases/" + sample.id.text() + "/export";
        Map<String, String> form = form(path);
        return ExportPagesTest.unzip(post(
                        path,
                        Map.of(
                                "token", field(form, "token"),
                                "purpose", "CLINIC_FILE",
                                "passphrase", field(form, "passphrase")))
                .bytes());
    }

    private Map<String, String> form(String path) {
        Map<String, String> form = new HashMap<>();
        HIDDEN.matcher(get(path).text()).results().forEach(found -> form.put(found.group(1), found.group(2)));
        return form;
    }

    private static String field(Map<String, String> form, String name) {
        return Objects.requireNonNull(form.get(name), name);
    }

    private WebVisitor.Answer get(String path) {
        return new WebVisitor().get(address + path, "Cookie", "umbral-session=" + cookie);
    }

    private WebVisitor.Answer post(String path, Map<String, String> form) {
        var answer = new WebVisitor().post(address + path, form, "Cookie", "umbral-session=" + cookie);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    private List<Path> envelopes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("copy/envelopes"))) {
            return files.toList();
        }
    }

    private void run(List<String> command, String typed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var keyboard = process.getOutputStream()) {
            if (!typed.isEmpty()) {
                keyboard.write((typed + "\n").getBytes(StandardCharsets.US_ASCII));
                keyboard.flush();
            }
            assertThat(process.waitFor()).as(command.toString()).isZero();
        }
    }
}
