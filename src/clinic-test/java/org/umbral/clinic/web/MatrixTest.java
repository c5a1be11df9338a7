package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.WebVisitor;

/**
 * Who may read what on which way out: {@code fields.csv} is transcribed from the domain notes, {@code ways.csv} says of every
 * route of the running pages what each role may find there. A route that is not listed fails.
 */
class MatrixTest {
    private static final List<String> SECRETS = List.of("attorney", "sponsor", "s3", "forged");
    private static final String NOTHING = "-";

    @TempDir
    static Path folder;

    private static PlantedClinic planted;
    private static final List<String> LOGGED = new ArrayList<>();

    @BeforeAll
    static void plant() throws Failure {
        LogManager.getLogManager().getLogger("").addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                LOGGED.add(line.getMessage() + " " + line.getThrown() + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        planted = new PlantedClinic(folder);
    }

    @AfterAll
    static void close() {
        planted.close();
    }

    @Test
    void theCatalogueKeepsToWhatTheDomainNotesSayOfEachField() throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        for (String[] line : lines("fields.csv")) {
            written.put(line[0], line[1]);
        }
        for (Field field : PlantedClinic.CATALOGUE.fields()) {
            String audience = field.readBy().wireName();
            boolean apart = field.readBy().compareTo(Audience.STAFF) > 0;
            assertThat(written.getOrDefault(field.id(), "everybody"))
                    .as(field.id())
                    .isEqualTo(apart ? audience : "everybody");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "paralegal", "sponsor-reader", "attorney", "steward"})
    void eachRoleFindsOnEveryWayWhatTheMatrixAllowsAndNothingElse(String role) throws Exception {
        Map<String, Set<String>> before = found(role, planted.cookie(role));
        before.forEach((route, secrets) -> assertThat(secrets).as(route).doesNotContain("sponsor"));
        if (role.equals("sponsor-reader") || role.equals("attorney")) {
            try (StaffSession session = planted.session(role)) {
                planted.clinic.guards.sponsors().open(session, planted.sample.id, "CHECK_PAPERS", "");
            }
        }
        Map<String, Set<String>> allowed = allowed(role);
        Map<String, Set<String>> after = found(role, planted.cookie(role));
        assertThat(after.keySet())
                .as("every route is in ways.csv, and no other")
                .isEqualTo(allowed.keySet());
        assertThat(after).isEqualTo(allowed);
    }

