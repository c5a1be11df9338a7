package org.umbral.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.umbral.clinic.mrz.Mrz;
import org.umbral.shared.AskThePerson;

/** What browsers send to the clinic's pages, made wrong: cookies, forms, forms in parts; and machine-readable lines. */
public final class MutatedRequests implements AutoCloseable {
    private static final List<byte[]> DICTIONARY = Stream.of(
                    "%",
                    "%zz",
                    "%00",
                    "&",
                    "=",
                    ";",
                    "\"",
                    "\r\n",
                    "\r\n\r\n",
                    "--cut",
                    "--cut--",
                    "<",
                    "../",
                    "null",
                    "token=",
                    "session=",
                    "\u0000",
                    "Content-Length: 0",
                    "Content-Length: 99999999999999999999",
                    "Transfer-Encoding: chunked",
                    "Content-Type: multipart/form-data",
                    "boundary=",
                    "filename=\"a\"",
                    "I<UTO",
                    "P<UTO",
                    "0000000000",
                    "9".repeat(50))
            .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
            .toList();
    private static final List<byte[]> LINES = Stream.of(
                    "P<UTOFICTICIO<PRUEBA<<ANA<MARIA<<<<<<<<<<<<<\nX0000001<4UTO8503172F3001019<<<<<<<<<<<<<<<2",
                    "I<UTOX000000017<<<<<<<<<<<<<<<\n8503172F3001019UTO<<<<<<<<<<<0\nFICTICIO<<ANA<<<<<<<<<<<<<<<<<<",
                    "V<UTOFICTICIO<<ANA<<<<<<<<<<<<<<<<<<\nX0000001<4UTO8503172F3001019<<<<<<<<")
            .map(lines -> lines.getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final int WAITED_MS = 20_000;
    /** 501 and 505 answer what is no HTTP that the server speaks. */
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 ([1-4]\\d\\d|501|505) ");

    private static final double LEAST_ANSWERED = 0.8;
    private static final int OK = 200;

    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor().loggedIn(clinic);
    private int answered;

    public static void machineReadableLines(long seed, int count) {
        new Mutations(seed, LINES, DICTIONARY)
                .hold(count, AskThePerson.class, input -> Mrz.read(new String(input, StandardCharsets.UTF_8), TODAY));
    }

    /**
     * None is answered with 500, which is what the pages make of anything that nobody declared; most are answered, though
     * some are no request any more; and after all of them the pages are there.
     */
    public void hold(long seed, int count) {
        int before = answered;
        new Mutations(seed, right(), DICTIONARY).hold(count, SocketException.class, this::ask);
        if (answered - before < count * LEAST_ANSWERED) {
            throw new AssertionError("answered " + (answered - before) + " of " + count);
        }
        int after = new WebVisitor().get(clinic.url("/login")).status();
        if (after != OK) {
            throw new AssertionError("after all of them: " + after);
        }
    }

    private List<byte[]> right() {
        String id = clinic.main.id().text();
        String form = "token=" + visitor.token(clinic.url("/me")) + "&text=Una+pregunta+ficticia&about=&q=Ana";
        String lines =
                "&lines=" + URLEncoder.encode(new String(LINES.get(0), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String edit = "&known=STAFF&PER-02=Ana&PER-05=Ficticia";
        String mrz = "/case/" + id + "/photo/" + clinic.firstPhoto.hex() + "/mrz";
        String parts =
                ("--cut\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + visitor.token(clinic.url("/me"))
                        + "\r\n--cut\r\nContent-Disposition: form-data; name=\"text\"; filename=\"a.txt\"\r\n\r\nUna pregunta\r\n--cut--\r\n");
        return Stream.of(
                        get("/queue"),
                        get("/case/" + id),
                        get("/login?name=Berta&next=%2Fqueue"),
                        post("/search", "application/x-www-form-urlencoded", form),
                        post("/login", "application/x-www-form-urlencoded", form + "&name=Berta&passphrase=x"),
                        post("/language", "application/x-www-form-urlencoded", form + "&language=es"),
                        post("/case/" + id + "/question", "application/x-www-form-urlencoded", form),
                        post(mrz, "application/x-www-form-urlencoded", form + lines),
                        post("/case/" + id + "/edit/person/ana", "application/x-www-form-urlencoded", form + edit),
                        post("/case/" + id + "/question", "multipart/form-data; boundary=cut", parts),
                        post("/search", "multipart/form-data; boundary=cut", parts))
                .map(request -> request.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + head() + "\r\n";
    }

    private String post(String path, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\n" + head() + "Content-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private String head() {
        return "Host: 127.0.0.1:" + clinic.port() + "\r\nConnection: close\r\nCookie: " + visitor.cookieHeader()
                + "\r\n";
    }

    private void ask(byte[] request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(WAITED_MS);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (answer.isEmpty()) {
                return;
            }
            if (!ANSWER.matcher(answer).lookingAt() || answer.contains("HTTP/1.1 500")) {
                throw new IllegalStateException("answered " + answer.lines().findFirst());
            }
            answered++;
        }
    }

    /** Refused bytes are an answer; a refused connection is a server that is gone. */
    private Socket connect() throws IOException {
        try {
            return new Socket("127.0.0.1", clinic.port());
        } catch (ConnectException e) {
            throw new IllegalStateException("nobody listens", e);
        }
    }

    @Override
    public void close() {
        clinic.close();
    }
}
