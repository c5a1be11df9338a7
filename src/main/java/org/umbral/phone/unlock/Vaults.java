package org.umbral.phone.unlock;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.WrappedKey;

/**
 * The phone's one vault: made, opened, locked, or destroyed. Thread-safe; {@link #create} and {@link #unlock} take about
 * a second and are not for the UI thread.
 */
public final class Vaults implements AutoCloseable {
    /** Life: {@code NONE} until a passphrase is made; then {@code OPEN} and {@code LOCKED} in turn; {@link #forget} leads back to {@code NONE}. */
    public enum State {
        NONE,
        LOCKED,
        OPEN
    }

    private static final String PURPOSE = "vault";
    private static final int FREE_TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final KeyPlace place;
    private final Clock clock;
    private final SecureRandom random;
    private final Supplier<Argon2Cost> cost;
    private @Nullable Vault open;
    private int wrongTries;
    private Instant nextTry = Instant.MIN;

    /** @param cost measured once, when a vault is made */
    public Vaults(KeyPlace place, Clock clock, SecureRandom random, Supplier<Argon2Cost> cost) {
        this.place = place;
        this.clock = clock;
        this.random = random;
        this.cost = cost;
    }

    public synchronized State state() throws TryAgain {
        if (open != null && open.isOpen()) {
            return State.OPEN;
        }
        return place.read().isPresent() ? State.LOCKED : State.NONE;
    }

    /**
     * Makes a vault. {@code AskThePerson("passphrase-too-short")}; {@code AskThePerson("vault-exists")} where one would
     * be replaced: forget it first.
     */
    public synchronized Vault create(Passphrase passphrase) throws Failure {
        if (!passphrase.isLongEnough()) {
            throw new AskThePerson("passphrase-too-short");
        }
        if (state() != State.NONE) {
            throw new AskThePerson("vault-exists");
        }
        AesKey key = AesKey.generate(random);
        place.write(Json.write(WrappedKey.wrap(key, passphrase, PURPOSE, cost.get(), random)));
        return opened(key);
    }

    /**
     * Opens the vault. {@code AskThePerson("wrong-passphrase")}; {@code TryAgain("wait-after-wrong-tries")} before {@link
     * #waitBeforeNextTry} has passed: a courtesy that slows a guessing hand, never a wipe.
     */
    public synchronized Vault unlock(Passphrase passphrase) throws Failure {
        if (!waitBeforeNextTry().isZero()) {
            throw new TryAgain("wait-after-wrong-tries");
        }
        Optional<byte[]> wrapped = place.read();
        if (wrapped.isEmpty()) {
            throw new AskThePerson("no-vault");
        }
        try {
            AesKey key = Json.read(wrapped.get(), WrappedKey.class).unwrap(passphrase, random);
            wrongTries = 0;
            lock();
            return opened(key);
        } catch (AskThePerson wrong) {
            wrongTries++;
            nextTry = clock.instant().plus(delay());
            throw wrong;
        }
    }

    public synchronized Duration waitBeforeNextTry() {
        Duration left = nextTry.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), nextTry);
        // A clock set back must not lock the worker out.
        return left.isNegative() || left.compareTo(LONGEST_WAIT) > 0 ? Duration.ZERO : left;
    }

    /** Wipes the key from memory; fine where nothing is open. */
    public synchronized void lock() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Destroys the wrapped key: nobody opens what was in the vault any more. Needs no passphrase. */
    public synchronized void forget() throws TryAgain {
        lock();
        place.destroy();
        wrongTries = 0;
        nextTry = Instant.MIN;
    }

    @Override
    public void close() {
        lock();
    }

    private Vault opened(AesKey key) {
        Vault vault = new Vault(key);
        open = vault;
        return vault;
    }

    private Duration delay() {
        int over = Math.max(0, wrongTries - FREE_TRIES + 1);
        long seconds = over == 0 ? 0 : Math.min(LONGEST_WAIT.toSeconds(), 5L << Math.min(over - 1, 8));
        return Duration.ofSeconds(seconds);
    }
}
