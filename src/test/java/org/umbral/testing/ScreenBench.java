package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.Intake;
import org.umbral.phone.device.Camera;
import org.umbral.phone.device.CameraResult;
import org.umbral.phone.device.FilePicker;
import org.umbral.phone.device.PickResult;
import org.umbral.phone.screen.PhoneServices;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.sync.Courier;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.wire.Invitation;

/** A phone in memory for tests of the screens: the real fold and catalogue, and a courier that does as it is told. */
public class ScreenBench implements PhoneServices, AutoCloseable {
    public static final String WORDS = "river candle maple stone";
    public static final Instant NOW = Instant.parse("2026-11-21T21:12:00Z");

    public final FakeIntake intake;
    public final FakeOutbox outbox = new FakeOutbox();
    public final FakeCourier courier = new FakeCourier();
    public volatile Vault vault = Vault.NONE;
    public volatile Optional<Invitation> invitation = Optional.empty();
    public volatile boolean cameraIsOpen;
    /** What camera or picker give next, in place of a paper; once. */
    public volatile byte @Nullable [] nextPhoto;

    public volatile Preferences preferences = Preferences.DEFAULT;
    private final Locale locale;
    private final Clock clock = Clock.fixed(NOW, ZoneId.of("America/Phoenix"));
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Path captures;
    private final AtomicInteger underWay = new AtomicInteger();
    private int photos;

    public ScreenBench(Locale locale, Path captures) {
        this.locale = locale;
        this.captures = captures;
        this.intake = new FakeIntake(catalogue(), new SecureRandom(), clock);
    }

    public static Catalogue catalogue() {
        try (InputStream in = Objects.requireNonNull(
                ScreenBench.class.getResourceAsStream("/org/umbral/shared/catalogue/" + Catalogue.RESOURCE))) {
            return Catalogue.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    /** An invitation to a clinic that does not exist. */
    public static Invitation anInvitation() {
        byte[] print = new byte[16];
        Arrays.fill(print, (byte) 7);
        byte[] point = new byte[SealingKey.BYTES];
        point[0] = 9;
        return new Invitation(
                List.of("https://clinic.example.org:8443"),
                "ABCDE12345",
                SealingKey.of(point),
                1,
                Invitation.print(print),
                Invitation.print(print),
                "+1 202 555 0123",
                List.of(Invitation.print(print)),
                null);
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public void create(Passphrase passphrase) {
        vault = Vault.OPEN;
    }

    @Override
    public void unlock(Passphrase passphrase) throws Failure {
        try (Passphrase right = Passphrase.of(WORDS.toCharArray())) {
            if (!same(passphrase, right)) {
                throw new AskThePerson("wrong-passphrase");
            }
        }
        vault = Vault.OPEN;
    }

    private static boolean same(Passphrase one, Passphrase other) {
        SecureRandom random = new SecureRandom();
        try (var key = org.umbral.shared.secret.AesKey.generate(random)) {
            org.umbral.shared.secret.WrappedKey.wrap(
                            key, other, "bench", org.umbral.shared.secret.Argon2Cost.LEAST, random)
                    .unwrap(one, random)
                    .close();
            return true;
        } catch (Failure e) {
            return false;
        }
    }

    @Override
    public void lock() {
        vault = Vault.LOCKED;
    }

    @Override
    public void forget() {
        vault = Vault.NONE;
    }

    @Override
    public char[] offerPassphrase() {
        return WORDS.toCharArray();
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public Courier courier() {
        return courier;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void join(Invitation given) {
        outbox.join(given.emergencyTelephone());
    }

    @Override
    public Optional<String> shortCode() {
        return vault == Vault.OPEN ? Optional.of("7KQ4X-M2RVB") : Optional.empty();
    }

    @Override
    public Optional<Invitation> invitation() {
        return invitation;
    }

    @Override
    public Camera camera() {
        return (folder, answer) -> answer.accept(new CameraResult.Taken(photo(folder)));
    }

    @Override
    public FilePicker filePicker() {
        return (folder, answer) -> answer.accept(new PickResult.Picked(photo(folder), true));
    }

    private Path photo(Path folder) {
        try {
            Path file = folder.resolve("capture-" + photos + (nextPhoto == null ? "" : "-planted"));
            byte[] planted = nextPhoto;
            nextPhoto = null;
            Files.write(file, planted == null ? PaperPhoto.jpeg(++photos) : planted);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path captures() {
        return captures;
    }

    @Override
    public void cameraOpens() {
        cameraIsOpen = true;
    }

    @Override
    public void cameraReturned() {
        cameraIsOpen = false;
    }

    @Override
    public void touched() {}

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Executor background() {
        return task -> {
            underWay.incrementAndGet();
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    underWay.decrementAndGet();
                }
            });
        };
    }

    /** Whether nothing given to {@link #background} is waiting or under way. */
    public boolean isIdle() {
        return underWay.get() == 0;
    }

    @Override
    public Executor ui() {
        return Platform::runLater;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public Preferences preferences() {
        return preferences;
    }

    @Override
    public void save(Preferences wanted) {
        preferences = wanted;
    }

    /** No task is begun any more. */
    final void closeThreads() {
        threads.shutdownNow();
    }

    @Override
    public void close() {
        closeThreads();
    }
}
