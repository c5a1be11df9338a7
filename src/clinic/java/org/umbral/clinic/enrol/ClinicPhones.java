package org.umbral.clinic.enrol;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.Invitations;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.secret.AesKey;
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

    public ClinicPhones(ClinicStore store, Publishing publishing, Clock clock, SecureRandom random) {
        this.store = store;
        this.publishing = publishing;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Invitation invite(StaffSession session, String worker) throws AskThePerson, TryAgain {
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
        byte[] sealed = ring.peopleKey().seal(worker.strip().getBytes(StandardCharsets.UTF_8), place(person));
        store.invitations()
                .add(new Invitations.Open(
                        OneTimeCode.hash(code), person, sealed, now, now.plus(GOOD_FOR), Optional.empty()));
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
            phones.add(new Phone(
                    device.id(),
                    worker(session, device.person(), device.sealedWorker()),
                    device.isRevoked() ? State.REVOKED : State.JOINED,
                    device.revokedAt().orElse(device.joinedAt()),
                    device.lastHeard(),
                    OneTimeCode.spoken(device.verifyingKey().print())));
        }
        for (Invitations.Open open : store.invitations().list()) {
            if (open.device().isEmpty()) {
                boolean expired = !clock.instant().isBefore(open.expiresAt());
                phones.add(new Phone(
                        "",
                        worker(session, open.person(), open.sealedWorker()),
                        expired ? State.EXPIRED : State.INVITED,
                        expired ? open.expiresAt() : open.madeAt(),
                        Optional.empty(),
                        ""));
            }
        }
        return phones;
    }

    @Override
    public void revoke(StaffSession session, String device) throws TryAgain {
        store.devices().revoke(device, clock.instant());
    }

    /** The name, or nothing where it was sealed under a key that this session has not. */
    private static String worker(StaffSession session, String person, byte[] sealed) {
        // Before there was a key of names, workers' names stood under the staff key.
        Optional<AesKey> before = session.ring().dataKey(Audience.STAFF);
        return opened(session.ring().peopleKey(), person, sealed)
                .or(() -> before.flatMap(key -> opened(key, person, sealed)))
                .orElse("");
    }

    private static Optional<String> opened(AesKey key, String person, byte[] sealed) {
        try {
            return Optional.of(new String(key.open(sealed, place(person)), StandardCharsets.UTF_8));
        } catch (GiveUp e) {
            return Optional.empty();
        }
    }

    /**
     * Where a worker's name stands, so that a sealed name moved to another person does not open. Casework opens names of
     * authors with it.
     */
    public static byte[] place(String person) {
        return ("umbral worker|" + person).getBytes(StandardCharsets.UTF_8);
    }
}
