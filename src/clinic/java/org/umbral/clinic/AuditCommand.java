package org.umbral.clinic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.Database;
import org.umbral.shared.TryAgain;

/** {@code audit verify [folder]}: whether the audit is as it was written. Needs no key, and may run beside the clinic. */
final class AuditCommand {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int NO_CLINIC = 2;

    private AuditCommand() {}

    static boolean isMeant(String[] args) {
        return args.length >= 2 && args[0].equals("audit") && args[1].equals("verify");
    }

    /** The exit code: 0 where it holds, 1 where it does not, 2 where there is no clinic in the folder. */
    static int run(Path folder, ConsoleWords words, Clock clock, Consumer<String> out) throws TryAgain {
        if (!Files.isRegularFile(folder.resolve("umbral.db"))) {
            out.accept(words.say("audit.no-clinic", folder.toAbsolutePath().normalize()));
            return NO_CLINIC;
        }
        try (Database database = Database.open(folder)) {
            Audit.Verdict verdict = new Audit(new AuditRows(database), clock).check();
            out.accept(words.say("audit.rows", verdict.rows()));
            if (verdict.firstBroken() > 0) {
                out.accept(words.say(verdict.isCutOff() ? "audit.cut" : "audit.broken", verdict.firstBroken()));
                return BROKEN;
            }
            out.accept(words.say("audit.holds"));
            out.accept(words.say("audit.last", verdict.lastHash()));
            return HOLDS;
        }
    }
}
