package org.umbral.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.phone.JournalIntake;
import org.umbral.phone.PhoneCore;
import org.umbral.phone.capture.PreparedPhoto;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.unlock.DeviceKeys;
import org.umbral.phone.unlock.Vault;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Invitation;
import org.umbral.testing.Catalogues;
import org.umbral.testing.MovableClock;

/** A real phone without a window and without a courier; its photos are a few bytes that claim to be pictures. */
final class ModelPhone implements AutoCloseable {
    private static final Catalogue CATALOGUE = Catalogues.shipped();
    private static final long SLOW = 2_000_000_000L;

    final MovableClock clock = new MovableClock("2026-11-21T14:00:00Z");
    /** What a worker reads out of each key that this phone ever had. */
    final List<String> shortCodes = new ArrayList<>();

    private final Path home;
    private final SecureRandom random;
    private PhoneCore core;
    private Optional<Vault> vault = Optional.empty();
    private Optional<JournalIntake> intake = Optional.empty();
    private int photos;

    /** Opens the phone of this folder, which is made. */
    ModelPhone(Path home, SecureRandom random) throws Failure {
        this.home = home;
        this.random = random;
        core = open();
        unlock();
    }

    private PhoneCore open() throws Failure {
        AtomicLong nanos = new AtomicLong();
        return PhoneCore.open(
                home, CATALOGUE, clock, random, () -> nanos.addAndGet(SLOW), PhoneFiles.onDisk(), ModelPhone::prepare);
    }

    private static PreparedPhoto prepare(byte[] capture) {
        byte[] small = {1, 2, 3};
        return new PreparedPhoto(capture, 4, 3, Sha256.of(capture), Sha256.of(capture), small, Set.of());
    }

    /** Opens the vault, which is made where there is none. */
    void unlock() throws Failure {
        try (Passphrase words = Passphrase.of("four fictitious words here".toCharArray())) {
            Vaults vaults = core.vaults();
            Vault open = vaults.state() == Vaults.State.NONE ? vaults.create(words) : vaults.unlock(words);
            vault = Optional.of(open);
            try (DeviceKeys keys = core.deviceKeys(open)) {
                String code = keys.signing().verifyingKey().spoken();
                if (!shortCodes.contains(code)) {
                    shortCodes.add(code);
                }
            }
            intake = Optional.of(core.intake(open));
        }
    }

    /** Joins, or joins again with whatever keys it has now. */
    void join(ModelClinic clinic) throws Failure {
        Invitation invitation = clinic.invitation();
        try (DeviceKeys keys = core.deviceKeys(vault.orElseThrow())) {
            EnrolAnswer answer = clinic.parts()
                    .enrolment()
                    .enrol(
                            new EnrolRequest(
                                    invitation.code(),
                                    keys.signing().verifyingKey().text(),
                                    keys.mailbox().sealingKey().text(),
                                    "test"),
                            "192.0.2.1");
            outbox().joined(link(invitation, answer), List.of());
        }
    }

    private static ClinicLink link(Invitation invitation, EnrolAnswer answer) throws Failure {
        VerifyingKey signing = new VerifyingKey(answer.signingKey());
        Documents.Key receipts = answer.documents().stream()
                .filter(one -> one.kind().equals(DocumentKind.RECEIPT_KEY.wireName()))
                .findFirst()
                .orElseThrow()
                .verified(DocumentKind.RECEIPT_KEY, Documents.Key.class, signing);
        return new ClinicLink(
                answer.clinic(),
                "Clínica Ficticia",
                answer.device(),
                answer.person(),
                invitation.addresses(),
                answer.token(),
                List.of(),
                invitation.tlsHostName(),
                answer.signingKeyNumber(),
                signing.text(),
                receipts.verifyingKey(),
                invitation.identityNumber(),
                invitation.identity().text(),
                invitation.emergencyTelephone(),
                false);
    }

    /** The process ends without saying goodbye and another begins, which its worker opens. */
    void kill() throws Failure {
        intake().close();
        core.close();
        core = open();
        core.sealLeftovers();
        unlock();
    }

    /** Border mode, and a new vault with new keys at once. */
    void cross() throws Failure {
        intake().close();
        core.prepareToCross();
        unlock();
    }

    Path capture() throws IOException {
        Files.createDirectories(core.captures());
        byte[] picture = ("a fictitious picture " + photos).getBytes(StandardCharsets.UTF_8);
        return Files.write(core.captures().resolve("capture-" + photos++ + ".jpg"), picture);
    }

    Outbox outbox() {
        return core.outbox();
    }

    JournalIntake intake() {
        return intake.orElseThrow();
    }

    @Override
    public void close() {
        intake().close();
        core.close();
    }
}
