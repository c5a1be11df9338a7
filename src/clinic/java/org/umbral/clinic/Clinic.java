package org.umbral.clinic;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Beside;
import org.umbral.clinic.casework.Casework;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.clinic.enrol.Addresses;
import org.umbral.clinic.enrol.BackupMarks;
import org.umbral.clinic.enrol.ClinicFacts;
import org.umbral.clinic.enrol.ClinicPhones;
import org.umbral.clinic.enrol.Enrolment;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.enrol.Publishing;
import org.umbral.clinic.health.ClinicHealth;
import org.umbral.clinic.health.Health;
import org.umbral.clinic.keys.AtLogin;
import org.umbral.clinic.keys.Keys;
import org.umbral.clinic.keys.Login;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.receive.EmergencyAlert;
import org.umbral.clinic.receive.Quotas;
import org.umbral.clinic.receive.ReceiptKeyFile;
import org.umbral.clinic.receive.Receive;
import org.umbral.clinic.rules.RuleBook;
import org.umbral.clinic.rules.Rules;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.tables.Tables;
import org.umbral.clinic.web.Doors;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.Argon2Cost;

/**
 * One clinic in its folder: every part, wired. Life: opened → {@link #startApi} and {@link #stopApi} any number of times →
 * closed. Phones are answered from the first start, and can join once staff have logged in. Thread-safe.
 */
public final class Clinic implements AutoCloseable {
    private static final long EVERY_MINUTE = 60;
    private static final long EVERY_DAY = TimeUnit.DAYS.toSeconds(1);

    private final ClinicStore store;
    private final ReceiptKeyFile receiptKey;
    private final TlsKey tls;
    private final boolean behindProxy;
    private final boolean reachable;
    private final int apiPort;
    private final Catalogue catalogue;
    private final Audit audit;
    private final SetUp setUp;
    private final LastOut login;
    private final People people;
    private final Phones phones;
    private final Desk desk;
    private final Lookalikes lookalikes;
    private final Health health;
    private final WaysOut waysOut;
    private final Guards guards;
    private final Beside beside;
    private final RuleBook rules;
    private final Tables tables;
    private final Receive receive;
    private final Enrolment enrolment;
    private final List<ScheduledFuture<?>> chores;
    private @Nullable ApiServer api;

    private Clinic(
            Path folder,
            ClinicStore store,
            ReceiptKeyFile receiptKey,
            TlsKey tls,
            ClinicSettings settings,
            Surroundings around) {
        this.store = store;
        this.receiptKey = receiptKey;
        this.tls = tls;
        behindProxy = settings.reached().tls() == ClinicSettings.Tls.PROXY;
        reachable = !settings.addresses().isEmpty();
        // Phones keep the port that their invitation names: a clinic that takes a free one takes it once.
        apiPort = settings.apiPort() == 0 ? FreePort.take() : settings.apiPort();
        ClinicCatalogue loaded = ClinicCatalogue.load();
        catalogue = loaded.whole();
        audit = new Audit(new AuditRows(store.database()), around.clock());
        setUp = Keys.setUp(
                store.database(),
                () -> Argon2Cost.measure(around.nanos(), settings.passphraseMillis()),
                audit,
                around.clock(),
                around.random());
        Letters letters = new Letters(store.devices(), store.mailbox());
        Publishing publishing = publishing(settings, loaded, letters);
        login = login(publishing, new BackupMarks(store.state(), letters), around);
        people = Keys.people(store.state(), store.database(), audit, around.clock(), around.random());
        phones = new ClinicPhones(store, publishing, audit, around.clock(), around.random());
        rules = Rules.book(store.database(), catalogue, audit, around.clock());
        tables = Tables.of(store.database(), letters, audit, around.clock());
        lookalikes = Casework.lookalikes(store, catalogue, audit);
        Casework.DeskAndBeside work =
                Casework.deskAndBeside(store, catalogue, phones, audit, around.clock(), around.random());
        desk = work.desk();
        beside = work.beside();
        waysOut = work.waysOut();
        guards = Casework.guards(store, desk, catalogue, audit, around.clock(), around.random());
        health = health(folder, around);
        EmergencyAlert alert = new EmergencyAlert(ways(settings, around), new StaffAttention(), around.clock());
        receive = new Receive(store, receiptKey, Quotas.DEFAULT, alert, around.clock(), around.nanos());
        enrolment = new Enrolment(store, around.clock(), around.random());
        chores = chores(alert, around);
    }

    private static List<EmergencyAlert.Call> ways(ClinicSettings settings, Surroundings around) {
        List<EmergencyAlert.Call> ways = new ArrayList<>();
        if (!settings.alertCommand().isEmpty()) {
            ways.add(() -> around.command().start(settings.alertCommand()));
        }
        ConsoleWords words = ConsoleWords.of(Locale.getDefault());
        settings.alertMail().ifPresent(mail -> ways.add(new AlertMail(mail, words, around.timer(), around.clock())));
        return ways;
    }

    private Publishing publishing(ClinicSettings settings, ClinicCatalogue loaded, Letters letters) {
        return new Publishing(
                store.state(),
                store.documents(),
                () -> facts(store.state()),
                addresses(settings),
                receiptKey.verifyingKey(),
                loaded.forPhones(),
                letters);
    }

