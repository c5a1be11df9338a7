package org.umbral.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.umbral.clinic.Clinic;
import org.umbral.clinic.ClinicSettings;
import org.umbral.clinic.FaultyDisk;
import org.umbral.clinic.Surroundings;
import org.umbral.clinic.backup.Backups;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.store.Gaps;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SharedTls;
import org.umbral.testing.SilentCommand;

/** A clinic in a folder with one port for its life: stopped and started again as often as a test likes. */
public final class LineClinic implements AutoCloseable {
    public static final String NAME = "Clínica Ficticia";
    public static final String STAFF = "Abogada Ficticia";
    public static final String TELEPHONE = "+1 202 555 0100";
    public static final String WORDS = "cuatro palabras del todo ficticias";
    private static final long LEAST_COST = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Clock clock;
    private final ClinicSettings settings;
    private final FaultyDisk faults = new FaultyDisk();
    private final Disk disk;
    private ScheduledExecutorService timer;
    private Clinic clinic;
    private String recoveryKey = "";

    private LineClinic(Path folder, Clock clock, int port, List<String> addresses, Optional<Disk> other)
            throws Failure {
        this.folder = folder;
        this.clock = clock;
        disk = other.orElse(faults);
        settings = new ClinicSettings(
                port, addresses, 0, "127.0.0.1", List.of(), false, List.of(), ZoneOffset.UTC, LEAST_COST);
        timer = Executors.newSingleThreadScheduledExecutor();
        clinic = open();
    }

    /**
     * Set up, words typed back, listening; phones are told these addresses, or its own where none is named. The TLS key is
     * the one that all of them share.
     */
    public static LineClinic setUp(Path folder, Clock clock, int port, List<String> addresses)
            throws Failure, IOException {
        SharedTls.copyTo(folder);
        return setUpWithItsOwnKey(folder, clock, port, addresses);
    }

    /** The same with a TLS key that no other clinic has. */
    static LineClinic setUpWithItsOwnKey(Path folder, Clock clock, int port, List<String> addresses)
            throws Failure, IOException {
        LineClinic made = of(folder, clock, port, addresses);
        try (Passphrase words = Passphrase.of(WORDS.toCharArray())) {
            SetUp.RecoverySheet sheet = made.clinic.setUp().begin(NAME, TELEPHONE, STAFF, words);
            made.clinic
                    .setUp()
                    .finish(sheet.asked().stream()
                            .map(place -> sheet.checkWords().get(place - 1))
                            .toList());
            made.recoveryKey = sheet.ageIdentity();
        }
        made.clinic.startApi();
        return made;
    }

    /** The clinic of this folder, which may have been set up before; does not listen yet. */
    static LineClinic of(Path folder, Clock clock, int port, List<String> addresses) throws Failure, IOException {
        return of(folder, clock, port, addresses, Optional.empty());
    }

    /** The same on another disk. */
    static LineClinic of(Path folder, Clock clock, int port, List<String> addresses, Optional<Disk> disk)
            throws Failure, IOException {
        Files.createDirectories(folder);
        return new LineClinic(folder, clock, port, addresses, disk);
    }

    private Clinic open() throws Failure {
        return Clinic.open(
                folder,
                settings,
                new Surroundings(clock, RANDOM, System::nanoTime, disk, SilentCommand::run, words -> {}, timer));
    }

    /** Ends it, with whatever was on its way. */
    public void stop() {
        timer.shutdownNow();
        clinic.close();
    }

    /** The same folder, the same port. */
    public void start() throws Failure {
        timer = Executors.newSingleThreadScheduledExecutor();
        clinic = open();
        clinic.startApi();
    }

    public Clinic clinic() {
        return clinic;
    }

    public Path folder() {
        return folder;
    }

    public int port() {
        return settings.apiPort();
    }

    public FaultyDisk disk() {
        return faults;
    }

    /** The clinic's age identity, as its recovery sheet shows it. */
    public String recoveryKey() {
        return recoveryKey;
    }

    /** A fresh login; the caller closes it. */
    public StaffSession login() throws Failure {
        try (Passphrase words = Passphrase.of(WORDS.toCharArray())) {
            String secret = clinic.login().login(STAFF, words);
            return clinic.login().resume(secret).orElseThrow();
        }
    }

    /** A paralegal's session, who reads a case before its conflict check; the caller closes it. */
    public StaffSession reader() throws Failure {
        return Colleagues.at(this, StaffSession.Role.PARALEGAL);
    }

    /** The text of a new invitation. */
    public String invitation() throws Failure {
        try (StaffSession staff = login()) {
            return clinic.phones().invite(staff, "Berta Ficticia").text();
        }
    }

    /** The same files through a second door, for what no page offers yet. */
    public ClinicStore store() throws Failure {
        return ClinicStore.open(folder, new Disk(), clock, RANDOM);
    }

    String epoch() throws Failure {
        try (ClinicStore store = store()) {
            return store.state().epoch();
        }
    }

    /** Of every envelope that it holds whole. */
    Set<Sha256> held() throws Failure {
        try (ClinicStore store = store()) {
            Set<Sha256> names = new TreeSet<>();
            for (StoredEnvelope one : store.envelopes().since(0, Integer.MAX_VALUE)) {
                if (store.envelopes().held(one.sha256()).isPresent()) {
                    names.add(one.sha256());
                }
            }
            return names;
        }
    }

    List<Gaps.Gap> gaps() throws Failure {
        try (ClinicStore store = store()) {
            return store.gaps().list();
        }
    }

    /** What the command does, while the clinic works. */
    Backups.Made backUp(Path to) throws Failure {
        return backups().backUp(folder, to, true);
    }

    Backups backups() {
        return new Backups(new Disk(), clock, RANDOM, (step, done, of) -> {});
    }

    /** Puts a signed document in the mail of every phone. */
    public void write(DocumentKind kind, Object payload) throws Failure {
        try (ClinicStore store = store();
                StaffSession staff = login()) {
            Letters letters = new Letters(store.devices(), store.mailbox());
            for (var device : store.devices().list()) {
                letters.send(staff.ring(), device.id(), kind, payload);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
