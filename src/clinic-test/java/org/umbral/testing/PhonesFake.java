package org.umbral.testing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final List<Doubted> doubted = new CopyOnWriteArrayList<>();
    private final Map<String, Delivered> delivered = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SecureRandom random;

    public PhonesFake(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** One of every state. */
    public PhonesFake withSamples() {
        Instant now = clock.instant();
        phones.add(phone("phone-olga-0", "Olga Ficticia", State.JOINED, Duration.ofDays(12), "J7Q2K-4MX0T"));
        phones.add(phone("phone-omar-0", "Omar Ficticio", State.JOINED, Duration.ofHours(5), "9TVW3-B0C1R"));
        phones.add(invited("Irene Ficticia", State.INVITED, now.minusSeconds(900)));
        phones.add(invited("Iván Ficticio", State.EXPIRED, now.minusSeconds(400_000)));
        phones.add(phone("phone-rosa-0", "Rosa Ficticia", State.JOINED, Duration.ofDays(2), "0GHD8-8PZ5W"));
        phones.replaceAll(phone -> phone.device().equals("phone-rosa-0") ? out(phone, Why.TAKEN) : phone);
        return this;
    }

    /** A key that nobody confirmed; its code is {@code 4MX0T-J7Q2K}. */
    public PhonesFake withDoubtedKey(Instant last) {
        doubted.add(new Doubted(
                "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                "Olga Ficticia",
                "+1 202 555 0143",
                false,
                3,
                last.minusSeconds(1200),
                last));
        return this;
    }

    private static Phone invited(String worker, State state, Instant since) {
        return new Phone("", worker, "", state, since, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private Phone phone(String device, String worker, State state, Duration since, String code) {
        Instant now = clock.instant();
        Instant heard = now.minus(since.dividedBy(30));
        boolean oldest = since.toDays() > 10;
        return new Phone(
                device,
                worker,
                oldest ? "+1 202 555 0143" : "",
                state,
                now.minus(since),
                Optional.empty(),
                Optional.of(heard),
                Optional.of(oldest ? new Left(0, 0, heard) : new Left(2, 5, heard)),
                code);
    }

    private Phone out(Phone phone, Why why) {
        State state = why == Why.LOST || why == Why.TAKEN ? State.LOST : State.ENDED;
        return new Phone(
                phone.device(),
                phone.worker(),
                phone.telephone(),
                state,
                clock.instant(),
                Optional.of(why),
                phone.lastHeard(),
                phone.left(),
                phone.shortCode());
    }

    @Override
    public Invitation invite(StaffSession session, String worker, String telephone) throws AskThePerson {
        if (worker.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        phones.add(invited(worker, State.INVITED, clock.instant()));
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
    public void revoke(StaffSession session, String device, Why why) {
        phones.replaceAll(phone -> phone.device().equals(device) ? out(phone, why) : phone);
    }

    /** A case of the sample clinic and one that nobody knows. */
    public void delivered(String device, List<CaseOf> cases) {
        delivered.put(device, new Delivered(Optional.of(cases.get(0).last()), cases));
    }

    @Override
    public Delivered delivered(StaffSession session, String device) {
        return delivered.getOrDefault(device, new Delivered(Optional.empty(), List.of()));
    }

    @Override
    public List<Doubted> doubted(StaffSession session) {
        return List.copyOf(doubted);
    }

    @Override
    public void admit(StaffSession session, String id, String code) throws AskThePerson {
        if (!code.equals("4MX0T-J7Q2K")) {
            throw new AskThePerson("code-differs");
        }
        doubted.clear();
    }
}
