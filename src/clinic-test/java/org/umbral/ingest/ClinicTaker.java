package org.umbral.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.umbral.ingest.Cases.Sealed;
import org.umbral.ingest.LeanClient.Answer;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Wire;

/** The clinic: words by {@code PUT}, photos by tus in one request, each answered with a signed receipt. */
record ClinicTaker(ServerChild child, VerifyingKey receiptKey) implements Taker {
    private static final SecureRandom RANDOM = new SecureRandom();

    static ClinicTaker of(ServerChild child) throws IOException {
        return new ClinicTaker(child, new VerifyingKey(child.ask(IngestServer.RECEIPT_KEY)));
    }

    @Override
    public Phone sender() throws IOException, Failure {
        EnrolRequest join = new EnrolRequest(
                child.ask(IngestServer.INVITE),
                SigningKey.generate(RANDOM).verifyingKey().text(),
                OpeningKey.generate(RANDOM).sealingKey().text(),
                "0.1.0");
        String token = Json.read(posted(join), EnrolAnswer.class).token();
        return new Phone(new LeanClient(child.port()), receiptKey, Wire.AUTHORIZATION + ": Bearer " + token + "\r\n");
    }

    private byte[] posted(EnrolRequest join) throws IOException {
        HttpURLConnection devices = (HttpURLConnection) URI.create("http://127.0.0.1:" + child.port() + Wire.DEVICES)
                .toURL()
                .openConnection();
        devices.setDoOutput(true);
        devices.setRequestProperty("Content-Type", Wire.JSON);
        devices.getOutputStream().write(Json.write(join));
        try (InputStream in = devices.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** A phone that joined through the API. */
    static final class Phone implements Sender {
        private final LeanClient client;
        private final VerifyingKey receiptKey;
        private final String authorization;
        private final Map<Sha256, byte[]> receipts = new HashMap<>();

        private Phone(LeanClient client, VerifyingKey receiptKey, String authorization) {
            this.client = client;
            this.receiptKey = receiptKey;
            this.authorization = authorization;
        }

        @Override
        public void deliver(Sealed sealed) throws IOException {
            Answer answer = sealed.photo() ? photo(sealed) : words(sealed);
            if (answer.status() != 201) {
                throw new IOException("the clinic said " + answer.status());
            }
            receipts.put(
                    sealed.name(),
                    sealed.photo()
                            ? answer.headers()
                                    .getOrDefault("umbral-receipt", "")
                                    .getBytes(StandardCharsets.US_ASCII)
                            : answer.body());
        }

        private Answer words(Sealed sealed) throws IOException {
            return client.send(
                    "PUT",
                    Wire.ENVELOPES + sealed.name(),
                    authorization + "Content-Type: " + Wire.SEALED + "\r\n",
                    sealed.bytes());
        }

        private Answer photo(Sealed sealed) throws IOException {
            String headers = authorization + "Tus-Resumable: " + Wire.TUS_VERSION + "\r\nUpload-Length: "
                    + sealed.bytes().length + "\r\nContent-Type: " + Wire.OFFSET_OCTETS + "\r\n";
            return client.send("POST", Wire.EVIDENCE + sealed.name(), headers, sealed.bytes());
        }

        @Override
        public void check(List<Sealed> delivered) throws Failure {
            for (Sealed sealed : delivered) {
                byte[] json = receipts.getOrDefault(sealed.name(), new byte[0]);
                SignedDocument signed =
                        Json.read(sealed.photo() ? Base64.getUrlDecoder().decode(json) : json, SignedDocument.class);
                if (Receipt.verified(signed, receiptKey, sealed.name()).size() != sealed.bytes().length) {
                    throw new GiveUp("a receipt of another size");
                }
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
