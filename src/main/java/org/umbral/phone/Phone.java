package org.umbral.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.capture.PreparedPhoto;
import org.umbral.phone.device.Camera;
import org.umbral.phone.device.Device;
import org.umbral.phone.device.FilePicker;
import org.umbral.phone.device.PhotoWorkshop;
import org.umbral.phone.screen.PhoneServices;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.sync.Courier;
import org.umbral.phone.sync.OutboxCourier;
import org.umbral.phone.unlock.DeviceKeys;
import org.umbral.phone.unlock.LockPolicy;
import org.umbral.phone.unlock.PassphraseOffer;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.wire.Invitation;

/**
 * One phone, wired: vault, intake, courier and device over one folder. Opening it cuts every draft, seals what a camera
 * left in the clear, and begins to deliver, all without a passphrase. Thread-safe but for what {@link PhoneServices} leaves
 * to the UI thread.
 */
public final class Phone implements PhoneServices, AutoCloseable {
    private static final String APP_VERSION = "0.1.0";

    private final PhoneCore core;
    private final Device device;
    private final PhoneThreads threads;
    private final Clock clock;
    private final Locale locale;
    private final Optional<Invitation> invitation;
    private final Courier courier;
    private final LockPolicy lockPolicy;
    private final PassphraseOffer offer;
    private final Tidier tidier;
    private final PreferenceFile kept;
    private org.umbral.phone.unlock.@Nullable Vault vault;
    private @Nullable JournalIntake intake;

    private Phone(
            PhoneCore core,
            Device device,
            PhoneThreads threads,
            Clock clock,
            LongSupplier nanos,
            SecureRandom random,
            Locale locale,
            Optional<Invitation> invitation) {
        this.core = core;
        this.device = device;
        this.threads = threads;
        this.clock = clock;
        this.locale = locale;
        this.invitation = invitation;
        courier =
                OutboxCourier.of(core.outbox(), clock, nanos, threads.timer(), threads.workers(), random, APP_VERSION);
        lockPolicy = new LockPolicy(clock, LockPolicy.DEFAULT_INACTIVITY);
        offer = new PassphraseOffer(locale, random);
        tidier = new Tidier(threads, this::openIntake);
        kept = PreferenceFile.in(device);
        courier.photosAllowed(!kept.preferences().photosWait());
    }

    /**
     * Opens the phone in the device's folder and starts to deliver.
     *
     * @param nanos a clock that only goes forward, to measure the passphrase's cost with
     * @param invitation used by itself once the passphrase is made, as in practice
     */
    public static Phone open(
            Device device,
            PhoneThreads threads,
            Clock clock,
            SecureRandom random,
            LongSupplier nanos,
            Locale locale,
            Optional<Invitation> invitation)
            throws Failure {
        PhotoWorkshop workshop = new PhotoWorkshop();
        PhoneCore core = PhoneCore.open(
                device.places().home(),
                shippedCatalogue(),
                clock,
                random,
                nanos,
                device.files(),
                capture -> prepared(workshop, capture));
        Phone phone = new Phone(core, device, threads, clock, nanos, random, locale, invitation);
        device.leftovers().inTheClear();
        core.sealLeftovers();
        phone.start();
        return phone;
    }

    private void start() {
        core.outbox().onChange(tidier::news);
        courier.start();
        tidier.start();
    }

    private synchronized @Nullable JournalIntake openIntake() {
        return intake;
    }

    @Override
    public synchronized PhoneServices.Vault vault() throws TryAgain {
        return switch (core.vaults().state()) {
            case NONE -> PhoneServices.Vault.NONE;
            case LOCKED -> PhoneServices.Vault.LOCKED;
            case OPEN -> PhoneServices.Vault.OPEN;
        };
    }

    @Override
    public synchronized void create(Passphrase passphrase) throws Failure {
        opened(core.vaults().create(passphrase));
    }

    @Override
    public synchronized void unlock(Passphrase passphrase) throws Failure {
        opened(core.vaults().unlock(passphrase));
    }

    private void opened(org.umbral.phone.unlock.Vault opened) throws Failure {
        vault = opened;
        intake = core.intake(opened);
        tidier.news();
    }

