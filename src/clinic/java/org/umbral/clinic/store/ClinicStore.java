package org.umbral.clinic.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.umbral.shared.TryAgain;

/**
 * Everything that the clinic keeps in one folder: {@code umbral.db} and {@code envelopes/}. Each part is thread-safe;
 * closing ends them all.
 */
public record ClinicStore(
        Database database,
        ClinicState state,
        Envelopes envelopes,
        Uploads uploads,
        Usage usage,
        Gaps gaps,
        Leftovers leftovers,
        Erased erased,
        CaseTurns caseTurns,
        Devices devices,
        Invitations invitations,
        Mailbox mailbox,
        PublicDocuments documents)
        implements AutoCloseable {

    /** A file that stands in a folder while a backup is brought back into it. */
    public static final String RESTORING = "restoring";

    /** Opens or makes it in this folder, which is made. {@code TryAgain("restore-unfinished")}. */
    public static ClinicStore open(Path folder, Disk disk, Clock clock, SecureRandom random) throws TryAgain {
        if (Files.exists(folder.resolve(RESTORING))) {
            throw new TryAgain("restore-unfinished");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new TryAgain("disk-full", e);
        }
        Supplier<UUID> names = () -> new UUID(random.nextLong(), random.nextLong());
        EnvelopeFiles files = EnvelopeFiles.inFolder(folder.resolve("envelopes"), disk, names);
        Database database = Database.open(folder);
        try {
            new Home(folder, database, clock, random).settle();
            return of(database, ClinicState.open(database, random), files, clock, names);
        } catch (TryAgain | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ClinicStore of(
            Database database, ClinicState state, EnvelopeFiles files, Clock clock, Supplier<UUID> names) {
        CaseTurns turns = new CaseTurns();
        Envelopes envelopes = new Envelopes(database, files, clock);
        return new ClinicStore(
                database,
                state,
                envelopes,
                new Uploads(database, files, envelopes, clock, names),
                new Usage(database, clock),
                new Gaps(database, envelopes, clock),
                new Leftovers(database, files, clock),
                new Erased(database, files, clock, turns),
                turns,
                new Devices(database),
                new Invitations(database),
                new Mailbox(database),
                new PublicDocuments(database));
    }

    @Override
    public void close() {
        database.close();
    }
}
