package org.umbral.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Pages of the real clinic, each asked for over HTTP and read whole: queue, case and search, over 1,000 generated cases and over 10,000: how the cost grows. */
final class DeskSpeed {
    private static final int[] SIZES = {1_000, 10_000};
    private static final int NEW = 1_000;
    private static final int SAMPLES = 100;
    private static final double PAGE_MS = 100;
    private static final double SEARCH_MS = 200;
    private static final double FIRST_MS = 2_000;
    private static final double ONCE_MS = 10_000;
    private static final double OPENING_MS = 3_000;
    private static final List<String> SYLLABLES = List.of(
            "ma", "ri", "so", "le", "na", "fa", "ti", "mo", "ha", "du", "ol", "ek", "san", "jo", "be", "zar", "qu",
            "el", "ya", "ni");

    private final Random choice = new Random(20261122);
    private final List<CaseId> ids = new ArrayList<>();
    private boolean met = true;

    boolean run() throws Exception {
        Integer only = Integer.getInteger("bench.size");
        for (int size : only == null ? SIZES : new int[] {only}) {
            measure(size);
        }
        return met;
    }

    private void measure(int size) throws Exception {
        Path folder = Files.createTempDirectory("umbral-desk");
        ids.clear();
        try (DeskServer server = new DeskServer(folder);
                StaffSession session = server.clinic.session()) {
            StaffedClinic clinic = server.clinic;
            SamplePhone phone = clinic.join(session, "Olga FICTICIA");
            long begun = System.nanoTime();
            deliver(clinic, phone, size);
            server.readWhileItOpens();
            System.out.printf("%,d cases, made and opened in %.0f s%n", size, (System.nanoTime() - begun) / 1e9);
            bar("people who came twice, first time", ONCE_MS, once(() -> server.read("/duplicates")));
            clinic.beside.finding().forget();
            bar("first search after login", FIRST_MS, once(() -> server.search("Fatemeh Hussaini")));
            bar("queue, p95", PAGE_MS, spread("queue", () -> server.read("/queue")));
            bar("case, p95", PAGE_MS, spread("case", () -> server.read("/case/" + any())));
            bar(
                    "queue after a change, p95",
                    PAGE_MS,
                    spread("queue after a change", () -> touch(clinic), () -> server.read("/queue")));
            bar(
                    "case after a change, p95",
                    PAGE_MS,
                    spread("case after a change", () -> touch(clinic), () -> server.read("/case/" + any())));
            bar("search, p95", SEARCH_MS, spread("search", () -> server.search(name())));
            bar("people who came twice, p95", SEARCH_MS, spread("twice", () -> server.read("/duplicates")));
            deliver(clinic, phone, NEW);
            bar("opening 1,000 new envelopes", OPENING_MS, once(() -> progress(server.readWhileItOpens())));
            memory(size);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void progress(int shown) {
        System.out.printf("  progress was shown %d times%n", shown);
    }

    /** Something came to one case. */
    private void touch(StaffedClinic clinic) throws Failure {
        clinic.store
                .database()
                .transaction(handle ->
                        handle.execute("update cases set changed_at = changed_at + 1 where id = ?", any().text()));
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
            writes.add(SealedCase.write("PER-28", contact, Value.text(telephone())));
            clinic.deliver(phone, made.sealed(made.entry(writes)));
            ids.add(made.id);
        }
    }

    /** One in ten gives the telephone of one of twenty shelters; the others one of their own, of a country that is none. */
    private String telephone() {
        return choice.nextInt(10) == 0
                ? "+1 202 555 01" + (10 + choice.nextInt(20))
                : String.format("+999 %08d", choice.nextInt(100_000_000));
    }

    private String name() {
        return word(2) + " " + word(3) + " " + word(3);
    }

    /** Some eight thousand words of three syllables: people of one name are as rare as in a town. */
    private String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(choice.nextInt(SYLLABLES.size())));
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private CaseId any() {
        return ids.get(choice.nextInt(ids.size()));
    }

    private static double once(Spread.Deed<Exception> deed) throws Exception {
        return Spread.nanos(deed) / 1e6;
    }

    private static double spread(String what, Spread.Deed<Exception> deed) throws Exception {
        return spread(what, () -> {}, deed);
    }

    /** @param before each, and not counted */
    private static double spread(String what, Spread.Deed<Exception> before, Spread.Deed<Exception> deed)
            throws Exception {
        Spread all = new Spread();
        for (int i = 0; i < SAMPLES; i++) {
            before.run();
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
