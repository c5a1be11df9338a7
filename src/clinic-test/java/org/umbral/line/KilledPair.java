package org.umbral.line;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.umbral.clinic.FreePort;
import org.umbral.shared.Failure;
import org.umbral.testing.MovableClock;

/**
 * A phone and a clinic, each a process over a folder of its own, that are killed again and again and go on with the same
 * lives.
 */
final class KilledPair implements AutoCloseable {
    private static final long START = 60_000;
    private static final long PHASE = 15_000;
    private static final double SHORTEST = 10_000;
    private static final double LONGEST = 100_000_000;
    private static final long STARTUP = 900_000_000;
    private static final Duration TILL_FORGOTTEN = Duration.ofHours(75);
    private static final int MOST_MINUTES = 480;

    /** Where kills of phones are aimed at: what it is told to do, and what the clock does before. */
    private record Aim(Phase phase, boolean late, List<String> orders) {}

    private static final List<Aim> AIMS = List.of(
            new Aim(Phase.DRAFT, false, List.of("sitting")),
            new Aim(Phase.SEALED, false, List.of("found", "sitting")),
            new Aim(Phase.SEALED, false, List.of("mind", "photo", "found")),
            new Aim(Phase.CUT, false, List.of("edit", "leave", "photo", "leave")),
            new Aim(Phase.UPLOAD, false, List.of("sitting", "photo", "leave")),
            new Aim(Phase.UPLOAD, false, List.of("photo", "photo", "leave")),
            new Aim(Phase.RECEIPT, false, List.of("sitting", "photo", "leave")),
            new Aim(Phase.RECEIPT, false, List.of("draft", "found", "leave", "tidy")),
            new Aim(Phase.FORGET, true, List.of("sitting", "tidy", "tidy")),
            new Aim(Phase.FORGET, true, List.of("tidy", "edit", "tidy")),
            new Aim(Phase.CROSS, false, List.of("sitting", "draft", "cross")));

    private final Places places;
    private final ChildJvm jvm;
    private final KillTally tally;
    private final Random choice;
    private final MovableClock clock;
    private final List<Finding> died = new ArrayList<>();
    private Prey phone;
    private Prey clinic;

    KilledPair(Places places, ChildJvm jvm, KillTally tally, MovableClock clock, long seed)
            throws IOException, InterruptedException {
        this.places = places;
        this.jvm = jvm;
        this.tally = tally;
        this.clock = clock;
        choice = new Random(seed);
        clinic = startClinic();
        phone = startPhone();
    }

    /** The folders of one pair. */
    record Places(Path root, Path photos, int port) {
        Path phone() {
            return root.resolve("phone");
        }

        Path clinic() {
            return root.resolve("clinic");
        }

        Path backups() {
            return root.resolve("backups");
        }

        Path invitation() {
            return root.resolve("invitation");
        }

        /** Of the phone, of the clinic, of backups: one writer each. */
        Path log(String whose) {
            return root.resolve(whose + ".promises");
        }

        /** A clinic that is set up and has invited a phone. */
        static Places made(Path root, Path photos, MovableClock clock) throws Failure, IOException {
            Places places = new Places(root, photos, FreePort.take());
            try (LineClinic clinic = LineClinic.setUp(
                    places.clinic(), clock, places.port(), List.of(ClinicLife.address(places.port())))) {
                ClinicLife.invite(clinic, places.invitation());
            }
            return places;
        }
    }

    private String[] clinicArguments() {
        return new String[] {
            places.clinic().toString(),
            places.log("clinic").toString(),
            places.invitation().toString(),
            Integer.toString(places.port()),
            clock.instant().toString(),
            Long.toString(choice.nextLong())
        };
    }

    private String[] phoneArguments() {
        return new String[] {
            places.phone().toString(),
            places.log("phone").toString(),
            places.invitation().toString(),
            places.photos().toString(),
            clock.instant().toString(),
            Long.toString(choice.nextLong())
        };
    }

    private Prey startClinic() throws IOException, InterruptedException {
        Prey made = new Prey(jvm.start(ClinicLife.class, clinicArguments()));
        made.await("begun"::equals, 1, START);
        return made;
    }

    /** Now and then one does not live to see its own start. */
    private Prey startPhone() throws IOException, InterruptedException {
        Prey made = new Prey(jvm.start(PhoneLife.class, phoneArguments()));
        if (choice.nextInt(12) == 0) {
            LockSupport.parkNanos((long) (choice.nextDouble() * STARTUP));
            made.kill();
            bury("phone", made);
            return startPhone();
        }
        made.await("begun"::equals, 1, START);
        return made;
    }

