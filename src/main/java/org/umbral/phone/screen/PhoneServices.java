package org.umbral.phone.screen;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.umbral.phone.Intake;
import org.umbral.phone.device.Camera;
import org.umbral.phone.device.FilePicker;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.sync.Courier;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.wire.Invitation;

/** What the screens need of the phone. Calls that throw a {@link Failure} block and are made off the UI thread. */
public interface PhoneServices {
    /** Life: {@code NONE} until a passphrase is made, then {@code OPEN} and {@code LOCKED} in turn; forgetting leads back. */
    enum Vault {
        NONE,
        LOCKED,
        OPEN
    }

    Vault vault() throws Failure;

    /** Makes the vault and opens it; measures the key derivation, so it may take some seconds. The caller closes. */
    void create(Passphrase passphrase) throws Failure;

    /** {@code AskThePerson("wrong-passphrase")}, {@code TryAgain("wait-after-wrong-tries")}. The caller closes. */
    void unlock(Passphrase passphrase) throws Failure;

    /** Closes the vault and drops everything readable. Called after {@link Intake#leaveAll}. */
    void lock() throws Failure;

    /** The passphrase is forgotten: drafts become mail, the readable copy goes, sealed mail stays and is sent. */
    void forget() throws Failure;

    /** Four random words with spaces between; the caller wipes them. */
    char[] offerPassphrase();

    /** Only while the vault is open; another one after each unlock. */
    Intake intake();

    Courier courier();

    /** Also while the vault is shut. */
    Outbox outbox();

    /** Joins with the device keys of the open vault; see {@link Courier#join}. */
    void join(Invitation invitation) throws Failure;

    /**
     * The short code of this phone's key, which the worker reads out when the clinic calls; empty while the vault is shut.
     * Blocks.
     */
    Optional<String> shortCode() throws Failure;

    /** An invitation that is used by itself once the passphrase is made, as in practice. */
    Optional<Invitation> invitation();

    Camera camera();

    FilePicker filePicker();

    /** Where captures lie until they are sealed; private to the app. */
    Path captures();

    /** Our own camera or picker covers the app now: this is no reason to lock for three minutes. UI thread. */
    void cameraOpens();

    /** It answered. UI thread. */
    void cameraReturned();

    /** The worker touched the screen or a key: not idle. UI thread. */
    void touched();

    Clock clock();

    Executor background();

    /** Runs on the UI thread, later. */
    Executor ui();

    /** The language of the device. */
    Locale locale();

    /** How the worker wants the screens; the default until something was saved. Does not block. */
    Preferences preferences();

    /** Keeps them for the next start; they stand in the clear. */
    void save(Preferences preferences) throws Failure;
}