    /** Closes the vault; whatever still lies in the clear is sealed, so that it does not lie there until the next start. */
    @Override
    public synchronized void lock() {
        if (intake != null) {
            intake.close();
            intake = null;
        }
        if (vault != null) {
            vault.close();
            vault = null;
        }
        core.vaults().lock();
        sealLeftovers();
    }

    private void sealLeftovers() {
        try {
            core.sealLeftovers();
        } catch (TryAgain fullDisk) {
            // The next lock, or the next start, tries again; the lock itself never fails.
        }
    }

    @Override
    public synchronized void forget() throws TryAgain {
        lock();
        core.prepareToCross();
        courier.wake();
    }

    @Override
    public char[] offerPassphrase() {
        return offer.next();
    }

    @Override
    public synchronized Intake intake() {
        if (intake == null) {
            throw new Bug("the screens ask for the intake while the vault is open");
        }
        return intake;
    }

    @Override
    public Courier courier() {
        return courier;
    }

    @Override
    public Outbox outbox() {
        return core.outbox();
    }

    @Override
    public void join(Invitation theInvitation) throws Failure {
        try (DeviceKeys keys = deviceKeys()) {
            courier.join(
                    theInvitation, keys.signing().verifyingKey(), keys.mailbox().sealingKey());
        }
    }

    @Override
    public synchronized Optional<String> shortCode() throws Failure {
        if (vault == null) {
            return Optional.empty();
        }
        try (DeviceKeys keys = core.deviceKeys(vault)) {
            return Optional.of(keys.signing().verifyingKey().spoken());
        }
    }

    private synchronized DeviceKeys deviceKeys() throws Failure {
        if (vault == null) {
            throw new Bug("a phone joins while its vault is open");
        }
        return core.deviceKeys(vault);
    }

    @Override
    public Optional<Invitation> invitation() {
        return invitation;
    }

    @Override
    public Camera camera() {
        return device.camera();
    }

    @Override
    public FilePicker filePicker() {
        return device.picker();
    }

    @Override
    public Path captures() {
        return device.leftovers().folder();
    }

    @Override
    public void cameraOpens() {
        lockPolicy.cameraOpens();
    }

    @Override
    public void cameraReturned() {
        lockPolicy.cameraReturned();
        threads.workers().execute(this::sealWhereLocked);
    }

    /** What a camera answers after the lock comes to no screen. */
    private synchronized void sealWhereLocked() {
        if (intake == null) {
            sealLeftovers();
        }
    }

    @Override
    public void touched() {
        lockPolicy.touched();
    }

    /** Whether the vault has to lock, by time or because the person left; on the UI thread. */
    LockPolicy lockPolicy() {
        return lockPolicy;
    }

    Device device() {
        return device;
    }

    PhoneThreads threads() {
        return threads;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Executor background() {
        return threads.background();
    }

    @Override
    public Executor ui() {
        return threads.ui();
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public Preferences preferences() {
        return kept.preferences();
    }

    @Override
    public void save(Preferences preferences) throws Failure {
        boolean waited = kept.preferences().photosWait();
        kept.save(preferences);
        if (waited != preferences.photosWait()) {
            courier.photosAllowed(!preferences.photosWait());
        }
    }

    /** Cuts drafts, ends the deliveries, closes the vault. */
    @Override
    public void close() {
        courier.close();
        lock();
        core.close();
    }

    private static PreparedPhoto prepared(PhotoWorkshop workshop, byte[] capture) throws Failure {
        var photo = workshop.prepare(capture);
        return new PreparedPhoto(
                photo.jpeg(),
                photo.width(),
                photo.height(),
                photo.captureHash(),
                photo.imageHash(),
                photo.thumbnailJpeg(),
                photo.doubts());
    }

    private static Catalogue shippedCatalogue() throws Failure {
        try (InputStream in = Catalogue.class.getResourceAsStream(Catalogue.RESOURCE)) {
            if (in == null) {
                throw new Bug("the catalogue is packed with the app");
            }
            return Catalogue.read(in.readAllBytes());
        } catch (IOException e) {
            throw new TryAgain("file-unreadable", e);
        }
    }
}
