package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.TestPhone;

/** How long it takes to empty a locked phone that holds 200 cases with a photo each, a draft among them. */
final class Crossing {
    private static final int CASES = 200;
    private static final int PHOTO = 400_000;
    private static final int TURNS = 2;
    private static final double MOST = 2000;

    boolean run() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try {
            Spread times = new Spread();
            for (int turn = 0; turn < TURNS; turn++) {
                times.add(once(folder.resolve("phone-" + turn), turn));
            }
            times.print("empty a locked phone with " + CASES + " cases");
            boolean met = times.at(100) <= MOST;
            System.out.printf("%.0f ms, limit %.0f ms: %s%n", times.at(100), MOST, met ? "met" : "MISSED");
            return met;
        } finally {
            Folders.delete(folder);
        }
    }

    private static long once(Path home, int turn) throws Failure, IOException {
        try (TestPhone phone = new TestPhone(home, turn)) {
            for (int i = 0; i < CASES; i++) {
                var id = phone.consented();
                phone.write(id, phone.person(id), "PER-02", "Ana Ficticio " + i);
                ItemId evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
                phone.intake.addPhoto(id, evidence, phone.leave("photo.jpg", TestPhone.picture(i, PHOTO)));
                if (i > 0) {
                    phone.intake.leave(id);
                }
            }
            phone.restartLocked();
            long taken = Spread.nanos(phone.core::prepareToCross);
            int waiting = phone.core.outbox().waitingCount();
            if (phone.core.vaults().state() != Vaults.State.NONE || waiting != 2 * CASES) {
                throw new IllegalStateException("not whole: " + waiting);
            }
            return taken;
        }
    }
}