    /** Ends one or more lives at a random instant; they begin again where the disk says. */
    void kill() throws IOException, InterruptedException {
        move(Duration.ofMinutes(choice.nextInt(MOST_MINUTES)));
        int victim = choice.nextInt(100);
        if (victim < 20) {
            killBackup();
        } else if (victim < 72) {
            aim();
            delay();
            phone.kill();
            bury("phone", phone);
            phone = startPhone();
        } else if (victim < 90) {
            aimAtClinic();
            delay();
            clinic.kill();
            bury("clinic", clinic);
            clinic = startClinic();
            phone.order("wake");
        } else {
            killBoth();
            startBoth();
        }
        if (!phone.isAlive() || !clinic.isAlive()) {
            died.add(Finding.lost("a process ended by itself: " + phone.last() + ", " + clinic.last()));
            startBoth();
        }
    }

    /** Both at once; they stay dead until {@link #startBoth}. */
    void killBoth() throws IOException, InterruptedException {
        if (choice.nextBoolean()) {
            aim();
        } else {
            aimAtClinic();
        }
        delay();
        phone.kill();
        clinic.kill();
        bury("both", phone, clinic);
    }

    void startBoth() throws IOException, InterruptedException {
        phone.kill();
        clinic.kill();
        phone.buried();
        clinic.buried();
        clinic = startClinic();
        phone = startPhone();
    }

    private void killBackup() throws IOException, InterruptedException {
        Prey backup = new Prey(jvm.start(
                BackupLife.class,
                places.clinic().toString(),
                places.backups().toString(),
                places.log("backup").toString(),
                clock.instant().toString()));
        phone.order("photo");
        phone.order("leave");
        backup.await(any -> true, 1 + choice.nextInt(12), START);
        delay();
        boolean clinicToo = choice.nextInt(3) == 0;
        backup.kill();
        if (clinicToo) {
            clinic.kill();
        }
        int exit = backup.buried();
        boolean killed = exit == Prey.KILLED;
        if (!killed && exit != 0) {
            died.add(Finding.lost("a backup ended by itself with " + exit + " after " + backup.last()));
        }
        if (clinicToo) {
            bury(killed ? "backup and clinic" : "clinic", killed ? new Prey[] {backup, clinic} : new Prey[] {clinic});
            clinic = startClinic();
            phone.order("wake");
        } else if (killed) {
            bury("backup", backup);
        }
    }

    private void aim() throws InterruptedException {
        Aim aim = AIMS.get(choice.nextInt(AIMS.size()));
        if (aim.late()) {
            move(TILL_FORGOTTEN);
        }
        for (String order : aim.orders()) {
            phone.order(order);
        }
        await(phone, point -> Phase.of(point) == aim.phase());
    }

    private void aimAtClinic() throws InterruptedException {
        if (choice.nextBoolean()) {
            aim();
        } else {
            phone.order("photo");
            phone.order("leave");
            Phase phase = choice.nextBoolean() ? Phase.STAFF : Phase.STORED;
            await(clinic, point -> Phase.of(point) == phase);
        }
    }

    private void await(Prey prey, Predicate<String> fits) throws InterruptedException {
        prey.await(fits, 1 + choice.nextInt(5), PHASE);
    }

    /** From nothing to longer than anything takes, as many near as far. */
    private void delay() {
        LockSupport.parkNanos((long) (SHORTEST * Math.pow(LONGEST / SHORTEST, choice.nextDouble())));
    }

    private void move(Duration by) {
        clock.move(by);
        phone.order("move " + by.toSeconds());
        clinic.order("move " + by.toSeconds());
    }

    private void bury(String victim, Prey... dead) throws InterruptedException {
        List<String> last = new ArrayList<>();
        for (Prey one : dead) {
            int exit = one.buried();
            last.add(one.last());
            if (exit != Prey.KILLED) {
                died.add(Finding.lost(victim + " ended by itself with " + exit + " after " + one.last()));
            }
        }
        tally.killed(victim, last);
    }

    /** What ended without being killed, since this was asked last. */
    List<Finding> died() {
        List<Finding> all = List.copyOf(died);
        died.clear();
        return all;
    }

    Places places() {
        return places;
    }

    MovableClock clock() {
        return clock;
    }

    @Override
    public void close() throws IOException {
        for (Prey one : List.of(phone, clinic)) {
            one.kill();
        }
        try {
            phone.buried();
            clinic.buried();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
