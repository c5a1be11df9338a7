package org.umbral.phone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.umbral.phone.capture.Capture;
import org.umbral.phone.capture.PhotoPreparer;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.seal.Sealer;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.PhoneStore;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.unlock.DeviceKeys;
import org.umbral.phone.unlock.Vault;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.Argon2Cost;

/**
 * The heart of the phone, without a window: vault, outbox and intake over one folder. Opening it cuts every draft (design
 * §3) and clears what a kill left half-done. One per folder and process; thread-safe.
 */
public final class PhoneCore implements AutoCloseable {
    private static final long PASSPHRASE_MILLIS = 1000;
    private static final String KEYS = "keys";
    private static final String DEVICE = "device";

    private final Path home;
    private final Catalogue shipped;
    private final Clock clock;
    private final SecureRandom random;
    private final PhoneFiles files;
    private final PhotoPreparer preparer;
    private final StorePoint points;
    private final PhoneStore store;
    private final Vaults vaults;

    private PhoneCore(
            Path home,
            Catalogue shipped,
            Clock clock,
            SecureRandom random,
            LongSupplier nanos,
            PhoneFiles files,
            PhotoPreparer preparer,
            StorePoint points)
            throws TryAgain {
        this.home = home;
        this.shipped = shipped;
        this.clock = clock;
        this.random = random;
        this.files = files;
        this.preparer = preparer;
        this.points = points;
        store = PhoneStore.open(home, clock, files, points);
        vaults = new Vaults(
                new VaultFile(home.resolve("vault.json"), files),
                clock,
                random,
                () -> Argon2Cost.measure(nanos, PASSPHRASE_MILLIS));
    }

    /**
     * @param shipped the catalogue that came with the app
     * @param nanos a clock that only goes forward, to measure Argon2id with
     */
    public static PhoneCore open(
            Path home,
            Catalogue shipped,
            Clock clock,
            SecureRandom random,
            LongSupplier nanos,
            PhoneFiles files,
            PhotoPreparer preparer)
            throws TryAgain {
        return open(home, shipped, clock, random, nanos, files, preparer, StorePoint.NONE);
    }

    /** The same, told of every point that is passed: for the kill harness. */
    public static PhoneCore open(
            Path home,
            Catalogue shipped,
            Clock clock,
            SecureRandom random,
            LongSupplier nanos,
            PhoneFiles files,
            PhotoPreparer preparer,
            StorePoint points)
            throws TryAgain {
        PhoneCore core = new PhoneCore(home, shipped, clock, random, nanos, files, preparer, points);
        try {
            core.start();
            return core;
        } catch (TryAgain e) {
            core.close();
            throw e;
        }
    }

    private void start() throws TryAgain {
        store.cutAll();
        points.reached("start-drafts-cut");
        if (vaults.state() == Vaults.State.NONE && store.clearing().holdsVault()) {
            // Killed in the middle of border mode: nothing opens these rows any more.
            store.clearing().dropVault();
        }
        store.clearing().eraseOrphans();
    }

    PhoneStore store() {
        return store;
    }

    public Outbox outbox() {
        return store.outbox();
    }

    public Vaults vaults() {
        return vaults;
    }

    /** Where camera and picker leave captures in the clear; emptied by {@link #sealLeftovers}. */
    public Path captures() {
        return home.resolve("captures");
    }

    /** The screens' door while this vault is open; the caller closes it before the vault. */
    public JournalIntake intake(Vault vault) throws Failure {
        DeviceKeys keys = deviceKeys(vault);
        Sealer sealer = new Sealer(keys, random);
        Shelf shelf = new Shelf(store, vault, keys, sealer, new Capture(catalogue(), clock), clock, random, points);
        return new JournalIntake(shelf, preparer, files);
    }

    /** The clinic's where it is newer than the app's own and this app reads it; it changes with the next unlock. */
    private Catalogue catalogue() throws TryAgain {
        Optional<String> sent = store.catalogue();
        if (sent.isEmpty()) {
            return shipped;
        }
        try {
            Catalogue clinics = Catalogue.read(sent.get().getBytes(StandardCharsets.UTF_8));
            return clinics.version().compareTo(shipped.version()) > 0 ? clinics : shipped;
        } catch (GiveUp | NullPointerException unreadable) {
            return shipped;
        }
    }

    /** This phone's keys, made at first use; their public halves are what joining needs. The caller closes them. */
    public DeviceKeys deviceKeys(Vault vault) throws Failure {
        Optional<byte[]> kept = store.row(vault, KEYS, DEVICE);
        if (kept.isPresent()) {
            byte[] raw = kept.get();
            try {
                return DeviceKeys.of(raw);
            } finally {
                Arrays.fill(raw, (byte) 0);
            }
        }
        DeviceKeys keys = DeviceKeys.generate(random);
        byte[] raw = keys.raw();
        try {
            store.commit(store.change(vault)
                    .put(KEYS, DEVICE, "", raw)
                    .mailbox(keys.mailbox().sealingKey().text()));
            return keys;
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    /** Makes every draft an entry that may go; needs no key. What is before consent stays a draft. */
    public void cutAll() throws TryAgain {
        store.cutAll();
    }

    /** Seals and erases what camera or picker left in the clear; needs no passphrase. Returns how many. */
    public int sealLeftovers() throws TryAgain {
        return store.captures().sealAll(captures(), this::cleaned);
    }

    private Optional<byte[]> cleaned(byte[] capture) {
        try {
            return Optional.of(preparer.prepare(capture).jpeg());
        } catch (Failure noPicture) {
            return Optional.empty();
        }
    }

    /** Letters that could not be used (rule R7). */
    public int quarantinedLetters() throws TryAgain {
        return store.letters().quarantined();
    }

    /**
     * Border mode, and "I forgot": cuts drafts, destroys the vault's key, drops what only it opened. Sealed mail and
     * receipts stay and go on. Needs no passphrase; safe to repeat after a kill: until the key is gone all is open to its
     * worker, afterwards the next start, or the next call, drops the rest.
     */
    public void prepareToCross() throws TryAgain {
        sealLeftovers();
        store.cutAll();
        points.reached("border-cut");
        vaults.forget();
        points.reached("border-key-destroyed");
        store.clearing().dropVault();
        points.reached("border-rows-dropped");
        store.tellAll();
    }

    @Override
    public void close() {
        vaults.close();
        store.close();
    }
}
