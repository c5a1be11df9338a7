package org.umbral.testing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.wire.Invitation;

/** A clinic's phones, kept in a list. */
public final class PhonesFake implements Phones {
    private final List<Phone> phones = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final SecureRandom random;

    public PhonesFake(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** One of every state. */
    public PhonesFake withSamples() {
        Instant now = clock.instant();
        phones.add(phone("phone-olga-0", "Olga Ficticia", State.JOINED, Duration.ofDays(12), "J7Q2-K4MX"));
        phones.add(phone("phone-omar-0", "Omar Ficticio", State.JOINED, Duration.ofHours(5), "9TVW-3B0C"));
        phones.add(new Phone("", "Irene Ficticia", State.INVITED, now.minusSeconds(900), Optional.empty(), ""));
        phones.add(new Phone("", "Iván Ficticio", State.EXPIRED, now.minusSeconds(400_000), Optional.empty(), ""));
        phones.add(phone("phone-rosa-0", "Rosa Ficticia", State.REVOKED, Duration.ofDays(2), "0GHD-88PZ"));
        return this;
    }

    private Phone phone(String device, String worker, State state, Duration since, String code) {
        Instant now = clock.instant();
        return new Phone(device, worker, state, now.minus(since), Optional.of(now.minus(since.dividedBy(30))), code);
    }

    @Override
    public Invitation invite(StaffSession session, String worker) throws AskThePerson {
        if (worker.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        phones.add(new Phone("", worker, State.INVITED, clock.instant(), Optional.empty(), ""));
        List<Byte> print = Invitation.print(Sha256.ofText("fictitious").print());
        try (OpeningKey identity = OpeningKey.generate(random)) {
            return new Invitation(
                    List.of("https://clinica.example.org:8443", "https://192.0.2.14:8443"),
                    "7KQ4XM2RVB",
                    identity.sealingKey(),
                    1,
                    print,
                    print,
                    "+1 202 555 0142",
                    List.of(print),
                    null);
        }
    }

    @Override
    public List<Phone> list(StaffSession session) {
        return List.copyOf(phones);
    }

    @Override
    public void revoke(StaffSession session, String device) {
        phones.replaceAll(phone -> phone.device().equals(device)
                ? new Phone(
                        device, phone.worker(), State.REVOKED, clock.instant(), phone.lastHeard(), phone.shortCode())
                : phone);
    }
}
