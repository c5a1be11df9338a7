package org.umbral.phone.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.wire.ClinicAnswer;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.HaveAnswer;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Invitation;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** The clinic's side of the wire in memory, with real keys; what a test scripts goes before what it would answer. */
final class FakeClinic {
    static final String TOKEN = "device.token";

    /** A request's head. */
    record Call(String method, String path, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        boolean is(String verb, String start) {
            return method.equals(verb) && path.startsWith(start);
        }

        String hash() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** An answer. */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply of(int status) {
            return new Reply(status, new TreeMap<>(), new byte[0]);
        }

        static Reply json(int status, Object value) {
            return new Reply(status, new TreeMap<>(), Json.write(value));
        }

        static Reply problem(int status, String reason) {
            return json(status, Problem.of(reason, "fictitious", status));
        }

        static Reply html(int status) {
            byte[] page = "<html><body>Sign in to the wifi</body></html>".getBytes(StandardCharsets.UTF_8);
            return new Reply(status, new TreeMap<>(), page);
        }

        Reply with(String name, Object value) {
            headers.put(name, value.toString());
            return this;
        }
    }

    /** Answers instead of the clinic, or null. */
    interface Script {
        @Nullable
        Reply answer(Call call);
    }

    private final SecureRandom random = new SecureRandom();
    final SigningKey signing = SigningKey.generate(random);
    final SigningKey receiptKey = SigningKey.generate(random);
    final OpeningKey identity = OpeningKey.generate(random);
    final Map<String, byte[]> held = new ConcurrentHashMap<>();
    final Map<String, ByteArrayOutputStream> halves = new ConcurrentHashMap<>();
    final Map<String, Long> lengths = new ConcurrentHashMap<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<HaveRequest> asked = new CopyOnWriteArrayList<>();
    final AtomicLong evidenceBytes = new AtomicLong();
    volatile List<MailPage.Letter> letters = List.of();
    volatile Script script = call -> null;
    volatile SigningKey receiptSigner = receiptKey;
    volatile String epoch = "one";
    /** Evidence bytes after which the connection is cut, once. */
    final AtomicLong cutAfter = new AtomicLong(Long.MAX_VALUE);
    /** Evidence bytes at which reading stops until the latch is down. */
    volatile long pauseAt = Long.MAX_VALUE;

    volatile CountDownLatch pause = new CountDownLatch(0);
    private final Map<String, Object> taking = new ConcurrentHashMap<>();
    final AtomicLong position = new AtomicLong();

    List<String> said() {
        List<String> said = new ArrayList<>();
        calls.forEach(call -> said.add(call.method() + " " + call.path().replaceFirst("[0-9a-f]{64}", "#")));
        return said;
    }

    Reply handle(Call call, InputStream body) throws IOException {
        calls.add(call);
        Reply scripted = script.answer(call);
        Reply reply;
        if (scripted != null) {
            body.readAllBytes();
            reply = scripted;
        } else {
            try {
                reply = answer(call, body).with(Wire.EPOCH, epoch);
            } catch (GiveUp e) {
                reply = Reply.problem(400, Problem.BAD_REQUEST);
            }
        }
        return reply;
    }

    private Reply answer(Call call, InputStream body) throws IOException, GiveUp {
        if (call.is("GET", Wire.CLINIC)) {
            return Reply.json(200, new ClinicAnswer(document(DocumentKind.CLINIC, clinic()), epoch));
        }
        if (call.is("POST", Wire.DEVICES)) {
            Json.read(body.readAllBytes(), EnrolRequest.class);
            return Reply.json(201, enrolment());
        }
        if (!call.header("authorization").equals("Bearer " + TOKEN)) {
            return Reply.problem(401, Problem.UNKNOWN_TOKEN);
        }
        if (call.is("PUT", Wire.ENVELOPES)) {
            byte[] bytes = body.readAllBytes();
            if (!Sha256.of(bytes).hex().equals(call.hash())) {
                return Reply.problem(400, Problem.HASH_DIFFERS);
            }
            return Reply.json(held.put(call.hash(), bytes) == null ? 201 : 200, receipt(call.hash()));
        }
        if (call.is("POST", Wire.HAVE)) {
            HaveRequest request = Json.read(body.readAllBytes(), HaveRequest.class);
            asked.add(request);
            return Reply.json(
                    200,
                    new HaveAnswer(
                            epoch, request.hashes().stream().map(this::have).toList()));
        }
        if (call.is("GET", Wire.MAIL)) {
            return Reply.json(200, new MailPage(epoch, epoch + "." + letters.size(), false, letters));
        }
        return evidence(call, body);
    }

