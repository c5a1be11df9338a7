package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.backup.Backups;
import org.umbral.clinic.store.Disk;
import org.umbral.phone.store.Waiting;
import org.umbral.practice.DocumentPhotos;
import org.umbral.shared.Failure;
import org.umbral.testing.CountingProxy;
import org.umbral.testing.MovableClock;
import org.umbral.testing.WebVisitor;

/**
 * Two workers with made-up words in every text field and marked photos, and a clinic in a process of its own whose staff
 * work on all of it; at each moment at which something could be carried off, everything that could be is searched. Both
 * phones live in this process, which holds nothing else that was written.
 */
public final class Theft implements AutoCloseable {
    private static final int FOUNDER = 0;
    private static final int FOUNDERS_WORDS = 1;
    private static final int QUESTION = 2;
    private static final int STAFF_WROTE = 3;
    private static final int ATTORNEY_WROTE = 4;
    private static final int WORKER = 5;
    private static final int TELEPHONE = 6;
    private static final int FIRST_TYPED = 7;
    private static final int PHOTO_SIDE = 1600;
    private static final int MOST_DUMPS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * One search.
     *
     * @param found what there was: numbers of words, numbers of marks, or names of files
     * @param mustFind whether something has to be there, so that the search is known to find
     */
    public record Searched(String place, long bytes, int planted, Collection<?> found, boolean mustFind) {
        public boolean isRight() {
            return found.isEmpty() != mustFind;
        }
    }

    private final Path folder;
    private final int cases;
    private final int photos;
    private final long seed;
    private final Planted planted;
    private final Instant start = Instant.now().minusSeconds(2);
    private final List<Searched> searched = new ArrayList<>();
    private final List<LinePhone> phones = new ArrayList<>();
    private final CountingProxy proxy;
    private final ServerProcess server;
    private final ServerDesk desk;
    private int words = FIRST_TYPED;

    /** @param cases of each of the two workers; the first one's has the photos */
    public Theft(Path folder, long seed, int cases, int photos) throws Failure, IOException {
        this.folder = folder;
        this.seed = seed;
        this.cases = cases;
        this.photos = photos;
        planted = new Planted(seed);
        int port = FreePort.take();
        proxy = new CountingProxy(port);
        server = ServerProcess.start(folder.resolve("server"), port, proxy.address());
        desk = new ServerDesk(server, planted);
        for (int i = 0; i < 2; i++) {
            phones.add(new LinePhone(folder.resolve("phone-" + i), new MovableClock("2026-11-20T21:00:00Z")));
        }
    }

    /** What was looked through, in the order of the story. */
    public List<Searched> run() throws Exception {
        join();
        capture();
        phonesMemory("heap of both phones, open", true);
        for (LinePhone phone : phones) {
            phone.lock();
        }
        phonesEverywhere("locked, nothing sent");
        holdInTheMidstOfAPhoto();
        phonesEverywhere("locked, a photo half sent, words behind it");
        proxy.letGo();
        for (LinePhone phone : phones) {
            await().atMost(PATIENCE).until(() -> phone.waitingCount() == 0);
        }
        phonesEverywhere("locked, all delivered");
        serverEverywhere("nobody has read yet");
        WebVisitor attorney = desk.loggedIn(FOUNDER, FOUNDERS_WORDS);
        work(attorney);
        serverMemory("clinic's heap, somebody reads", true);
        backUp();
        serverDisk("somebody reads");
        desk.logOut(attorney);
        serverEverywhere("after the last logout");
        theQuestionArrives();
        phonesDisk("locked, after the clinic's mail");
        return List.copyOf(searched);
    }

    private void join() throws Exception {
        desk.setUp(FOUNDER, FOUNDERS_WORDS);
        WebVisitor attorney = desk.loggedIn(FOUNDER, FOUNDERS_WORDS);
        for (LinePhone phone : phones) {
            phone.start();
            phone.unlock();
            phone.join(desk.invitePhone(attorney, WORKER, TELEPHONE));
            phone.courier().networkAllowed(false);
        }
        desk.logOut(attorney);
    }

    private void capture() throws Failure, IOException {
        for (LinePhone phone : phones) {
            for (int i = 0; i < cases; i++) {
                PlantedCase made = PlantedCase.begin(phone, planted);
                words = made.everyText(words);
                for (int photo = 0; i == 0 && phone == phones.get(0) && photo < photos; photo++) {
                    made.photo(photo + ".jpg", new DocumentPhotos(seed + photo).letter(PHOTO_SIDE, 1));
                }
                // What is open when the phone is locked is left by the lock.
                if (i < cases - 1) {
                    phone.intake().leave(made.id());
                }
            }
        }
    }

