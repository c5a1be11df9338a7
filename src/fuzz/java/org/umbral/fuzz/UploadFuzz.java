package org.umbral.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.receive.Quotas;
import org.umbral.shared.Failure;

/** What a phone may ask of the real routes, with any header values and any body: never an answer of 500 or none. */
public final class UploadFuzz {
    private static final String[] METHODS = {"POST", "HEAD", "PATCH", "DELETE", "OPTIONS", "PUT", "GET"};
    private static final String[] PATHS = {
        "/v1/evidence/" + "ab".repeat(32),
        "/v1/evidence/" + "cd".repeat(32),
        "/v1/envelopes/" + "ab".repeat(32),
        "/v1/have",
        "/v1/mail?after=",
        "/v1/devices",
        "/v1/evidence/"
    };
    private static final String[] HEADERS = {
        "Tus-Resumable",
        "Upload-Offset",
        "Upload-Length",
        "Upload-Metadata",
        "Content-Type",
        "Umbral-Lane",
        "Umbral-Undelivered",
        "X-HTTP-Method-Override",
        "Range"
    };
    private static final String[] VALUES = {
        "1.0.0", "0", "7", "9223372036854775807", "-1", "application/offset+octet-stream", "emergency", "2 3"
    };
    private static final int MOST_HEADERS = 6;
    private static final int MOST_TEXT = 64;
    private static final int TRIES = 10;
    private static final int WAITED_MS = 60_000;

    private UploadFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(FuzzedDataProvider input) {
        String path = input.pickValue(PATHS);
        StringBuilder head =
                new StringBuilder(input.pickValue(METHODS)).append(' ').append(path);
        head.append(path.endsWith("=") || path.endsWith("/") ? token(input) : "")
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        head.append("Authorization: Bearer ").append(Server.ONE.phone.token).append("\r\nConnection: close\r\n");
        if (input.consumeInt(0, 9) > 0) {
            head.append("Tus-Resumable: 1.0.0\r\n");
        }
        for (int i = input.consumeInt(0, MOST_HEADERS); i > 0; i--) {
            String value = input.consumeBoolean() ? input.pickValue(VALUES) : printable(input);
            head.append(input.pickValue(HEADERS)).append(": ").append(value).append("\r\n");
        }
        byte[] body = input.consumeRemainingAsBytes();
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        Contract.holds(() -> ask(head.toString(), body));
    }

    private static void ask(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Server.ONE.clinic.server.port())) {
            socket.setSoTimeout(WAITED_MS);
            OutputStream out = socket.getOutputStream();
            String answer;
            try {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            } catch (java.net.SocketException e) {
                // Refused before the body was read, and the connection with it.
                return;
            }
            if (!answer.matches("HTTP/1\\.1 [1-4][0-9][0-9]")) {
                throw new IllegalStateException("answered: " + answer + " to " + head);
            }
        }
    }

    private static String token(FuzzedDataProvider input) {
        return input.consumeAsciiString(MOST_TEXT).replaceAll("[^!-~]", "x");
    }

    private static String printable(FuzzedDataProvider input) {
        return input.consumeString(MOST_TEXT).replaceAll("[\\p{Cntrl}\\u0100-\\uffff]", " ");
    }

    /** The real server with its store in a folder, for as long as the process lives. */
    private static final class Server {
        static final Server ONE = new Server();
        final ClinicUnderTest clinic;
        final PhoneUnderTest phone;

        Server() {
            try {
                Quotas.Pace any = new Quotas.Pace(1000, Integer.MAX_VALUE, Integer.MAX_VALUE);
                clinic = ClinicUnderTest.plain(
                        Files.createTempDirectory("umbral-fuzz"), new Quotas(1L << 40, Integer.MAX_VALUE, 64, any));
                phone = joined();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** While classes are being changed the first answers take longer than a client waits. */
        private PhoneUnderTest joined() throws Failure, IOException {
            for (int tries = 1; ; tries++) {
                try {
                    return clinic.join();
                } catch (SocketTimeoutException slow) {
                    if (tries == TRIES) {
                        throw slow;
                    }
                }
            }
        }
    }
}