    private HaveAnswer.Held have(String hash) {
        byte[] whole = held.get(hash);
        ByteArrayOutputStream half = halves.get(hash);
        return new HaveAnswer.Held(
                hash,
                whole != null ? whole.length : half == null ? 0 : half.size(),
                whole == null ? null : receipt(hash));
    }

    private Reply evidence(Call call, InputStream body) throws IOException {
        String hash = call.hash();
        synchronized (this) {
            taking.remove(hash);
        }
        if (call.method().equals("POST")) {
            lengths.put(hash, Long.parseLong(call.header(Wire.UPLOAD_LENGTH)));
            boolean fresh = halves.putIfAbsent(hash, new ByteArrayOutputStream()) == null;
            if (fresh) {
                return take(hash, body, 201);
            }
            body.readAllBytes();
            return state(hash, 201);
        }
        if (!halves.containsKey(hash)) {
            return Reply.problem(404, Problem.NOT_FOUND);
        }
        if (call.method().equals("HEAD")) {
            return state(hash, 200);
        }
        if (Long.parseLong(call.header(Wire.UPLOAD_OFFSET)) != half(hash).size()) {
            return Reply.problem(409, Problem.OFFSET_DIFFERS);
        }
        return take(hash, body, 204);
    }

    private Reply take(String hash, InputStream body, int status) throws IOException {
        Object mine = new Object();
        taking.put(hash, mine);
        for (int b = body.read(); b >= 0; b = body.read()) {
            synchronized (this) {
                if (taking.get(hash) != mine) {
                    throw new IOException("a newer request took over");
                }
                half(hash).write(b);
            }
            long all = evidenceBytes.incrementAndGet();
            if (all == pauseAt) {
                hold();
            }
            if (all >= cutAfter.get()) {
                cutAfter.set(Long.MAX_VALUE);
                throw new IOException("cut");
            }
        }
        return state(hash, status);
    }

    private void hold() throws IOException {
        try {
            pause.await();
        } catch (InterruptedException e) {
            throw new IOException("the test ended", e);
        }
    }

    private ByteArrayOutputStream half(String hash) {
        return Objects.requireNonNull(halves.get(hash));
    }

    private Reply state(String hash, int status) {
        byte[] bytes = half(hash).toByteArray();
        Reply reply = Reply.of(status).with(Wire.UPLOAD_OFFSET, bytes.length);
        if (bytes.length == lengths.getOrDefault(hash, -1L)) {
            held.put(hash, bytes);
            reply.with(Wire.RECEIPT, Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(receipt(hash))));
        }
        return reply;
    }

    SignedDocument receipt(String hash) {
        return new Receipt(
                        Receipt.FORMAT,
                        hash,
                        held.getOrDefault(hash, new byte[0]).length,
                        epoch,
                        position.incrementAndGet(),
                        "2026-11-21T10:00:00Z")
                .sign(receiptSigner);
    }

    private Documents.Clinic clinic() {
        return new Documents.Clinic(1, "clinic", "Clínica FICTICIA", 1, "555-0100", 65536, 1 << 25);
    }

    SignedDocument document(DocumentKind kind, Object payload) {
        return SignedDocument.sign(kind, 1, payload, signing);
    }

    EnrolAnswer enrolment() {
        return new EnrolAnswer(
                "clinic",
                "device",
                "person",
                TOKEN,
                1,
                signing.verifyingKey().text(),
                List.of(
                        document(DocumentKind.CLINIC, clinic()),
                        document(
                                DocumentKind.RECEIPT_KEY,
                                new Documents.Key(
                                        1, 1, receiptSigner.verifyingKey().text())),
                        document(
                                DocumentKind.IDENTITY,
                                new Documents.Identity(
                                        1, 1, identity.sealingKey().text())),
                        document(DocumentKind.POLICY, Documents.Policy.DEFAULT)));
    }

    ClinicLink link(String address, List<String> tlsPrints) {
        return new ClinicLink(
                "clinic",
                "Clínica FICTICIA",
                "device",
                "person",
                List.of(address),
                TOKEN,
                tlsPrints,
                null,
                1,
                signing.verifyingKey().text(),
                receiptKey.verifyingKey().text(),
                1,
                identity.sealingKey().text(),
                "555-0100",
                false);
    }

    Invitation invitation(List<String> addresses, List<HeldCertificate> accepted) {
        return new Invitation(
                addresses,
                "0123456789",
                identity.sealingKey(),
                1,
                Invitation.print(signing.verifyingKey().print()),
                Invitation.print(receiptKey.verifyingKey().print()),
                "555-0100",
                accepted.stream().map(c -> Invitation.print(rawPrint(c))).toList(),
                null);
    }

    static byte[] rawPrint(HeldCertificate certificate) {
        return Sha256.of(certificate.certificate().getPublicKey().getEncoded()).print();
    }

    static String print(HeldCertificate certificate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(rawPrint(certificate));
    }
}
