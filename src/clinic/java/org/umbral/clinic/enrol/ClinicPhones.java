package org.umbral.clinic.enrol;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AdmittedKeys;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.Invitations;
import org.umbral.clinic.store.PhoneCases;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.wire.Invitation;

/**
 * Phones as the store keeps them. Each invitation names a new person id; a worker who joins again gets a new device, and
 * the earlier one stays as it is. The worker's name is sealed under the key of names. Thread-safe.
 */
public final class ClinicPhones implements Phones {
    private static final Duration GOOD_FOR = Duration.ofHours(48);
    private static final int PERSON_BYTES = 16;

    private final ClinicStore store;
    private final Publishing publishing;
    private final Clock clock;
    private final SecureRandom random;
    private final Audit audit;
    private final WorkerNames names = new WorkerNames();
    private final DoubtedKeys keys;

    public ClinicPhones(ClinicStore store, Publishing publishing, Audit audit, Clock clock, SecureRandom random) {
        this.store = store;
        this.publishing = publishing;
        this.audit = audit;
        this.keys = new DoubtedKeys(store.database());
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Invitation invite(StaffSession session, String worker, String telephone) throws AskThePerson, TryAgain {
        if (worker.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        KeyRing ring = session.ring();
        if (ring.readsCases()) {
            publishing.publish(ring);
        }
        byte[] bits = new byte[PERSON_BYTES];
        random.nextBytes(bits);
        String person = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        String code = OneTimeCode.next(random);
        Instant now = clock.instant();
        store.invitations()
                .add(new Invitations.Open(
                        OneTimeCode.hash(code),
                        person,
                        names.seal(session, worker, person),
                        names.sealTelephone(session, telephone, person),
                        now,
                        now.plus(GOOD_FOR),
                        Optional.empty()));
        audit.append(session.staff(), Audit.Action.PHONE_INVITED, person);
        return invitation(ring, code);
    }

    private Invitation invitation(KeyRing ring, String code) throws TryAgain {
        Documents.Identity identity = publishing.identityFor(ring);
        Addresses addresses = publishing.addresses();
        return new Invitation(
                addresses.urls(),
                code,
                new SealingKey(identity.sealingKey()),
                identity.number(),
                Invitation.print(publishing.signingKeyFor(ring).print()),
                Invitation.print(publishing.receiptKey().print()),
                publishing.facts().emergencyTelephone(),
                addresses.prints(),
                addresses.hostName());
    }

    @Override
    public List<Phone> list(StaffSession session) throws TryAgain {
        List<Phone> phones = new ArrayList<>();
        for (Device device : store.devices().list()) {
            phones.add(phone(session, device));
        }
        for (Invitations.Open open : store.invitations().list()) {
            if (open.device().isEmpty()) {
                phones.add(invitation(session, open));
            }
        }
        return phones;
    }

    private Phone phone(StaffSession session, Device device) {
        Optional<Why> why = device.endedWhy().map(Why::valueOf);
        State state = device.isRevoked() ? why.map(Why::state).orElse(State.ENDED) : State.JOINED;
        return new Phone(
                device.id(),
                names.worker(session, device),
                names.telephone(session, device),
                state,
                device.revokedAt().orElse(device.joinedAt()),
                why,
                device.lastHeard(),
                device.said().map(said -> new Left(said.cases(), said.photos(), said.at())),
                device.verifyingKey().spoken());
    }

    private Phone invitation(StaffSession session, Invitations.Open open) {
        boolean expired = !clock.instant().isBefore(open.expiresAt());
        return new Phone(
                "",
                names.open(session, open.sealedWorker(), open.person()),
                names.openTelephone(session, open.sealedTelephone(), open.person()),
                expired ? State.EXPIRED : State.INVITED,
                expired ? open.expiresAt() : open.madeAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Override
    public void revoke(StaffSession session, String device, Why why) throws TryAgain {
        store.devices().revoke(device, why.name(), clock.instant());
        audit.append(session.staff(), Audit.Action.PHONE_REVOKED, device);
    }

    @Override
    public Delivered delivered(StaffSession session, String device) throws TryAgain {
        PhoneCases cases = new PhoneCases(store.database());
        return new Delivered(
                cases.lastReceipt(device),
                cases.of(device).stream()
                        .filter(row -> !row.withdrawn() || session.role().seesWithdrawn())
                        .map(row -> new CaseOf(row.caseId(), row.last(), row.photosMissing()))
                        .toList());
    }

    @Override
    public List<Doubted> doubted(StaffSession session) throws TryAgain {
        List<Doubted> doubted = new ArrayList<>();
        for (DoubtedKeys.Group group : keys.groups()) {
            Optional<Device> device = store.devices().find(group.signer().device());
            doubted.add(new Doubted(
                    group.id(),
                    device.map(known -> names.worker(session, known)).orElse(""),
                    device.map(known -> names.telephone(session, known)).orElse(""),
                    group.revoked(),
                    group.envelopes(),
                    group.first(),
                    group.last()));
        }
        return doubted;
    }

    @Override
    public void admit(StaffSession session, String id, String code) throws AskThePerson, TryAgain {
        if (session.role() == StaffSession.Role.STEWARD) {
            throw new AskThePerson("not-your-role");
        }
        AdmittedKeys.Signer signer = keys.admit(id, code, clock.instant());
        audit.append(
                session.staff(),
                Audit.Action.KEY_ADMITTED,
                Sha256.of(signer.key().raw()).hex());
    }

    /**
     * Where a worker's name stands, so that a sealed name moved to another person does not open. Casework opens names of
     * authors with it.
     */
    public static byte[] place(String person) {
        return WorkerNames.place(person);
    }
}
