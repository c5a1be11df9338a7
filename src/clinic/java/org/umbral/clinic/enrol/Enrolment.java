package org.umbral.clinic.enrol;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.TableRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.ClinicAnswer;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Problem;

/** A phone asks who answers, and joins with the code of its invitation; works while nobody is logged in. Thread-safe. */
public final class Enrolment {
    private static final int ID_BYTES = 16;
    private static final int TOKEN_BYTES = 32;

    private final ClinicStore store;
    private final Clock clock;
    private final SecureRandom random;
    private final WrongCodes wrongCodes;

    public Enrolment(ClinicStore store, Clock clock, SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        wrongCodes = new WrongCodes(clock);
    }

    /** {@code TryAgain("not-set-up")} before the first staff session. */
    public ClinicAnswer whoAnswers() throws TryAgain {
        return new ClinicAnswer(clinicDocument(), store.state().epoch());
    }

    /**
     * Makes the phone a device of the clinic. Asking again with the same keys, because the answer was lost, gives the same
     * device and a new token. {@code AskThePerson("code-used-up")} on an unknown, used or old code alike, {@code
     * TryAgain("too-much")} after many wrong codes where it is another wrong one, {@code GiveUp("bad-request")} where a key is none.
     *
     * @param sender the network address, for counting wrong codes in memory only
     */
    public EnrolAnswer enrol(EnrolRequest request, String sender) throws AskThePerson, TryAgain, GiveUp {
        SignedDocument clinic = clinicDocument();
        if (wrongCodes.areTooMany(sender) && !isOpen(request)) {
            throw new TryAgain(Problem.TOO_MUCH);
        }
        String id = next(ID_BYTES);
        String secret = next(TOKEN_BYTES);
        Optional<Device> device = use(request, id, secret);
        if (device.isEmpty()) {
            wrongCodes.count(sender);
            throw new AskThePerson(Problem.CODE_USED_UP);
        }
        sendTables(device.get());
        return answer(clinic, device.get(), device.get().id() + "." + secret);
    }

    /** What others guessed wrong keeps nobody out who has a code. */
    private boolean isOpen(EnrolRequest request) throws TryAgain {
        return request.code() != null && store.invitations().isOpen(OneTimeCode.hash(request.code()), clock.instant());
    }

    private Optional<Device> use(EnrolRequest request, String id, String secret) throws TryAgain, GiveUp {
        if (request.code() == null || request.verifyingKey() == null || request.sealingKey() == null) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
        VerifyingKey verifying;
        SealingKey sealing;
        try {
            verifying = new VerifyingKey(request.verifyingKey());
            sealing = new SealingKey(request.sealingKey());
        } catch (RuntimeException e) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
        Sha256 code = OneTimeCode.hash(request.code());
        return store.invitations().use(code, id, verifying, sealing, Sha256.ofText(secret), clock.instant());
    }

    /** Signed before, so that no key is needed to put them in the mail of a phone that joins now. */
    private void sendTables(Device device) throws TryAgain {
        for (SignedDocument table : new TableRows(store.database()).listForPhones()) {
            store.mailbox().put(device.id(), Age.seal(Json.write(table), device.sealingKey()));
        }
    }

    private EnrolAnswer answer(SignedDocument clinic, Device device, String token) throws TryAgain, GiveUp {
        return new EnrolAnswer(
                Json.read(clinic.payload(), Documents.Clinic.class).clinic(),
                device.id(),
                device.person(),
                token,
                Integer.parseInt(state(Publishing.SIGNING_KEY_NUMBER)),
                state(Publishing.SIGNING_KEY),
                store.documents().list());
    }

    private String state(String name) throws TryAgain {
        return store.state().get(name).orElseThrow(() -> new Bug("a clinic that has documents has a signing key"));
    }

    private SignedDocument clinicDocument() throws TryAgain {
        if (store.state().get(Publishing.SIGNING_KEY).isEmpty()) {
            throw new TryAgain("not-set-up");
        }
        return store.documents().find(DocumentKind.CLINIC).orElseThrow(() -> new TryAgain("not-set-up"));
    }

    private String next(int bytes) {
        byte[] bits = new byte[bytes];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
