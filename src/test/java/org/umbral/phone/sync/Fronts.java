package org.umbral.phone.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/** Two ways to reach a {@link FakeClinic}: HTTP/2 over TLS, and a plain loopback that reads a body as it comes. */
final class Fronts {
    private Fronts() {}

    static MockWebServer tls(FakeClinic clinic, HeldCertificate certificate) throws IOException {
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    Map<String, String> headers = new TreeMap<>();
                    request.getHeaders()
                            .forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
                    FakeClinic.Call call = new FakeClinic.Call(request.getMethod(), request.getTarget(), headers);
                    byte[] body = request.getBody() == null
                            ? new byte[0]
                            : request.getBody().toByteArray();
                    FakeClinic.Reply reply = clinic.handle(call, new ByteArrayInputStream(body));
                    MockResponse.Builder built = new MockResponse.Builder()
                            .code(reply.status())
                            .body(new Buffer().write(call.method().equals("HEAD") ? new byte[0] : reply.body()));
                    if (reply.status() == 204) {
                        built.removeHeader("content-length");
                    }
                    reply.headers().forEach(built::setHeader);
                    return built.build();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    static HttpServer plain(FakeClinic clinic, ExecutorService threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(clinic, exchange));
        server.start();
        return server;
    }

    /** An exception closes the connection, with what was not yet read. */
    private static void serve(FakeClinic clinic, HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        FakeClinic.Call call = new FakeClinic.Call(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers);
        FakeClinic.Reply reply = clinic.handle(call, exchange.getRequestBody());
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean hasBody = reply.body().length > 0 && !call.method().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), hasBody ? reply.body().length : -1);
        if (hasBody) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(reply.body());
            }
        }
        exchange.close();
    }

    static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String address(MockWebServer server) {
        return "https://127.0.0.1:" + server.getPort();
    }
}
