package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.phone.JournalIntake;
import org.umbral.phone.PhoneCore;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.capture.PhotoPreparer;
import org.umbral.phone.capture.PreparedPhoto;
import org.umbral.phone.device.PhotoWorkshop;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.unlock.Vault;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.secret.Passphrase;

/** A phone's heart over a real folder, new or taken up again, joined to a {@link TestClinic}; photos are any bytes that begin with JPEG. */
public final class TestPhone implements AutoCloseable {
    public static final String WORDS = "four fictitious words here";

    private static final byte BLURRED = '~';

    private final Path home;
    private final PhoneFiles files;
    private final StorePoint points;
    private final PhotoPreparer preparer;
    private final SecureRandom random;
    public final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    public final TestClinic clinic;
    public PhoneCore core;
    public Vault vault;
    public JournalIntake intake;

    public TestPhone(Path home, long seed) throws Failure {
        this(home, seed, PhoneFiles.onDisk(), StorePoint.NONE);
    }

    public TestPhone(Path home, long seed, PhoneFiles files, StorePoint points) throws Failure {
        this(home, seed, files, points, preparer());
    }

    /** With photos as the phone really prepares them. */
    public static TestPhone withRealPhotos(Path home, long seed) throws Failure {
        PhotoWorkshop workshop = new PhotoWorkshop();
        return new TestPhone(home, seed, PhoneFiles.onDisk(), StorePoint.NONE, capture -> {
            var photo = workshop.prepare(capture);
            return new PreparedPhoto(
                    photo.jpeg(),
                    photo.width(),
                    photo.height(),
                    photo.captureHash(),
                    photo.imageHash(),
                    photo.thumbnailJpeg(),
                    photo.doubts());
        });
    }

    private TestPhone(Path home, long seed, PhoneFiles files, StorePoint points, PhotoPreparer preparer)
            throws Failure {
        this.home = home;
        this.preparer = preparer;
        this.files = files;
        this.points = points;
        random = Seeds.repeatable(seed);
        clinic = new TestClinic(random);
        core = open();
        boolean fresh = core.vaults().state() == Vaults.State.NONE;
        try (Passphrase passphrase = passphrase()) {
            vault = fresh ? core.vaults().create(passphrase) : core.vaults().unlock(passphrase);
        }
        if (fresh) {
            core.outbox().link(clinic.link());
        }
        intake = core.intake(vault);
    }

    private PhoneCore open() throws Failure {
        AtomicLong nanos = new AtomicLong();
        return PhoneCore.open(
                home,
                Catalogues.shipped(),
                clock,
                random,
                () -> nanos.addAndGet(2_000_000_000L),
                files,
                preparer,
                points);
    }

    public static Passphrase passphrase() {
        return Passphrase.of(WORDS.toCharArray());
    }

    private static PhotoPreparer preparer() {
        return capture -> {
            if (capture.length < 4 || capture[0] != 'J') {
                throw new AskThePerson("not-a-picture");
            }
            byte[] jpeg = capture.clone();
            jpeg[0] = 'j';
            Set<PageMark> doubts = capture[1] == BLURRED ? Set.of(PageMark.BLURRED) : Set.of();
            return new PreparedPhoto(jpeg, 40, 30, Sha256.of(capture), Sha256.of(jpeg), new byte[] {1, 2, 3}, doubts);
        };
    }

    /** As if the process had been killed: nothing is left, locked or flushed by us, but the file's lock. */
    public void restartLocked() throws Failure {
        close();
        startLocked();
    }

    /** A new process over the folder, after {@link #close}. */
    public void startLocked() throws Failure {
        core = open();
    }

    public void unlock() throws Failure {
        try (Passphrase passphrase = passphrase()) {
            vault = core.vaults().unlock(passphrase);
        }
        intake = core.intake(vault);
    }

    public void restart() throws Failure {
        restartLocked();
        unlock();
    }

    /** A new case with consent given and a first person. */
    public CaseId consented() throws Failure {
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        consent(id, "COLLECT_AND_STORE", "GIVEN");
        consent(id, "SHARE_WITH_CLINIC", "GIVEN");
        return id;
    }

    public ItemId consent(CaseId id, String purpose, String decision) throws Failure {
        ItemId consent = intake.newItem(id, "consent", person(id));
        write(id, consent, "CON-02", purpose);
        write(id, consent, "CON-03", decision);
        return consent;
    }

    public ItemId person(CaseId id) throws Failure {
        CaseFile caseFile = intake.read(id);
        return intake.catalogue().items(caseFile, "person", ItemId.CASE).get(0).id();
    }

    public void write(CaseId id, ItemId item, String field, String text) throws Failure {
        intake.write(id, item, new FieldId(field), Value.text(text));
    }

    public Path leave(String name, byte[] bytes) throws IOException {
        Files.createDirectories(core.captures());
        return Files.write(core.captures().resolve(name), bytes);
    }

    public static byte[] picture(long seed, int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(seed).nextBytes(bytes);
        bytes[0] = 'J';
        bytes[1] = 'F';
        return bytes;
    }

    /** One that the phone doubts. */
    public static byte[] blurredPicture(long seed, int length) {
        byte[] bytes = picture(seed, length);
        bytes[1] = BLURRED;
        return bytes;
    }

    public Path home() {
        return home;
    }

    /** Whether any file below the phone's folder holds these words, as UTF-8 or UTF-16. */
    public boolean finds(String words) throws IOException {
        List<byte[]> needles = List.of(
                words.getBytes(StandardCharsets.UTF_8),
                words.getBytes(StandardCharsets.UTF_16LE),
                words.getBytes(StandardCharsets.UTF_16BE));
        try (var all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    for (byte[] needle : needles) {
                        if (bytes.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        intake.close();
        core.close();
    }
}
