package org.umbral.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.umbral.line.Promises.Kept;
import org.umbral.line.Promises.Place;
import org.umbral.phone.CaseRow;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.MovableClock;

/**
 * A phone that goes on wherever the disk says, until it is killed: does what it is told to on its standard input, and in
 * between whatever a worker might.
 */
final class PhoneLife implements AutoCloseable {
    private static final long PAUSE = 150;
    private static final long WITHOUT_AN_INVITATION = 50;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final LinePhone phone;
    private final Path log;
    private final Promises promises;
    private final Path invitation;
    private final Random choice;
    private final Worker worker;
    private final StorePoint points;
    private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();

    /** @param photos a folder of what a camera leaves */
    PhoneLife(LinePhone phone, Path log, Path invitation, Path photos, long seed, StorePoint points)
            throws IOException {
        this.phone = phone;
        this.points = points;
        this.log = log;
        this.invitation = invitation;
        promises = new Promises(log);
        choice = new Random(seed);
        Camera camera = new Camera(photos, choice);
        worker = new Worker(phone, promises, camera::photo);
    }

    /** Arguments: the phone's folder, its log, the invitation's file, the photos' folder, the time, a seed. */
    public static void main(String[] args) {
        Told.ending(() -> live(args));
    }

    private static void live(String... args) throws Exception {
        MovableClock clock = new MovableClock(args[4]);
        LinePhone phone = new LinePhone(Path.of(args[0]), clock, PhoneFiles.onDisk(), Told::say);
        PhoneLife life = new PhoneLife(
                phone, Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), Long.parseLong(args[5]), Told::say);
        Told.hear(order -> {
            switch (order[0]) {
                case "move" -> clock.move(Duration.ofSeconds(Long.parseLong(order[1])));
                case "wake" -> phone.courier().wake();
                default -> life.orders.add(order[0]);
            }
        });
        Told.say("opened");
        life.begin();
        Told.say("begun");
        life.live();
    }

    /** What a worker does first: opens or makes the vault, joins, takes what was left. */
    void begin() throws Exception {
        phone.start();
        boolean fresh = phone.core().vaults().state() == Vaults.State.NONE;
        if (fresh) {
            promises.crossed();
        }
        phone.unlock();
        if (fresh
                || phone.core().outbox().link().isEmpty()
                || phone.core().outbox().mustJoinAgain()) {
            join();
        }
        worker.adoptAll();
    }

    private void join() throws Exception {
        for (boolean joined = false; !joined; ) {
            try {
                if (Files.exists(invitation)) {
                    phone.join(Files.readString(invitation));
                    Files.deleteIfExists(invitation);
                    joined = true;
                }
            } catch (AskThePerson usedUp) {
                // By a life that was killed between the clinic's answer and its row: staff make another.
                Files.deleteIfExists(invitation);
            } catch (TryAgain | IOException clinicIsAway) {
                points.reached("waits-to-join");
            }
            if (!joined) {
                TimeUnit.MILLISECONDS.sleep(WITHOUT_AN_INVITATION);
            }
        }
        points.reached("joined");
    }

    private void live() throws Exception {
        while (true) {
            String order = orders.poll(PAUSE, TimeUnit.MILLISECONDS);
            if ("end".equals(order)) {
                close();
                phone.close();
                Runtime.getRuntime().exit(0);
            }
            step(order == null ? idle() : order);
            Told.say("step-done");
        }
    }

    private String idle() {
        return List.of("edit", "edit", "wait", "wait", "tidy", "leave", "photo").get(choice.nextInt(7));
    }

    private void step(String order) throws Exception {
        switch (order) {
            case "sitting" -> worker.sitting(word(), true);
            case "draft" -> worker.sitting(word(), false);
            case "edit" -> edit();
            case "photo" -> forOne(worker::photo);
            case "found" -> forOne(worker::found);
            case "mind" -> forOne(worker::changeOfMind);
            case "leave" -> phone.intake().leaveAll();
            case "tidy" -> {
                phone.courier().wake();
                phone.intake().tidy();
            }
            case "cross" -> cross();
            default -> TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
    }

    private void cross() throws Exception {
        phone.cross();
        promises.crossed();
        phone.unlock();
        join();
    }

    @FunctionalInterface
    private interface Deed {
        void on(CaseId id) throws Failure, IOException;
    }

    /** Of those that are readable here and may be sent. */
    private void forOne(Deed deed) throws Failure, IOException {
        Kept kept = Kept.read(log);
        List<CaseId> whole = phone.intake().cases().stream()
                .filter(row -> row.kept() == CaseRow.Kept.WHOLE)
                .map(CaseRow::id)
                .filter(kept.consented()::contains)
                .toList();
        if (!whole.isEmpty()) {
            deed.on(whole.get(choice.nextInt(whole.size())));
        }
    }

    /** Another value in a place that has one, also where only the stub is left. */
    private void edit() throws Failure, IOException {
        Kept kept = Kept.read(log);
        List<CaseId> here = phone.intake().cases().stream().map(CaseRow::id).toList();
        List<Place> places = new ArrayList<>();
        for (Place place : kept.values().keySet()) {
            if (here.contains(place.id())
                    && List.of("PER-02", "GRD-03").contains(place.field().text())) {
                places.add(place);
            }
        }
        if (!places.isEmpty()) {
            Place place = places.get(choice.nextInt(places.size()));
            worker.write(place.id(), place.item(), place.field().text(), "Otra vez " + word());
            if (choice.nextBoolean()) {
                phone.intake().leave(place.id());
            }
        }
    }

    /** That nobody wrote before. */
    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            word.append(LETTERS.charAt(choice.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    @Override
    public void close() throws IOException {
        promises.close();
    }
}
