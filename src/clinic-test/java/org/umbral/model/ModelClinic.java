package org.umbral.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Casework;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Joins;
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
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.receive.ReceiptKeyFile;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.wire.Invitation;
import org.umbral.testing.Catalogues;
import org.umbral.testing.Colleagues;
import org.umbral.testing.FolderTree;
import org.umbral.testing.MovableClock;
import org.umbral.testing.WholeCatalogue;

/** A real clinic in a folder, without a network, that is killed, copied and brought back from a copy. */
final class ModelClinic implements AutoCloseable {
    private static final String START = "2026-11-21T14:10:00Z";
    private static final String STAFF = "Berta FICTICIA";
    private static final Catalogue CATALOGUE = WholeCatalogue.read();

    final MovableClock clock = new MovableClock(START);
    private final Path folder;
    private final SecureRandom random;
    private final StaffSession attorney;
    private Optional<Parts> parts = Optional.empty();

    /** What one life of its process holds. */
    record Parts(
            ClinicStore store,
            ReceiptKeyFile receipts,
            Audit audit,
            Phones phones,
            Desk desk,
            Joins joins,
            Lookalikes lookalikes,
            Enrolment enrolment,
            StaffSession attorney,
            StaffSession paralegal) {}

    private ModelClinic(Path folder, SecureRandom random, StaffSession attorney) {
        this.folder = folder;
        this.random = random;
        this.attorney = attorney;
    }

    /** Sets one up, and logs the attorney in whose keys all later lives use: a login takes longer than a history. */
    static ModelClinic setUp(Path folder, SecureRandom random) throws Failure {
        MovableClock now = new MovableClock(START);
        try (ClinicStore store = ClinicStore.open(folder, new Disk(), now, random);
                Passphrase words = passphrase()) {
            Audit audit = new Audit(new AuditRows(store.database()), now);
            SetUp setUp = Keys.setUp(store.database(), () -> Argon2Cost.LEAST, audit, now, random);
            SetUp.RecoverySheet sheet = setUp.begin("Clínica Ficticia", "+1 202 555 0101", STAFF, words);
            setUp.finish(sheet.asked().stream()
                    .map(place -> sheet.checkWords().get(place - 1))
                    .toList());
            ReceiptKeyFile receipts = ReceiptKeyFile.open(folder, random);
            Login login = Keys.login(store.database(), publishing(store, receipts)::publish, audit, now, random);
            StaffSession attorney = login.resume(login.login(STAFF, words)).orElseThrow();
            receipts.close();
            return new ModelClinic(folder, random, attorney);
        }
    }

    /** Of one that is closed. */
    ModelClinic copyTo(Path other, SecureRandom its) throws Failure, IOException {
        FolderTree.copy(folder, other);
        return new ModelClinic(other, its, attorney);
    }

    void open() throws Failure {
        ClinicStore store = ClinicStore.open(folder, new Disk(), clock, random);
        ReceiptKeyFile receipts = ReceiptKeyFile.open(folder, random);
        Audit audit = new Audit(new AuditRows(store.database()), clock);
        Publishing publishing = publishing(store, receipts);
        Phones phones = new ClinicPhones(store, publishing, audit, clock, random);
        parts = Optional.of(new Parts(
                store,
                receipts,
                audit,
                phones,
                Casework.deskAndBeside(store, CATALOGUE, phones, audit, clock, random)
                        .desk(),
                Casework.joins(store, CATALOGUE, audit, clock, random),
                Casework.lookalikes(store, CATALOGUE, audit),
                new Enrolment(store, clock, random),
                Colleagues.of(attorney, StaffSession.Role.ATTORNEY, true),
                Colleagues.of(attorney, StaffSession.Role.PARALEGAL, false)));
    }

    private static Publishing publishing(ClinicStore store, ReceiptKeyFile receipts) {
        return new Publishing(
                store.state(),
                store.documents(),
                () -> new ClinicFacts(
                        store.state().get(StaffRows.CLINIC).orElseThrow(), "Clínica Ficticia", "+1 202 555 0101"),
                new Addresses(List.of("https://clinic.example.org:8443"), List.of(), "clinic.example.org"),
                receipts.verifyingKey(),
                new Documents.CatalogueText(1, Catalogues.shipped().version(), "{}"),
                new Letters(store.devices(), store.mailbox()));
    }

    private static Passphrase passphrase() {
        return Passphrase.of("fictitious passphrase".toCharArray());
    }

    Parts parts() {
        return parts.orElseThrow();
    }

    Invitation invitation() throws Failure {
        return parts().phones().invite(parts().attorney(), "Olga FICTICIA");
    }

    SignedDocument receipt(StoredEnvelope envelope) {
        return parts().receipts()
                .sign(new Receipt(
                        Receipt.FORMAT,
                        envelope.sha256().hex(),
                        envelope.size(),
                        parts().store().state().epoch(),
                        envelope.position(),
                        envelope.receivedAt().toString()));
    }

    /** Its process ends and another begins: sessions and whatever stood in memory are gone. */
    void kill() throws Failure {
        close();
        open();
    }

    void backUp(Path to) throws Failure, IOException {
        close();
        FolderTree.delete(to);
        FolderTree.copy(folder, to);
        open();
    }

    /** The copy takes the place of the folder, which the clinic notices by itself and begins another epoch. */
    void restore(Path from) throws Failure, IOException {
        close();
        FolderTree.delete(folder);
        FolderTree.copy(from, folder);
        open();
    }

    /** As a machine's snapshot does it, which the clinic cannot notice: the files are the same, what is in them is older. */
    void restoreUnseen(Path from) throws Failure, IOException {
        close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path before = from.resolve(folder.relativize(file));
                if (!Files.exists(before)) {
                    Files.delete(file);
                } else if (!Arrays.equals(Files.readAllBytes(before), Files.readAllBytes(file))) {
                    Files.write(file, Files.readAllBytes(before));
                }
            }
        }
        open();
    }

    @Override
    public void close() {
        parts().paralegal().close();
        parts().attorney().close();
        parts().receipts().close();
        parts().store().close();
    }
}
