package org.umbral.testing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Beside;
import org.umbral.clinic.casework.Casework;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.WaysOut;
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
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.store.Mailbox;
import org.umbral.clinic.store.StaffRows;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Invitation;

/** A clinic that was set up, with its real store in a folder and without a network: mail is put where it is received. */
public final class StaffedClinic implements AutoCloseable {
    public static final String STAFF = "Berta FICTICIA";
    public static final String PASSPHRASE = "fictitious passphrase";

    public final SecureRandom random = new SecureRandom();
    public final MovableClock clock = new MovableClock("2026-11-21T14:10:00Z");
    public final ClinicStore store;
    public final Audit audit;
    public final Login login;
    public final People people;
    public final Phones phones;
    public final Desk desk;
    public final Beside beside;
    public final WaysOut waysOut;
    public final Guards guards;
    public final SetUp.RecoverySheet sheet;
    private final Enrolment enrolment;

    public StaffedClinic(Path folder) throws Failure {
        store = ClinicStore.open(folder, new Disk(), clock, random);
        audit = new Audit(new AuditRows(store.database()), clock);
        SetUp setUp = Keys.setUp(store.database(), () -> Argon2Cost.LEAST, audit, clock, random);
        sheet = setUp.begin("Clínica Ficticia", "+1 202 555 0101", STAFF, passphrase());
        setUp.finish(sheet.asked().stream()
                .map(place -> sheet.checkWords().get(place - 1))
                .toList());
        Publishing publishing = new Publishing(
                store.state(),
                store.documents(),
                () -> new ClinicFacts(
                        store.state().get(StaffRows.CLINIC).orElseThrow(), "Clínica Ficticia", "+1 202 555 0101"),
                new Addresses(List.of("https://clinic.example.org:8443"), List.of(), "clinic.example.org"),
                SigningKey.generate(random).verifyingKey(),
                new Documents.CatalogueText(1, Catalogues.shipped().version(), "{}"),
                new Letters(store.devices(), store.mailbox()));
        login = Keys.login(store.database(), publishing::publish, audit, clock, random);
        people = Keys.people(store.state(), store.database(), audit, clock, random);
        phones = new ClinicPhones(store, publishing, audit, clock, random);
        Casework.DeskAndBeside work =
                Casework.deskAndBeside(store, WholeCatalogue.read(), phones, audit, clock, random);
        desk = work.desk();
        beside = work.beside();
        waysOut = work.waysOut();
        guards = Casework.guards(store, desk, WholeCatalogue.read(), audit, clock, random);
        enrolment = new Enrolment(store, clock, random);
    }

    public String cookie() throws Failure {
        return login.login(STAFF, passphrase());
    }

    /** A new session; the caller closes it. */
    public StaffSession session() throws Failure {
        return login.resume(cookie()).orElseThrow();
    }

    /** Somebody of this role, invited by the founder, who joined under this name with the clinic's passphrase of tests. */
    public void hire(String name, StaffSession.Role role, boolean readsSponsors) throws Failure {
        try (StaffSession founder = session();
                Passphrase words = passphrase()) {
            people.join(people.invite(founder, name, role, readsSponsors), name, words, "192.0.2.2");
        }
    }

    /** A new session of somebody who was hired; the caller closes it. */
    public StaffSession session(String name) throws Failure {
        try (Passphrase words = passphrase()) {
            return login.resume(login.login(name, words)).orElseThrow();
        }
    }

    public SamplePhone join(StaffSession session, String worker) throws Failure {
        SigningKey signing = SigningKey.generate(random);
        return join(session, worker, signing);
    }

    public SamplePhone join(StaffSession session, String worker, SigningKey signing) throws Failure {
        OpeningKey opening = OpeningKey.generate(random);
        Invitation invitation = phones.invite(session, worker);
        EnrolAnswer answer = enrolment.enrol(
                new EnrolRequest(
                        invitation.code(),
                        signing.verifyingKey().text(),
                        opening.sealingKey().text(),
                        "test"),
                "192.0.2.1");
        return new SamplePhone(
                answer.clinic(), answer.device(), answer.person(), signing, opening, invitation.identity());
    }

    public void deliver(SamplePhone phone, Envelope envelope) throws Failure {
        store.envelopes().keep(envelope.name(), envelope.bytes(), phone.device(), false);
    }

    public void deliverEmergency(SamplePhone phone, Envelope envelope) throws Failure {
        store.envelopes().keep(envelope.name(), envelope.bytes(), phone.device(), true);
    }

    /** The phone's mail, opened with its own key. */
    public List<SignedDocument> mail(SamplePhone phone) throws Failure {
        List<SignedDocument> documents = new ArrayList<>();
        for (Mailbox.Letter letter : store.mailbox()
                .page(phone.device(), "", "", 100, Integer.MAX_VALUE)
                .letters()) {
            documents.add(Json.read(Age.open(letter.sealed(), phone.opening()), SignedDocument.class));
        }
        return documents;
    }

    public VerifyingKey signingKey(StaffSession session) {
        return session.ring().signingKey().verifyingKey();
    }

    private static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.toCharArray());
    }

    @Override
    public void close() {
        store.close();
    }
}
