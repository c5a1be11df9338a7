package org.umbral.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.testing.MovableClock;

/** A clinic that goes on wherever its folder says, until it is killed; staff log in, look, ask, and invite. */
final class ClinicLife {
    private static final long PAUSE = 700;
    private static final int ASKS_OF_TEN = 3;
    private static final int LOOKS = 2;

    private final LineClinic clinic;
    private final MovableClock clock;
    private final Promises promises;
    private final Path invitation;
    private final Random choice;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong seconds = new AtomicLong();

    private ClinicLife(LineClinic clinic, MovableClock clock, Promises promises, Path invitation, long seed) {
        this.clinic = clinic;
        this.clock = clock;
        this.promises = promises;
        this.invitation = invitation;
        choice = new Random(seed);
    }

    /** Arguments: the clinic's folder, its log, the invitation's file, its port, the time, a seed. */
    public static void main(String[] args) {
        Told.ending(() -> live(args));
    }

    private static void live(String... args) throws Exception {
        MovableClock clock = new MovableClock(args[4]);
        int port = Integer.parseInt(args[3]);
        LineClinic clinic =
                LineClinic.of(Path.of(args[0]), clock, port, List.of(address(port)), Optional.of(new TellingDisk()));
        ClinicLife life = new ClinicLife(
                clinic, clock, new Promises(Path.of(args[1])), Path.of(args[2]), Long.parseLong(args[5]));
        Told.hear(order -> {
            if (order[0].equals("move")) {
                life.seconds.addAndGet(Long.parseLong(order[1]));
            } else {
                life.end.countDown();
            }
        });
        clinic.clinic().startApi();
        Told.say("begun");
        life.live();
        life.promises.close();
        clinic.close();
        Runtime.getRuntime().exit(0);
    }

    static String address(int port) {
        return "https://127.0.0.1:" + port;
    }

    private void live() throws Exception {
        do {
            // Between two sessions, or one would end in the middle of its work.
            clock.move(Duration.ofSeconds(seconds.getAndSet(0)));
            Told.say("login");
            try (StaffSession staff = clinic.reader()) {
                Told.say("logged-in");
                if (!Files.exists(invitation)) {
                    invite(clinic, invitation);
                    Told.say("invited");
                }
                look(staff);
            }
            Told.say("logged-out");
        } while (!end.await(PAUSE, TimeUnit.MILLISECONDS));
    }

    /** The file is there whole or not at all. */
    static void invite(LineClinic clinic, Path invitation) throws Failure, IOException {
        Path part = invitation.resolveSibling("invitation.part");
        Files.writeString(part, clinic.invitation());
        Files.move(part, invitation, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void look(StaffSession staff) throws Failure, IOException {
        Desk desk = clinic.clinic().desk();
        List<Desk.QueueRow> unopened = desk.queue(staff).stream()
                .filter(row -> row.opened().isEmpty())
                .limit(LOOKS)
                .toList();
        Told.say("queue-read");
        for (Desk.QueueRow row : unopened) {
            desk.open(staff, row.id());
            Told.say("case-read");
            if (choice.nextInt(10) < ASKS_OF_TEN) {
                ask(desk, staff, row);
            }
        }
    }

    private void ask(Desk desk, StaffSession staff, Desk.QueueRow row) throws Failure, IOException {
        String text = "¿Pregunta ficticia " + Long.toHexString(choice.nextLong()) + "?";
        promises.asking(row.id(), text);
        try {
            desk.ask(staff, row.id(), text, Optional.empty());
        } catch (AskThePerson nobodyToAsk) {
            return;
        }
        promises.asked(row.id(), text);
        Told.say("asked");
    }

    /** A disk that says what it is about to do. */
    static final class TellingDisk extends Disk {
        @Override
        public void write(Path file, byte[] bytes, int length) throws IOException {
            Told.say("disk-write");
            super.write(file, bytes, length);
        }

        @Override
        public void force(Path fileOrFolder) throws IOException {
            Told.say("disk-force");
            super.force(fileOrFolder);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Told.say("disk-move");
            super.move(from, to);
        }
    }
}