    private LastOut login(Publishing publishing, BackupMarks marks, Surroundings around) {
        AtLogin atLogin = ring -> {
            publishing.publish(ring);
            marks.publish(ring);
        };
        return new LastOut(Keys.login(store.database(), atLogin, audit, around.clock(), around.random()), this::forget);
    }

    private Health health(Path folder, Surroundings around) {
        return new ClinicHealth(
                store,
                new DiskRoom(folder),
                () -> behindProxy ? Optional.empty() : Optional.of(tls.ends()),
                around.clock(),
                ClinicApp.version());
    }

    private List<ScheduledFuture<?>> chores(EmergencyAlert alert, Surroundings around) {
        return List.of(
                Chores.repeat(around.timer(), EVERY_MINUTE, EVERY_MINUTE, alert::check),
                Chores.repeat(around.timer(), EVERY_MINUTE, EVERY_MINUTE, login::forgetWhenNobodyIsThere),
                Chores.repeat(around.timer(), 0, EVERY_DAY, receive::expire),
                Chores.repeat(around.timer(), 0, EVERY_DAY, store.erased()::finish));
    }

    /** Opens the clinic in this folder, which is made; its receipt and TLS keys are made the first time. */
    public static Clinic open(Path folder, ClinicSettings settings, Surroundings around) throws TryAgain {
        ClinicStore store = ClinicStore.open(folder, around.disk(), around.clock(), around.random());
        try {
            ReceiptKeyFile receiptKey = ReceiptKeyFile.open(folder, around.random());
            return new Clinic(folder, store, receiptKey, tls(folder, settings, around), settings, around);
        } catch (TryAgain | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public SetUp setUp() {
        return setUp;
    }

    public Login login() {
        return login;
    }

    public Desk desk() {
        return desk;
    }

    public People people() {
        return people;
    }

    public Lookalikes lookalikes() {
        return lookalikes;
    }

    /** What the pages show and do. */
    public Doors doors() {
        return new Doors(
                setUp(),
                login(),
                people(),
                phones,
                desk,
                lookalikes,
                beside,
                guards,
                health,
                waysOut,
                rules,
                tables,
                catalogue());
    }

    public Health health() {
        return health;
    }

    public WaysOut waysOut() {
        return waysOut;
    }

    public Guards guards() {
        return guards;
    }

    public Beside beside() {
        return beside;
    }

    public RuleBook rules() {
        return rules;
    }

    public Tables tables() {
        return tables;
    }

    public Phones phones() {
        return phones;
    }

    public Audit audit() {
        return audit;
    }

    /** With the fields that only attorneys read; phones never get it. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Whether somebody said under which address phones find it. */
    boolean isReachable() {
        return reachable;
    }

    /** The port that phones deliver to, whether it listens now or not. */
    public int apiPort() {
        return apiPort;
    }

    /** Listens for phones from now on; nothing where it does already. */
    public synchronized void startApi() {
        if (api == null) {
            ApiServer fresh = new ApiServer(
                    apiPort,
                    behindProxy ? Optional.empty() : Optional.of(tls),
                    store.state().epoch(),
                    receive,
                    enrolment);
            fresh.start();
            api = fresh;
        }
    }

    /** Cuts every phone off in the middle of what it sends, as a power cut would. */
    public synchronized void stopApi() {
        if (api != null) {
            api.stop();
            api = null;
        }
    }

    @Override
    public void close() {
        chores.forEach(chore -> chore.cancel(false));
        stopApi();
        receiptKey.close();
        store.close();
    }

    private Addresses addresses(ClinicSettings settings) {
        List<String> urls =
                settings.addresses().isEmpty() ? List.of("https://127.0.0.1:" + apiPort) : settings.addresses();
        ClinicSettings.Reached reached = settings.reached();
        return reached.tls() == ClinicSettings.Tls.OWN
                ? new Addresses(urls, List.of(tls.spki()), null)
                : new Addresses(urls, List.of(), reached.name());
    }

    private static TlsKey tls(Path folder, ClinicSettings settings, Surroundings around) throws TryAgain {
        ClinicSettings.Reached reached = settings.reached();
        return reached.tls() == ClinicSettings.Tls.CERTIFICATE
                ? TlsKey.ofCertificate(Path.of(reached.certificate()), Path.of(reached.key()))
                : TlsKey.open(folder, around.disk(), around.keytool());
    }

    private static ClinicFacts facts(ClinicState state) throws TryAgain {
        return new ClinicFacts(
                fact(state, StaffRows.CLINIC), fact(state, StaffRows.NAME), fact(state, StaffRows.TELEPHONE));
    }

    /** What stood in memory while somebody was logged in. */
    private void forget() {
        beside.finding().forget();
        lookalikes.forget();
    }

    private static String fact(ClinicState state, String name) throws TryAgain {
        return state.get(name).orElseThrow(() -> new TryAgain("not-set-up"));
    }

    private record DiskRoom(Path folder) implements ClinicHealth.Room {
        @Override
        public long free() {
            return folder.toFile().getUsableSpace();
        }

        @Override
        public long total() {
            return folder.toFile().getTotalSpace();
        }
    }

    private final class StaffAttention implements EmergencyAlert.Attention {
        @Override
        public boolean anyoneLoggedIn() throws TryAgain {
            return login.anyoneLoggedIn();
        }

        @Override
        public Optional<Instant> oldestUnreadEmergency() throws TryAgain {
            return desk.oldestEmergencyNotOpened();
        }
    }
}
