package org.umbral.phone.sync;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;

/**
 * The HTTP client of one clinic. Retries, redirects and proxies' guesses are off: what was sent is known. HTTP/2 where
 * offered; a ping every 15 s finds a dead connection, and lets one live through 10 s of silence. Thread-safe.
 */
final class ClinicLine {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(30);
    private static final Duration PING = Duration.ofSeconds(15);
    private static final int MOST_AT_ONCE = 80;
    /** A page of mail may hold a catalogue; nothing that the clinic says is longer. */
    private static final long LONGEST_ANSWER = 8 << 20;

    private final Peer peer;
    private final OkHttpClient client;
    private final Runnable connecting;
    private volatile int address;
    private volatile boolean manyAtOnce;

    /** @param connecting told, on a worker's thread, before each connection is made */
    ClinicLine(Peer peer, ExecutorService workers, Runnable connecting) {
        this.peer = peer;
        this.connecting = connecting;
        Dispatcher dispatcher = new Dispatcher(workers);
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .socketFactory(new ShortSendBuffer())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(NO_PROGRESS)
                .writeTimeout(NO_PROGRESS)
                .pingInterval(PING)
                .eventListenerFactory(call -> new Watch());
        client = checked(builder, peer).build();
    }

    private static OkHttpClient.Builder checked(OkHttpClient.Builder builder, Peer peer) {
        if (!peer.tlsPrints().isEmpty()) {
            PinnedTrust trust = new PinnedTrust(peer.tlsPrints());
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {trust}, null);
                return builder.sslSocketFactory(context.getSocketFactory(), trust)
                        .hostnameVerifier((host, session) -> true);
            } catch (GeneralSecurityException e) {
                throw new Bug("every Java platform has TLS", e);
            }
        }
        String name = peer.tlsHostName();
        if (name != null) {
            HostnameVerifier strict = builder.build().hostnameVerifier();
            builder.hostnameVerifier((host, session) -> strict.verify(name, session));
        }
        return builder;
    }

    Peer peer() {
        return peer;
    }

    /** The clinic's address in use. */
    HttpUrl url() throws GiveUp {
        return peer.address(address);
    }

    void nextAddress() {
        address = (address + 1) % peer.addresses().size();
    }

    /** A connection whose handshake was checked stands ready. */
    boolean isUp() {
        return client.connectionPool().connectionCount() > 0;
    }

    /** HTTP/2: requests share the connection, none waits for another. */
    boolean manyAtOnce() {
        return manyAtOnce;
    }

    /** What becomes of a request; called on a worker's thread, {@code connected} before the request leaves. */
    interface Reply {
        void connected();

        /** All but its body stands in the connection's order now. */
        default void left() {}

        void answered(Answer answer);

        void failed(IOException why);
    }

    void send(Request request, Reply reply) {
        Request tagged = request.newBuilder().tag(Reply.class, reply).build();
        client.newCall(tagged).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                reply.failed(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    reply.answered(whole(response));
                } catch (IOException e) {
                    reply.failed(e);
                }
            }
        });
    }

    /** Waits for the answer, on the caller's thread. */
    Answer ask(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return whole(response);
        }
    }

    private static Answer whole(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LONGEST_ANSWER + 1)) {
            throw new IOException("an answer without end");
        }
        Buffer held = source.getBuffer();
        return new Answer(response.code(), response.headers(), held.readByteArray());
    }

    /** Ends every request and connection at once. */
    void hangUp() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private final class Watch extends EventListener {
        @Override
        public void connectStart(Call call, InetSocketAddress to, Proxy proxy) {
            connecting.run();
        }

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            manyAtOnce = connection.protocol() == Protocol.HTTP_2;
            tell(call, Reply::connected);
        }

        @Override
        public void requestHeadersEnd(Call call, Request request) {
            tell(call, Reply::left);
        }

        private void tell(Call call, Consumer<Reply> what) {
            Reply reply = call.request().tag(Reply.class);
            if (reply != null) {
                what.accept(reply);
            }
        }
    }
}
