package org.umbral.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.JournalIntake;
import org.umbral.phone.PhoneCore;
import org.umbral.phone.SealedMail;
import org.umbral.phone.capture.PreparedPhoto;
import org.umbral.phone.device.PhotoWorkshop;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.sync.Courier;
import org.umbral.phone.sync.OutboxCourier;
import org.umbral.phone.unlock.DeviceKeys;
import org.umbral.phone.unlock.Vault;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.wire.Invitation;
import org.umbral.testing.Catalogues;
import org.umbral.testing.MovableClock;

/** A phone in a folder: the real core and the real courier, without a window. Closed and opened again at will. */
public final class LinePhone implements AutoCloseable {
    static final String WORDS = "four fictitious words here";
    private static final long SLOW = 2_000_000_000L;

    private final Path home;
    private final PhoneFiles files;
    private final StorePoint points;
    public final MovableClock clock;
    private PhoneCore core;
    private Courier courier;
    private ExecutorService workers;
    private ScheduledExecutorService timer;
    private Optional<Opened> opened = Optional.empty();

    private record Opened(Vault vault, JournalIntake intake) {}

    public LinePhone(Path home, MovableClock clock) throws Failure {
        this(home, clock, PhoneFiles.onDisk(), StorePoint.NONE);
    }

    LinePhone(Path home, MovableClock clock, PhoneFiles files, StorePoint points) throws Failure {
        this.home = home;
        this.clock = clock;
        this.files = files;
        this.points = points;
        open();
    }

    /** A new process in the same folder: the vault is shut, nothing is sent until {@link #start}. */
    void open() throws Failure {
        SecureRandom random = new SecureRandom();
        AtomicLong nanos = new AtomicLong();
        PhotoWorkshop workshop = new PhotoWorkshop();
        core = PhoneCore.open(
                home,
                Catalogues.shipped(),
                clock,
                random,
                () -> nanos.addAndGet(SLOW),
                files,
                capture -> {
                    var photo = workshop.prepare(capture);
                    return new PreparedPhoto(
                            photo.jpeg(),
                            photo.width(),
                            photo.height(),
                            photo.captureHash(),
                            photo.imageHash(),
                            photo.thumbnailJpeg(),
                            photo.doubts());
                },
                points);
        core.sealLeftovers();
        workers = Executors.newCachedThreadPool();
        timer = Executors.newSingleThreadScheduledExecutor();
        courier = OutboxCourier.of(core.outbox(), clock, System::nanoTime, timer, workers, random, "test");
    }

    /** Begins to carry the outbox. */
    public void start() {
        courier.start();
    }

    static Passphrase passphrase() {
        return Passphrase.of(WORDS.toCharArray());
    }

    /** Opens the vault, which is made the first time. */
    public void unlock() throws Failure {
        try (Passphrase words = passphrase()) {
            Vaults vaults = core.vaults();
            Vault vault = vaults.state() == Vaults.State.NONE ? vaults.create(words) : vaults.unlock(words);
            opened = Optional.of(new Opened(vault, core.intake(vault)));
        }
    }

    public void lock() throws Failure {
        intake().leaveAll();
        intake().close();
        opened = Optional.empty();
        core.vaults().lock();
    }

    /** Border mode: what only the vault opens is gone, sealed mail stays. */
    public void cross() throws Failure {
        intake().close();
        opened = Optional.empty();
        core.prepareToCross();
    }

    /** Uses the text of an invitation, as it is pasted or typed. */
    public void join(String text) throws Failure {
        try (DeviceKeys keys = core.deviceKeys(opened.orElseThrow().vault())) {
            courier.join(
                    Invitation.parse(text),
                    keys.signing().verifyingKey(),
                    keys.mailbox().sealingKey());
        }
    }

    /** What its worker reads out over the telephone. */
    public String shortCode() throws Failure {
        try (DeviceKeys keys = core.deviceKeys(opened.orElseThrow().vault())) {
            return keys.signing().verifyingKey().spoken();
        }
    }

    public int waitingCount() throws Failure {
        return core.outbox().waitingCount();
    }

    public PhoneCore core() {
        return core;
    }

    public JournalIntake intake() {
        return opened.orElseThrow().intake();
    }

    public Courier courier() {
        return courier;
    }

    /** What is on offer as it was left by the camera, by its hash. */
    Set<Sha256> offered() throws Failure {
        Set<Sha256> captures = new HashSet<>();
        try (DeviceKeys keys = core.deviceKeys(opened.orElseThrow().vault())) {
            for (Intake.Leftover one : intake().leftovers()) {
                byte[] sealed = Files.readAllBytes(home.resolve("sealed").resolve(one.id()));
                captures.add(Sha256.of(Age.open(sealed, keys.mailbox())));
            }
        } catch (IOException e) {
            throw new TryAgain("leftover-unreadable", e);
        }
        return captures;
    }

    Path home() {
        return home;
    }

    /** What the phone shows of a case, once it has read its mail. */
    public Delivery delivery(CaseId id) throws Failure {
        intake().tidy();
        return intake().delivery(id);
    }

    /** Queues sealed bytes as they are, for what looks at carrying only; no entry names them. */
    public void queue(List<byte[]> words, List<byte[]> photos, boolean emergency) throws Failure {
        SealedMail.queue(core, opened.orElseThrow().vault(), words, photos, emergency);
    }

    /** What a camera leaves. */
    Path leave(String name, byte[] capture) throws IOException {
        Files.createDirectories(core.captures());
        return Files.write(core.captures().resolve(name), capture);
    }

    static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        courier.close();
        timer.shutdownNow();
        workers.shutdownNow();
        opened.ifPresent(open -> open.intake().close());
        opened = Optional.empty();
        core.close();
    }
}
