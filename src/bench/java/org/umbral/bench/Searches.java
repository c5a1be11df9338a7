package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.umbral.phone.CaseIndex;
import org.umbral.phone.CaseRow;
import org.umbral.shared.Failure;
import org.umbral.testing.TestPhone;

/** One search as somebody types, over 300 cases, each key a search of its own. */
final class Searches {
    private static final int CASES = 300;
    private static final int ROUNDS = 40;
    private static final double MOST = 16;
    private static final List<String> TYPED =
            List.of("maría ficticio 27", "A204 000", "núñez", "زلمي", "7kq-4xm", "zzzz");

    boolean run() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (TestPhone phone = new TestPhone(folder.resolve("phone"), 3)) {
            for (int i = 0; i < CASES; i++) {
                var id = phone.consented();
                phone.write(id, phone.person(id), "PER-02", "Ana María Núñez Ficticio زلمی " + i);
                phone.write(id, phone.person(id), "PER-21", "A204000" + String.format("%03d", i));
                phone.intake.leave(id);
            }
            List<CaseRow> rows = phone.intake.cases();
            Spread building = new Spread();
            building.add(Spread.nanos(() -> CaseIndex.of(rows)));
            CaseIndex index = CaseIndex.of(rows);
            Timed first = new Timed();
            first.run(() -> index.find("m"));
            Timed times = new Timed();
            for (int round = 0; round < ROUNDS; round++) {
                for (String typed : TYPED) {
                    for (int keys = 1; keys <= typed.length(); keys++) {
                        String soFar = typed.substring(0, keys);
                        times.run(() -> index.find(soFar));
                    }
                }
            }
            building.print("the index of " + CASES + " cases");
            first.print("the first search of all");
            times.print("one search while typing");
            boolean met = times.clock().at(99) <= MOST;
            System.out.printf("p99 %.2f ms, limit %.0f ms: %s%n", times.clock().at(99), MOST, met ? "met" : "MISSED");
            return met;
        } finally {
            Folders.delete(folder);
        }
    }
}
