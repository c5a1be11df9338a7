package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.CopyDesk;
import org.umbral.testing.SealedCase;
import org.umbral.testing.WebVisitor;

/** Copies out of a real store, unpacked and opened with tools that are not ours. */
class CopyOfRealCasesTest {
    @TempDir
    Path folder;

    private CopyDesk desk;

    @BeforeEach
    void start() throws Failure {
        desk = new CopyDesk(folder.resolve("clinic"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void unzipAndAgeOpenACopyWithoutUmbralAndTheClinicsKeyStaysAtHome() throws Exception {
        assumeTrue(
                Stream.of("age", "script", "unzip").allMatch(tool -> Files.isExecutable(Path.of("/usr/bin/" + tool))),
                "SKIPPED: age, script or unzip is not installed");
        SealedCase sample = consented("GIVEN");
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) 0xFF, (byte) 0xD9};
        SealedCase.SealedPhoto photo = sample.photo(jpeg);
        desk.clinic.deliver(desk.phone, photo.envelope());
        desk.clinic.deliver(desk.phone, sample.sealed(sample.entry(List.of(sample.page(photo)))));

        String path = CopyDesk.pathOf(sample.id);
        Map<String, String> form = desk.form(path, Map.of("purpose", "CLINIC_FILE"));
        Files.write(folder.resolve("copy.zip"), post(path, form).bytes());
        run(List.of("unzip", "-q", "copy.zip", "-d", "copy"), "");
        String photos = "copy/envelopes/" + photo.envelope().name().hex() + ".age";
        run(
                List.of("script", "-qec", "age -d -i copy/key.age -o photo " + photos, "/dev/null"),
                CopyDesk.passphrase(form));
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
                        CopyDesk.passphrase(form));
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
        ItemId sponsor = ItemId.random(desk.clinic.random);
        desk.clinic.deliver(
                desk.phone,
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
        desk.clinic.deliver(
                desk.phone,
                sample.sealed(sample.entry(
                        List.of(SealedCase.write("CAS-02", ItemId.CASE, Value.text("../../evil\r\nX: y"))))));
        String path = CopyDesk.pathOf(sample.id);
        var answer = post(path, desk.form(path, Map.of("purpose", "CLINIC_FILE")));
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
        Map<String, byte[]> zip = ExportPagesTest.unzip(
                post("/export", desk.form("/export", Map.of("count", "50"))).bytes());
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
        assertThat(desk.clinic.audit.verify()).isZero();
        assertThat(desk.get("/export/progress").text()).contains("49 cases copied, 1 left out");
    }

    @Test
    void aCopyTellsNoPhoneThatItsCaseWasOpened() throws Exception {
        consented("GIVEN");
        int before = desk.clinic.mail(desk.phone).size();
        post("/export", desk.form("/export", Map.of("count", "1")));
        assertThat(desk.clinic.mail(desk.phone)).hasSize(before);
    }

    private SealedCase consented(String decision) throws Failure {
        return desk.consented(desk.phone, decision);
    }

    private Map<String, byte[]> copy(SealedCase sample) throws IOException {
        String path = CopyDesk.pathOf(sample.id);
        return ExportPagesTest.unzip(
                post(path, desk.form(path, Map.of("purpose", "CLINIC_FILE"))).bytes());
    }

    private WebVisitor.Answer post(String path, Map<String, String> form) {
        var answer = desk.post(path, form);
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
