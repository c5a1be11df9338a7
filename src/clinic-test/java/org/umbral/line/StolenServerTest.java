package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.backup.Backups;
import org.umbral.clinic.store.Disk;
import org.umbral.phone.JournalIntake;
import org.umbral.practice.DocumentPhotos;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.MovableClock;
import org.umbral.testing.WebVisitor;

/**
 * The server is carried off after the last logout. What a worker told it, what staff wrote, names, passphrases, the
 * recovery key and the bytes of a photo that was looked at are not on its disk, in its backups, its log, its temporary folder, what it printed, nor in any object that
 * its process can still reach. The server is the real command in a process of its own; phone and browser are not in it.
 */
@Tag("alone")
class StolenServerTest {
    private static final int FOUNDER = 0;
    private static final int FOUNDERS_WORDS = 1;
    private static final int WORKER = 2;
    private static final int WORKERS_TELEPHONE = 3;
    private static final int NAME = 4;
    private static final int NICKNAME = 5;
    private static final int REASON = 6;
    private static final int QUESTION = 7;
    private static final int STAFF_WROTE = 8;
    private static final int ATTORNEY_WROTE = 9;
    private static final int COLLEAGUE = 10;
    private static final int COLLEAGUES_WORDS = 11;
    private static final int WRONG_NAME = 12;
    private static final int WRONG_WORDS = 13;
    private static final int WORDS = 14;
    private static final int PHOTO_SIDE = 1200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final long seed = new SecureRandom().nextLong();
    private final Planted planted = new Planted(seed);
    private ServerProcess server;
    private ServerDesk desk;
    private LinePhone phone;

    @BeforeEach
    void open() throws Exception {
        server = ServerProcess.start(folder.resolve("server"));
        desk = new ServerDesk(server, planted);
        phone = new LinePhone(folder.resolve("phone"), new MovableClock("2026-11-20T21:00:00Z"));
    }

    @AfterEach
    void close() {
        phone.close();
        server.close();
    }

    @Test
    void nothingIsFoundInAServerThatWasCarriedOffAfterTheLastLogout() throws Exception {
        System.out.println("stolen server: seed " + seed);
        desk.setUp(FOUNDER, FOUNDERS_WORDS);
        WebVisitor attorney = desk.loggedIn(FOUNDER, FOUNDERS_WORDS);
        String code = desk.invite(attorney, COLLEAGUE);
        WebVisitor newcomer = new WebVisitor();
        desk.join(newcomer, code, COLLEAGUE, COLLEAGUES_WORDS);
        WebVisitor colleague = desk.loggedIn(COLLEAGUE, COLLEAGUES_WORDS);
        phoneJoinsAndDelivers(attorney);
        String id = workTheCase(attorney);
        assertThat(colleague.get(server.url("/case/" + id)).text()).contains(planted.word(REASON));
        desk.logIn(new WebVisitor(), WRONG_NAME, WRONG_WORDS);
        desk.logIn(new WebVisitor(), FOUNDER, WRONG_WORDS);
        new Backups(new Disk(), phone.clock, new SecureRandom(), (step, done, of) -> {})
                .backUp(server.root().resolve("clinic"), folder.resolve("backups"), true);

        assertThat(onDisk()).as("while staff are logged in").isEmpty();
        desk.logOut(attorney);
        desk.logOut(colleague);
        assertThat(onDisk()).as("after the last logout").isEmpty();
        try (Socket halfway = halfALogin()) {
            assertThat(inMemory())
                    .as("the search finds what a request under way holds")
                    .contains("word " + WRONG_NAME);
            assertThat(halfway.isConnected()).isTrue();
        }
        AtomicInteger dumps = new AtomicInteger();
        await("nothing in reach").atMost(PATIENCE).untilAsserted(() -> {
            dumps.incrementAndGet();
            assertThat(inMemory()).isEmpty();
        });
        System.out.println("stolen server: gone from memory in dump " + dumps.get() + " after the last logout");
    }

