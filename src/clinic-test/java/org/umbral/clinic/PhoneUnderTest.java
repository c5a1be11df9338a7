package org.umbral.clinic;

import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** A phone as the clinic sees it: OkHttp on a real socket. */
public final class PhoneUnderTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    public final OpeningKey openingKey = OpeningKey.generate(RANDOM);
    public final SigningKey signingKey = SigningKey.generate(RANDOM);
    public final OkHttpClient http;
    private final HttpUrl address;
    private final Optional<Sha256> spki;
    private final VerifyingKey receiptKey;
    public String token = "";
    public String device = "";

    public PhoneUnderTest(ClinicUnderTest clinic) {
        this(clinic.address(), clinic.tls.map(TlsKey::spki), clinic.receiptKey.verifyingKey());
    }

    /** @param spki print of the clinic's TLS key; none on plain loopback */
    public PhoneUnderTest(String address, Optional<Sha256> spki, VerifyingKey receiptKey) {
        this.address = HttpUrl.get(address);
        this.spki = spki;
        this.receiptKey = receiptKey;
        OkHttpClient.Builder builder = new OkHttpClient.Builder().retryOnConnectionFailure(false);
        spki.ifPresent(print -> {
            PinnedTls pinned = new PinnedTls(print);
            builder.sslSocketFactory(pinned.sockets(), pinned).hostnameVerifier((name, session) -> true);
        });
        http = builder.build();
    }

    /** What the clinic answered, read whole. */
    public record Answer(int status, Protocol protocol, okhttp3.Headers headers, byte[] body) {
        public <T> T as(Class<T> type) throws Failure {
            return Json.read(body, type);
        }

        public String reason() throws Failure {
            return as(Problem.class).reason();
        }

        public String header(String name) {
            return String.valueOf(headers.get(name));
        }
    }

    public EnrolRequest enrolRequest(String code) {
        return new EnrolRequest(
                code, signingKey.verifyingKey().text(), openingKey.sealingKey().text(), "0.1.0");
    }

    public EnrolAnswer join(String code) throws IOException, Failure {
        EnrolAnswer answer = postJson(Wire.DEVICES, enrolRequest(code)).as(EnrolAnswer.class);
        token = answer.token();
        device = answer.device();
        return answer;
    }

    public Answer get(String path) throws IOException {
        return send(request(path));
    }

    public Answer postJson(String path, Object body) throws IOException {
        return send(request(path).post(RequestBody.create(Json.write(body), MediaType.get(Wire.JSON))));
    }

    public Answer put(Sha256 name, byte[] bytes) throws IOException {
        return send(request(Wire.ENVELOPES + name).put(sealed(bytes)));
    }

    public Answer putEmergency(Sha256 name, byte[] bytes) throws IOException {
        return send(request(Wire.ENVELOPES + name)
                .header(Wire.LANE, Wire.LANE_EMERGENCY)
                .put(sealed(bytes)));
    }

    public Answer create(Sha256 name, long size) throws IOException {
        return send(
                tus(name).header(Wire.UPLOAD_LENGTH, Long.toString(size)).post(RequestBody.create(new byte[0], null)));
    }

    public Answer head(Sha256 name) throws IOException {
        return send(tus(name).head());
    }

    public Answer patch(Sha256 name, long offset, byte[] bytes) throws IOException {
        return send(tus(name)
                .header(Wire.UPLOAD_OFFSET, Long.toString(offset))
                .patch(RequestBody.create(bytes, MediaType.get(Wire.OFFSET_OCTETS))));
    }

    public Request.Builder tus(Sha256 name) {
        return request(Wire.EVIDENCE + name).header(Wire.TUS_RESUMABLE, Wire.TUS_VERSION);
    }

    public Request.Builder request(String path) {
        return new Request.Builder()
                .url(Objects.requireNonNull(address.resolve(path)))
                .header(Wire.AUTHORIZATION, "Bearer " + token);
    }

    public Answer send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(),
                    response.protocol(),
                    response.headers(),
                    response.body().bytes());
        }
    }

    /** Sends the head of a PATCH and some of the bytes it promised, on a connection of its own that stays open. */
    public Socket halfPatch(Sha256 name, long offset, long promised, byte[] some) throws IOException {
        return half("PATCH", name, Wire.UPLOAD_OFFSET + ": " + offset, promised, some);
    }

    /** The same of a POST that brings the whole. */
    public Socket halfPost(Sha256 name, long promised, byte[] some) throws IOException {
        return half("POST", name, Wire.UPLOAD_LENGTH + ": " + promised, promised, some);
    }

    private Socket half(String method, Sha256 name, String header, long promised, byte[] some) throws IOException {
        PinnedTls pinned = new PinnedTls(spki.orElseThrow());
        Socket socket = pinned.sockets().createSocket(address.host(), address.port());
        String head = String.join(
                "\r\n",
                List.of(
                        method + " " + Wire.EVIDENCE + name + " HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Authorization: Bearer " + token,
                        "Tus-Resumable: 1.0.0",
                        "Content-Type: " + Wire.OFFSET_OCTETS,
                        header,
                        "Content-Length: " + promised,
                        "",
                        ""));
        socket.getOutputStream().write(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        socket.getOutputStream().write(some);
        socket.getOutputStream().flush();
        return socket;
    }

    public Receipt receipt(Answer answer, Sha256 about) throws Failure {
        return Receipt.verified(answer.as(SignedDocument.class), receiptKey, about);
    }

    public Receipt headerReceipt(Answer answer, Sha256 about) throws Failure {
        byte[] json = Base64.getUrlDecoder().decode(answer.header(Wire.RECEIPT));
        return Receipt.verified(Json.read(json, SignedDocument.class), receiptKey, about);
    }

    private static RequestBody sealed(byte[] bytes) {
        return RequestBody.create(bytes, MediaType.get(Wire.SEALED));
    }
}