    /** The first phone's words leave, its photo does not arrive; the second phone's words wait behind. */
    private void holdInTheMidstOfAPhoto() throws Failure {
        LinePhone first = phones.get(0);
        List<Waiting> queue = first.core().outbox().waiting();
        long all = queue.stream().mapToLong(Waiting::size).sum();
        proxy.holdAfter(all - queue.get(queue.size() - 1).size() / 2);
        first.courier().networkAllowed(true);
        await().atMost(PATIENCE).until(() -> proxy.holds() && wordsWaiting(first) == 0);
        phones.get(1).courier().networkAllowed(true);
        if (first.waitingCount() == 0 || wordsWaiting(phones.get(1)) < cases) {
            throw new IllegalStateException("the queue did not wait");
        }
    }

    private static long wordsWaiting(LinePhone phone) throws Failure {
        return phone.core().outbox().waiting().stream()
                .filter(item -> !item.lane().isEvidence())
                .count();
    }

    /** Every case is opened, one is worked on, every photo is looked at. */
    private void work(WebVisitor attorney) {
        Set<String> ids =
                new TreeSet<>(ServerDesk.all(attorney.get(server.url("/queue")).text(), "/case/([A-Za-z0-9_-]{22})"));
        int seen = 0;
        for (String id : ids) {
            String token =
                    ServerDesk.one(attorney.get(server.url("/case/" + id)).text(), "name=\"token\" value=\"([^\"]*)\"");
            desk.clearOfConflicts(attorney, id, token);
            String page = attorney.get(server.url("/case/" + id)).text();
            for (String photo : new TreeSet<>(ServerDesk.all(page, "/case/" + id + "/photo/([0-9a-f]{64})"))) {
                seen += desk.shows(attorney, id, photo) ? 1 : 0;
            }
            attorney.post(
                    server.url("/case/" + id + "/question"),
                    Map.of("token", token, "text", planted.word(QUESTION), "about", ""));
            desk.write(attorney, page, token, "PER-05", STAFF_WROTE);
            desk.write(attorney, page, token, "GRD-06", ATTORNEY_WROTE);
        }
        if (ids.size() != 2 * cases || seen != photos) {
            throw new IllegalStateException(ids.size() + " cases and " + seen + " photos were seen at the clinic");
        }
    }

    private void backUp() throws Failure {
        new Backups(new Disk(), phones.get(0).clock, new SecureRandom(), (step, done, of) -> {})
                .backUp(server.root().resolve("clinic"), folder.resolve("backups"), true);
    }

    private void theQuestionArrives() throws Failure {
        for (LinePhone phone : phones) {
            phone.unlock();
            var id = phone.intake().cases().get(0).id();
            await().atMost(PATIENCE).until(() -> {
                phone.courier().wake();
                phone.intake().tidy();
                return !phone.intake().questions(id).isEmpty();
            });
            phone.lock();
        }
    }

    private void phonesEverywhere(String when) throws IOException {
        phonesDisk(when);
        phonesMemory("heap of both phones, " + when, false);
    }

    private void phonesDisk(String when) throws IOException {
        planted.searchedBytes();
        List<Path> found = planted.filesWith(words, folder.resolve("phone-0"), folder.resolve("phone-1"));
        add("files of both phones, " + when, 0, found, false);
        add("temporary files, " + when, 0, planted.temporaryFilesWith(words, start, folder), false);
    }

    /** What another thread still has in hand goes within moments; what stays reachable does not. */
    private void phonesMemory(String place, boolean mustFind) throws IOException {
        // What this process typed into a browser before is the browser's.
        search(place, FIRST_TYPED, mustFind, () -> Planted.dump(folder.resolve("phones.hprof")));
    }

    private void serverMemory(String place, boolean mustFind) throws IOException {
        search(place, 0, mustFind, () -> server.dump(folder.resolve("server.hprof")));
    }

    private void search(String place, int first, boolean mustFind, Dump dump) throws IOException {
        for (int tries = 0; ; tries++) {
            Path file = dump.make();
            planted.searchedBytes();
            Set<Integer> found = planted.wordsIn(file, words);
            Files.delete(file);
            found.removeIf(word -> word < first);
            if (mustFind || found.isEmpty() || tries == MOST_DUMPS) {
                add(place, first, found, mustFind);
                return;
            }
        }
    }

    private interface Dump {
        Path make() throws IOException;
    }

    private void serverEverywhere(String when) throws IOException {
        serverDisk(when);
        serverMemory("clinic's heap, " + when, false);
    }

    private void serverDisk(String when) throws IOException {
        for (String place : List.of("clinic", "tmp", "printed")) {
            planted.searchedBytes();
            List<Path> found = planted.filesWith(words, server.root().resolve(place));
            add("clinic's " + place + ", " + when, 0, found, false);
        }
        if (Files.exists(folder.resolve("backups"))) {
            planted.searchedBytes();
            add("backup, " + when, 0, planted.filesWith(words, folder.resolve("backups")), false);
        }
    }

    private void add(String place, int first, Collection<?> found, boolean mustFind) {
        searched.add(new Searched(place, planted.searchedBytes(), words - first + planted.marks(), found, mustFind));
    }

    @Override
    public void close() {
        phones.forEach(LinePhone::close);
        server.close();
        proxy.close();
    }
}
