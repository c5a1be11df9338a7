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
import org.umbral.clinic.casework.Casework;
import org.umbral.clinic.casework.Joins;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.AuditRows;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.Colleagues;
import org.umbral.testing.CopyDesk;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.WebVisitor;
import org.umbral.testing.WholeCatalogue;

/** Two phones captured one person, and staff found the cases to be one: copies hold all of it, once. */
class CopyOfJoinedCasesTest {
    private static final String IN_A = "FICTICIO Albergue A";
    private static final String IN_B = "FICTICIO Albergue B";

    @TempDir
    Path folder;

    private CopyDesk desk;
    private SealedCase caseA;
    private SealedCase caseB;
    private SealedCase alone;

    @BeforeEach
    void join() throws Failure {
        desk = new CopyDesk(folder.resolve("clinic"));
        try (StaffSession attorney = desk.clinic.session();
                StaffSession paralegal = Colleagues.at(desk.clinic, Role.PARALEGAL)) {
            caseA = captured(desk.phone, IN_A);
            caseB = captured(desk.clinic.join(attorney, "Otra FICTICIA"), IN_B);
            alone = desk.consented(desk.phone, "GIVEN");
            Joins joins = desk.clinic.beside.joins();
            Suggestion found = Casework.lookalikes(desk.clinic.store, WholeCatalogue.read(), desk.clinic.audit)
                    .all(attorney)
                    .get(0);
            joins.propose(paralegal, found.first(), found.second());
            joins.approve(attorney, found.first(), found.second());
        }
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private SealedCase captured(SamplePhone phone, String place) throws Failure {
        SealedCase made = desk.consented(phone, "GIVEN", SealedCase.write("CAP-10", ItemId.CASE, Value.text(place)));
        SealedCase.SealedPhoto photo = made.photo(PlantedClinic.picture(place));
        desk.clinic.deliver(
                phone,
                made.sitting(SealedCase.write("PER-21", made.person, Value.text("000000012")), made.page(photo)));
        desk.clinic.deliver(phone, photo.envelope());
        try (StaffSession session = desk.clinic.session()) {
            desk.clinic.desk.queue(session);
        }
        return made;
    }

    @Test
    void aCopyByEitherCodeHoldsTheFactsOfBothAndAgeOpensTheEnvelopesOfBoth() throws Exception {
        for (SealedCase asked : List.of(caseA, caseB)) {
            String path = CopyDesk.pathOf(asked.id);
            Map<String, String> form = desk.form(path, Map.of("purpose", "CLINIC_FILE"));
            Unpacked copy = new Unpacked(desk.post(path, form).bytes(), CopyDesk.passphrase(form));
            assertThat(Json.tree(ExportPagesTest.file(copy.files, "facts.json")).toString())
                    .contains(IN_A, IN_B, caseA.code, caseB.code);
            assertThat(copy.files.keySet().stream().filter(name -> name.startsWith("photos/")))
                    .hasSize(2);
            assertThat(copy.opened).hasSize(6);
            String opened = String.join("\n", byAge(copy, CopyDesk.passphrase(form)));
            assertThat(opened).contains(IN_A, IN_B, caseA.id.text(), caseB.id.text());
        }
        assertThat(new AuditRows(desk.clinic.store.database()).after(0, 1_000))
                .filteredOn(row -> row.action().equals("CASE_EXPORTED"))
                .extracting(row -> row.object())
                .containsExactlyInAnyOrder(caseA.id.text(), caseB.id.text(), caseA.id.text(), caseB.id.text());
    }

    @Test
    void aCopyOfAllHoldsThemOnceUnderBothCodes() throws Exception {
        Map<String, String> form = desk.form("/export", Map.of("count", "3"));
        WebVisitor.Answer answer = desk.post("/export", form);
        Unpacked copy = new Unpacked(answer.bytes(), CopyDesk.passphrase(form));
        assertThat(copy.files.keySet().stream().filter(name -> name.endsWith("facts.json")))
                .hasSize(2)
                .anyMatch(name -> name.contains(caseA.code) && name.contains(caseB.code))
                .anyMatch(name -> name.contains(alone.code));
        assertThat(copy.opened).hasSize(7);
        assertThat(new String(ExportPagesTest.file(copy.files, "README.txt"), StandardCharsets.UTF_8))
                .contains("3 copied, 0 left out");
        assertThat(copy.files).doesNotContainKey("left-out.txt");
        assertThat(desk.get("/export/progress").text()).contains("3 cases copied, 0 left out");
    }

    @Test
    void whoTookTheirConsentBackInOneIntakeIsInNoCopyOfEither() throws Exception {
        ItemId consent = caseB.person.child(desk.clinic.random);
        desk.clinic.deliver(
                desk.phone,
                new SealedCase(desk.phone, desk.clinic.random, caseB.id)
                        .sitting(
                                SealedCase.write("CON-02", consent, Value.text("SHARE_WITH_CLINIC")),
                                SealedCase.write("CON-03", consent, Value.text("WITHDRAWN"))));
        Map<String, String> form = desk.form("/export", Map.of("count", "3"));
        Unpacked copy = new Unpacked(desk.post("/export", form).bytes(), CopyDesk.passphrase(form));
        assertThat(copy.text()).doesNotContain(IN_A, IN_B);
        assertThat(new String(ExportPagesTest.file(copy.files, "left-out.txt"), StandardCharsets.UTF_8))
                .contains(caseA.code, caseB.code);
    }

    /** The words in each envelope of entries, opened by the age command. */
    private List<String> byAge(Unpacked copy, String passphrase) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("age", "script", "zcat").allMatch(tool -> Files.isExecutable(Path.of("/usr/bin/" + tool))),
                "SKIPPED: age, script or zcat is not installed");
        Path here = Files.createTempDirectory(folder, "copy");
        Files.write(here.resolve("key.age"), ExportPagesTest.file(copy.files, "key.age"));
        int place = 0;
        for (var file : copy.files.entrySet()) {
            if (file.getKey().startsWith("envelopes/")) {
                Files.write(here.resolve("sealed" + place++), file.getValue());
            }
        }
        String all = "age -d -o key key.age; for one in sealed*; do age -d -i key -o plain-$one $one || exit 1;"
                + " zcat < plain-$one > words-$one 2>/dev/null || rm words-$one; done";
        Process process = new ProcessBuilder("script", "-qec", all, "/dev/null")
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var keyboard = process.getOutputStream()) {
            keyboard.write((passphrase + "\n").getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            assertThat(process.waitFor()).isZero();
        }
        List<String> words = new ArrayList<>();
        try (Stream<Path> made = Files.list(here)) {
            for (Path one : made.filter(path -> path.getFileName().toString().startsWith("words-"))
                    .toList()) {
                words.add(Files.readString(one));
            }
        }
        assertThat(words).hasSize(4);
        return words;
    }
}