    @Test
    void lettersToPhonesRowsOfTheAuditLogsAndFilesHoldNoneOfIt() throws Exception {
        try (StaffSession attorney = planted.clinic.session()) {
            planted.clinic.desk.open(attorney, planted.sample.id);
        }
        StringBuilder letters = new StringBuilder();
        for (SignedDocument letter : planted.clinic.mail(planted.phone)) {
            letters.append(letter.kind()).append(letter.payload());
        }
        assertThat(letters.toString()).contains("opened", "question").doesNotContain(own("attorney", "sponsor"));
        StringBuilder audit = new StringBuilder();
        new AuditRows(planted.clinic.store.database()).after(0, 10_000).forEach(audit::append);
        assertThat(audit.toString()).contains("SPONSORS_OPENED").doesNotContain(own("attorney", "sponsor", "s3"));
        assertThat(String.join("\n", LOGGED)).doesNotContain(own("attorney", "sponsor", "s3"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.getFileName().toString())
                        .doesNotContain(own("attorney", "sponsor", "s3"));
            }
        }
    }

    @Test
    void whatAPhoneSendsInAnAttorneysFieldIsSetAsideAndReadByNobody() throws Exception {
        try (StaffSession attorney = planted.clinic.session()) {
            assertThat(planted.clinic.desk.quarantine(attorney)).hasSize(2);
            assertThat(planted.clinic
                            .desk
                            .open(attorney, planted.sample.id)
                            .caseFile()
                            .entries()
                            .values())
                    .flatExtracting(entry -> entry.writes())
                    .extracting(write -> write.value().asText().orElse(""))
                    .doesNotContain(PlantedClinic.FORGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "paralegal", "steward"})
    void aForgedFormChangesNoFieldThatTheRoleMayNotEnter(String role) throws Exception {
        WebVisitor visitor = new WebVisitor();
        String id = planted.sample.id.text();
        String cookie = "umbral-session=" + planted.login(role);
        String token = token(visitor, cookie);
        for (String field : List.of("CAS-04", "CAS-11", "INA-03", "SPO-07", "SPO-06")) {
            String group = PlantedClinic.CATALOGUE.field(field).orElseThrow().group();
            String item = group.equals("sponsor") ? planted.sponsor.path() : "case";
            Map<String, String> form = new HashMap<>(Map.of("token", token, "known", "STAFF"));
            form.put(field, "zqintruder");
            form.put(field + ".street", "zqintruder");
            visitor.post(planted.address + "/case/" + id + "/edit/" + group + "/" + item, form, "Cookie", cookie);
            Map<String, String> keep = Map.of(
                    "token", token, "item", item, "field", field, "write", "AAAAAAAAAAAAAAAAAAAAAA.0", "seen", "");
            assertThat(visitor.post(planted.address + "/case/" + id + "/keep", keep, "Cookie", cookie)
                            .status())
                    .isGreaterThanOrEqualTo(400);
        }
        String sponsors = planted.address + "/case/" + id + "/sponsors";
        assertThat(visitor.post(sponsors, Map.of("token", token, "reason", "CHECK_PAPERS"), "Cookie", cookie)
                        .status())
                .isEqualTo(403);
        for (String wrong : List.of("/withdraw-undo", "/erase")) {
            Map<String, String> form = Map.of("token", token, "why", "WRONG_CASE", "reason", "TIME_IS_OVER");
            if (!(wrong.equals("/erase") && role.equals("steward"))) {
                assertThat(visitor.post(planted.address + "/case/" + id + wrong, form, "Cookie", cookie)
                                .status())
                        .isEqualTo(403);
            }
        }
        try (StaffSession attorney = planted.clinic.session()) {
            planted.clinic.guards.sponsors().open(attorney, planted.sample.id, "CHECK_PAPERS", "");
            assertThat(planted.clinic
                            .desk
                            .open(attorney, planted.sample.id)
                            .caseFile()
                            .entries()
                            .values())
                    .flatExtracting(entry -> entry.writes())
                    .noneMatch(write -> write.value().json().toString().contains("zqintruder"));
        }
    }

    private static String token(WebVisitor visitor, String cookie) {
        String page = visitor.get(planted.address + "/me", "Cookie", cookie).text();
        var token = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** By route: the kinds of secret that some page of it held. */
    private static Map<String, Set<String>> found(String role, String cookie) throws Failure {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        Ways ways = Ways.of(planted);
        for (String route : planted.pages.routes()) {
            if (route.startsWith("GET ") && !route.contains("/assets")) {
                Set<String> secrets = found.computeIfAbsent(route, none -> new TreeSet<>());
                for (String path : ways.through(route)) {
                    WebVisitor.Answer answer =
                            new WebVisitor().get(planted.address + path, "Cookie", "umbral-session=" + cookie);
                    assertThat(answer.status()).as(role + " " + path).isNotEqualTo(500);
                    // The names of the authorities stand over their rules, of no case.
                    String text = route.equals("GET /rules")
                            ? answer.text().replace(PlantedClinic.AUTHORITY, "")
                            : answer.text();
                    secrets.addAll(secretsIn(text));
                }
            }
        }
        new Copies(planted, cookie).texts().forEach((way, text) -> found.put(way, secretsIn(text)));
        return found;
    }

    private static Set<String> secretsIn(String page) {
        Set<String> found = new TreeSet<>();
        for (String secret : SECRETS) {
            if (planted.marks(secret).stream().anyMatch(page::contains)) {
                found.add(secret);
            }
        }
        return found;
    }

    /** The texts that were planted, without ids and labels, which are no secret by themselves. */
    private static String[] own(String... secrets) {
        return Arrays.stream(secrets)
                .flatMap(secret -> planted.marks(secret).stream())
                .filter(mark -> mark.toLowerCase(Locale.ROOT).startsWith("zq"))
                .toArray(String[]::new);
    }

    private static Map<String, Set<String>> allowed(String role) throws IOException {
        List<String[]> lines = lines("ways.csv");
        int column = Arrays.asList(lines.get(0)).indexOf(role);
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
            Set<String> secrets = new TreeSet<>(Arrays.asList(line[column].split(" ")));
            secrets.remove(NOTHING);
            allowed.put(line[0], secrets);
        }
        return allowed;
    }

    private static List<String[]> lines(String name) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MatrixTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .toList();
        }
    }
}
