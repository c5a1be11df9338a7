package org.umbral.clinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Casework;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.enrol.Addresses;
import org.umbral.clinic.enrol.ClinicFacts;
import org.umbral.clinic.enrol.ClinicPhones;
import org.umbral.clinic.enrol.Enrolment;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.enrol.Publishing;
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
    private final int apiPort;
    private final Catalogue catalogue;
    private final Audit audit;
    private final SetUp setUp;
    private final Login login;
    private final People people;
    private final Phones phones;
    private final Desk desk;
    private final Lookalikes lookalikes;
    private final RuleBook rules;
    private final Tables tables;
    private final Receive receive;
    private final Enrolment enrolment;
    private final List<ScheduledFuture<?>> chores;
    private @Nullable ApiServer api;

    private Clinic(
            ClinicStore store, ReceiptKeyFile receiptKey, TlsKey tls, ClinicSettings settings, Surroundings around) {
        this.store = store;
        this.receiptKey = receiptKey;
        this.tls = tls;
        apiPort = settings.apiPort() == 0 ? freePort() : settings.apiPort();
        ClinicCatalogue loaded = ClinicCatalogue.load();
        catalogue = loaded.whole();
        audit = new Audit(new AuditRows(store.database()), around.clock());
        setUp = Keys.setUp(
                store.database(),
                () -> Argon2Cost.measure(around.nanos(), settings.passphraseMillis()),
                audit,
                around.clock(),
                around.random());
        Publishing publishing = new Publishing(
                store.state(),
                store.documents(),
                () -> facts(store.state()),
                addresses(settings),
                receiptKey.verifyingKey(),
                loaded.forPhones(),
                new Letters(store.devices(), store.mailbox()));
        login = Keys.login(store.database(), publishing::publish, audit, around.clock(), around.random());
        people = Keys.people(store.state(), store.database(), audit, around.clock(), around.random());
        phones = new ClinicPhones(store, publishing, audit, around.clock(), around.random());
        rules = Rules.book(store.database(), catalogue, audit, around.clock());
        tables = Tables.of(store.database(), new Letters(store.devices(), store.mailbox()), audit, around.clock());
        lookalikes = Casework.lookalikes(store, catalogue, audit);
        desk = Casework.desk(store, catalogue, phones, audit, around.clock(), around.random());
        EmergencyAlert alert =
                new EmergencyAlert(settings.alertCommand(), around.command(), new StaffAttention(), around.clock());
        receive = new Receive(store, receiptKey, Quotas.DEFAULT, alert, around.clock());
        enrolment = new Enrolment(store, around.clock(), around.random());
        chores = List.of(
                Chores.repeat(around.timer(), EVERY_MINUTE, EVERY_MINUTE, alert::check),
                Chores.repeat(around.timer(), 0, EVERY_DAY, receive::expire));
    }

    /** Opens the clinic in this folder, which is made; its receipt and TLS keys are made the first time. */
    public static Clinic open(Path folder, ClinicSettings settings, Surroundings around) throws TryAgain {
        ClinicStore store = ClinicStore.open(folder, around.disk(), around.clock(), around.random());
        try {
            ReceiptKeyFile receiptKey = ReceiptKeyFile.open(folder, around.random());
            return new Clinic(store, receiptKey, TlsKey.open(folder, around.keytool()), settings, around);
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

    /** The port that phones deliver to, whether it listens now or not. */
    public int apiPort() {
        return apiPort;
    }

    /** Listens for phones from now on; nothing where it does already. */
    public synchronized void startApi() {
        if (api == null) {
            ApiServer fresh =
                    new ApiServer(apiPort, Optional.of(tls), store.state().epoch(), receive, enrolment);
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
        return new Addresses(urls, List.of(tls.spki()), null);
    }

    private static ClinicFacts facts(ClinicState state) throws TryAgain {
        return new ClinicFacts(
                fact(state, StaffRows.CLINIC), fact(state, StaffRows.NAME), fact(state, StaffRows.TELEPHONE));
    }

    private static String fact(ClinicState state, String name) throws TryAgain {
        return state.get(name).orElseThrow(() -> new TryAgain("not-set-up"));
    }

    /** Phones keep the port that their invitation names, so a clinic that takes a free one takes it once. */
    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("a machine has a free port", e);
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
