package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.umbral.phone.CaseRow;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.TestPhone;

/**
 * What an unlock costs beyond Argon2id: the whole unlock with 300 cases until their rows are read, less the unlock of the
 * same vault alone, in the same run and turn by turn.
 */
final class Unlocks {
    private static final int CASES = 300;
    private static final int TURNS = 15;
    private static final double MOST = 300;

    boolean run() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (TestPhone phone = new TestPhone(folder.resolve("phone"), 2)) {
            for (int i = 0; i < CASES; i++) {
                var id = phone.consented();
                phone.write(id, phone.person(id), "PER-02", "Ana Ficticio " + i);
                phone.intake.leave(id);
            }
            Spread whole = new Spread();
            Spread alone = new Spread();
            for (int turn = 0; turn < TURNS; turn++) {
                phone.restartLocked();
                alone.add(Spread.nanos(() -> derive(phone)));
                whole.add(Spread.nanos(() -> {
                    phone.unlock();
                    List<CaseRow> rows = phone.intake.cases();
                    if (rows.size() != CASES) {
                        throw new IllegalStateException("rows: " + rows.size());
                    }
                }));
            }
            whole.print("unlock to the rows of 300 cases");
            alone.print("the same unlock alone");
            double beyond = whole.at(50) - alone.at(50);
            System.out.printf(
                    "beyond Argon2id: %.0f ms, limit %.0f ms: %s%n", beyond, MOST, beyond <= MOST ? "met" : "MISSED");
            return beyond <= MOST;
        } finally {
            Folders.delete(folder);
        }
    }

    private static void derive(TestPhone phone) throws Failure {
        try (Passphrase passphrase = TestPhone.passphrase()) {
            phone.core.vaults().unlock(passphrase).close();
        }
    }
}
