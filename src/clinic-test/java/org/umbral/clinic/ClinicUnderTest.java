package org.umbral.clinic;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.enrol.Addresses;
import org.umbral.clinic.enrol.ClinicFacts;
import org.umbral.clinic.enrol.ClinicPhones;
import org.umbral.clinic.enrol.Enrolment;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.enrol.Publishing;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.receive.EmergencyAlert;
import org.umbral.clinic.receive.Quotas;
import org.umbral.clinic.receive.ReceiptKeyFile;
import org.umbral.clinic.receive.Receive;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Documents;
import org.umbral.testing.MovableClock;
import org.umbral.testing.SharedTls;

/** The real server with its store in a folder, on a free port; staff are one session of fresh keys. */
public final class ClinicUnderTest implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    public final MovableClock clock = new MovableClock("2026-11-21T14:00:00Z");
    public final FaultyDisk disk = new FaultyDisk();
    public final AtomicInteger alerts = new AtomicInteger();
    public final StaffSession session = TestRing.session(RANDOM);
    public final Optional<TlsKey> tls;
    public final ClinicStore store;
    public final ReceiptKeyFile receiptKey;
    public final ClinicPhones phones;
    public final Letters letters;
    public final Receive receive;
    public final ApiServer server;
    public volatile boolean loggedIn = true;

    private ClinicUnderTest(Path folder, Quotas quotas, Optional<TlsKey> tls) throws Failure {
        this.tls = tls;
        store = ClinicStore.open(folder, disk, clock, RANDOM);
        receiptKey = ReceiptKeyFile.open(folder, RANDOM);
        Publishing publishing = new Publishing(
                store.state(),
                store.documents(),
                () -> new ClinicFacts("clinic-1", "Clínica Ficticia", "+1 555 0100"),
                new Addresses(
                        List.of("https://clinic.example.org:8443"),
                        tls.stream().map(TlsKey::spki).toList(),
                        null),
                receiptKey.verifyingKey(),
                new Documents.CatalogueText(1, "2026-11-21", "{}"),
                new Letters(store.devices(), store.mailbox()));
        publishing.publish(session.ring());
        phones = new ClinicPhones(store, publishing, new Audit(new AuditRows(store.database()), clock), clock, RANDOM);
        letters = new Letters(store.devices(), store.mailbox());
        EmergencyAlert alert = new EmergencyAlert(List.of(alerts::incrementAndGet), new Attention(), clock);
        receive = new Receive(store, receiptKey, quotas, alert, clock, System::nanoTime);
        server = new ApiServer(0, tls, store.state().epoch(), receive, new Enrolment(store, clock, RANDOM));
        server.start();
    }

    public static ClinicUnderTest overTls(Path folder) throws Failure {
        return new ClinicUnderTest(folder, Quotas.DEFAULT, Optional.of(SharedTls.key()));
    }

    public static ClinicUnderTest overTls(Path folder, Quotas quotas) throws Failure {
        return new ClinicUnderTest(folder, quotas, Optional.of(SharedTls.key()));
    }

    public static ClinicUnderTest plain(Path folder) throws Failure {
        return plain(folder, Quotas.DEFAULT);
    }

    public static ClinicUnderTest plain(Path folder, Quotas quotas) throws Failure {
        return new ClinicUnderTest(folder, quotas, Optional.empty());
    }

    public String address() {
        return (tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + server.port();
    }

    /** A phone that joined. */
    public PhoneUnderTest join() throws Failure, IOException {
        PhoneUnderTest phone = new PhoneUnderTest(this);
        phone.join(phones.invite(session, "Berta Ficticia").code());
        return phone;
    }

    @Override
    public void close() {
        server.close();
        store.close();
        receiptKey.close();
        session.ring().close();
    }

    private final class Attention implements EmergencyAlert.Attention {
        @Override
        public boolean anyoneLoggedIn() {
            return loggedIn;
        }

        @Override
        public Optional<Instant> oldestUnreadEmergency() throws TryAgain {
            return store.envelopes().arrivedAfter(0).oldestEmergency();
        }
    }
}