    /** A browser that stopped in the middle of what it sends: the server keeps what came of it. */
    private Socket halfALogin() throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.pagesPort());
        String head = "GET /login?name=" + planted.word(WRONG_NAME) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private Set<String> inMemory() throws Exception {
        Path dump = server.dump(folder.resolve("out.hprof"));
        Set<String> found = new TreeSet<>();
        planted.wordsIn(dump, WORDS).forEach(word -> found.add(word < Planted.FIRST_MARK ? "word " + word : "photo"));
        found.addAll(secretsIn(dump));
        Files.delete(dump);
        return found;
    }

    private List<Path> onDisk() throws Exception {
        List<Path> found = new ArrayList<>(planted.filesWith(WORDS, server.root(), folder.resolve("backups")));
        for (Path root : List.of(server.root(), folder.resolve("backups"))) {
            try (var all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (!secretsIn(file).isEmpty()) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    private Set<String> secretsIn(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < desk.shown.size(); i++) {
            if (holds(bytes, desk.shown.get(i))) {
                found.add("secret " + i);
            }
        }
        if (desk.groups.stream().allMatch(group -> holds(bytes, group))) {
            found.add("recovery key");
        }
        return found;
    }

    private static boolean holds(byte[] bytes, String secret) {
        return Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .anyMatch(form -> holds(bytes, secret.getBytes(form)));
    }

    private static boolean holds(byte[] bytes, byte[] searched) {
        for (int at = 0; at <= bytes.length - searched.length; at++) {
            if (bytes[at] == searched[0]
                    && Arrays.equals(bytes, at, at + searched.length, searched, 0, searched.length)) {
                return true;
            }
        }
        return false;
    }

    private void phoneJoinsAndDelivers(WebVisitor attorney) throws Exception {
        phone.start();
        phone.unlock();
        phone.join(desk.invitePhone(attorney, WORKER, WORKERS_TELEPHONE));
        capture();
        await().atMost(PATIENCE).until(() -> phone.waitingCount() == 0);
    }

    private void capture() throws Failure, IOException {
        JournalIntake intake = phone.intake();
        PlantedCase planting = PlantedCase.begin(phone, planted);
        planting.photo("letter.jpg", new DocumentPhotos(seed).letter(PHOTO_SIDE, 1));
        CaseId id = planting.id();
        ItemId person = intake.catalogue()
                .items(intake.read(id), "person", ItemId.CASE)
                .get(0)
                .id();
        intake.write(id, person, new FieldId("PER-02"), Value.text(planted.word(NAME)));
        intake.write(id, person, new FieldId("PER-06"), Value.text(planted.word(NICKNAME)));
        intake.write(id, ItemId.CASE, new FieldId("GRD-03"), Value.text(planted.word(REASON)));
        intake.leave(id);
    }

    /** Opens it, asks, writes as staff and as an attorney; returns its id. */
    private String workTheCase(WebVisitor attorney) {
        String queue = attorney.get(server.url("/queue")).text();
        assertThat(queue).contains(planted.word(NAME));
        String id = ServerDesk.one(queue, "/case/([A-Za-z0-9_-]{22})");
        String token =
                ServerDesk.one(attorney.get(server.url("/case/" + id)).text(), "name=\"token\" value=\"([^\"]*)\"");
        desk.clearOfConflicts(attorney, id, token);
        String page = attorney.get(server.url("/case/" + id)).text();
        assertThat(page).contains(planted.word(NICKNAME), planted.word(REASON));
        String photo = ServerDesk.one(page, "/case/" + id + "/photo/([0-9a-f]{64})");
        assertThat(desk.shows(attorney, id, photo)).isTrue();
        assertThat(attorney.post(server.url("/search"), Map.of("token", token, "q", planted.word(NAME)))
                        .text())
                .contains(planted.word(NAME));
        attorney.post(
                server.url("/case/" + id + "/question"),
                Map.of("token", token, "text", planted.word(QUESTION), "about", ""));
        desk.write(attorney, page, token, "PER-05", STAFF_WROTE);
        desk.write(attorney, page, token, "GRD-06", ATTORNEY_WROTE);
        String after = attorney.get(server.url("/case/" + id)).text();
        assertThat(after).contains(planted.word(QUESTION), planted.word(STAFF_WROTE), planted.word(ATTORNEY_WROTE));
        for (String other : List.of(
                "/phones",
                "/people",
                "/me",
                "/duplicates",
                "/set-aside",
                "/server",
                "/tasks",
                "/rules",
                "/audit",
                "/cases/" + id + "/print")) {
            assertThat(attorney.get(server.url(other)).status()).isEqualTo(200);
        }
        return id;
    }
}
