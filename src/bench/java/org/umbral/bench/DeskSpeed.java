package org.umbral.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** Queue, case and search of the real clinic, over 1,000 generated cases and over 10,000: how the cost grows. */
final class DeskSpeed {
    private static final int[] SIZES = {1_000, 10_000};
    private static final int NEW = 1_000;
    private static final int SAMPLES = 100;
    private static final double QUEUE_MS = 100;
    private static final double SEARCH_MS = 200;
    private static final double FIRST_MS = 2_000;
    private static final double OPENING_MS = 3_000;
    private static final List<String> GIVEN =
            List.of("Ana", "Fatima", "Mohammad", "Olena", "Jean", "Marie", "Hussain", "Yuliia", "Jose", "Moses");
    private static final List<String> FAMILY = List.of(
            "FICTICIO",
            "PRUEBA",
            "EJEMPLO",
            "FICTIONAL",
            "HOSSEINI",
            "AHMADZAI",
            "GONZALEZ",
            "SAMPLE",
            "NOWAK",
            "BAPTISTE");

    private final Random choice = new Random(20261122);
    private final List<CaseId> ids = new ArrayList<>();
    private boolean met = true;

    boolean run() throws Exception {
        for (int size : SIZES) {
            measure(size);
        }
        return met;
    }

    private void measure(int size) throws Exception {
        Path folder = Files.createTempDirectory("umbral-desk");
        ids.clear();
        try (StaffedClinic clinic = new StaffedClinic(folder);
                StaffSession session = clinic.session()) {
            SamplePhone phone = clinic.join(session, "Olga FICTICIA");
            long begun = System.nanoTime();
            deliver(clinic, phone, size);
            clinic.desk.queue(session);
            System.out.printf("%,d cases, made and opened in %.0f s%n", size, (System.nanoTime() - begun) / 1e9);
            clinic.beside.finding().forget();
            bar("first search after login", FIRST_MS, once(() -> find(clinic, session, "Fatemeh Hussaini")));
            bar("queue, p95", QUEUE_MS, spread("queue", () -> clinic.desk.queue(session)));
            bar("case, p95", QUEUE_MS, spread("case", () -> clinic.desk.open(session, any())));
            bar("case changed, then queue, p95", QUEUE_MS, spread("queue after a change", () -> {
                clinic.store
                        .database()
                        .transaction(handle -> handle.execute(
                                "update cases set changed_at = changed_at + 1 where id = ?", any().text()));
                clinic.desk.queue(session);
            }));
            bar("search, p95", SEARCH_MS, spread("search", () -> find(clinic, session, name())));
            deliver(clinic, phone, NEW);
            bar("opening 1,000 new envelopes", OPENING_MS, once(() -> {
                while (clinic.desk.openSome(session) > 0) {
                    // The page asks again.
                }
                clinic.desk.queue(session);
            }));
            memory(size);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void find(StaffedClinic clinic, StaffSession session, String typed) throws Failure {
        clinic.beside.finding().find(session, typed);
    }

    private void deliver(StaffedClinic clinic, SamplePhone phone, int cases) throws Failure {
        SecureRandom random = clinic.random;
        for (int i = 0; i < cases; i++) {
            SealedCase made = new SealedCase(phone, random);
            List<Write> writes = new ArrayList<>(made.words(i % 50 == 0 ? "NOW_LIFE_THREATENING" : "ROUTINE"));
            writes.removeIf(write -> write.field().text().equals("PER-02"));
            ItemId contact = made.person.child(random);
            writes.add(SealedCase.write("PER-02", made.person, Value.text(name())));
            writes.add(SealedCase.write(
                    "PER-11",
                    made.person,
                    PartialDate.ofYear(1960 + choice.nextInt(50)).toValue()));
            writes.add(SealedCase.write(
                    "PER-21", made.person, Value.text(String.format("%09d", choice.nextInt(999_999)))));
            writes.add(SealedCase.write("PER-28A", contact, Value.text("PHONE")));
            writes.add(SealedCase.write("PER-28", contact, Value.text("+1 202 555 01" + (10 + choice.nextInt(90)))));
            clinic.deliver(phone, made.sealed(made.entry(writes)));
            ids.add(made.id);
        }
    }

    private String name() {
        return GIVEN.get(choice.nextInt(GIVEN.size())) + " " + FAMILY.get(choice.nextInt(FAMILY.size())) + " "
                + FAMILY.get(choice.nextInt(FAMILY.size()));
    }

    private CaseId any() {
        return ids.get(choice.nextInt(ids.size()));
    }

    private static double once(Spread.Deed<Failure> deed) throws Failure {
        return Spread.nanos(deed) / 1e6;
    }

    private static double spread(String what, Spread.Deed<Failure> deed) throws Failure {
        Spread all = new Spread();
        for (int i = 0; i < SAMPLES; i++) {
            all.add(Spread.nanos(deed));
        }
        all.print("  " + what);
        return all.at(95);
    }

    private void bar(String what, double most, double millis) {
        met &= millis <= most;
        System.out.printf(
                "  %-36s %9.1f ms of at most %,.0f ms %s%n", what, millis, most, millis <= most ? "" : "MISSED");
    }

    private static void memory(int size) {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf(
                "  memory in use with the cards of %,d cases: %,d MiB%n",
                size + NEW, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
