package org.umbral.clinic;

import java.util.Optional;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What listens for phones: with a TLS key on every interface, without one on plain loopback only. */
final class Connectors {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ANY = "0.0.0.0";
    /** So much of a photo is taken from a connection at a time. */
    private static final int READ_BYTES = 32 * 1024;
    /**
     * Java's own switch, read where a context is made. Off, the clinic keeps what a session was and a phone that comes again
     * names it in 32 bytes; on, the phone would carry all of it, with Java 17 some 600 bytes at every connection of a bad link.
     */
    private static final String PHONES_CARRY_SESSIONS = "jdk.tls.server.enableSessionTicketExtension";
    /** Java would keep 20,000; whoever is forgotten says hello in full. */
    private static final int SESSIONS = 2_000;

    private Connectors() {}

    static ServerConnector of(Server server, HttpConfiguration http, int port, Optional<TlsKey> tls) {
        ServerConnector connector =
                tls.map(key -> secured(server, http, key)).orElseGet(() -> new ServerConnector(server, http1(http)));
        connector.setHost(tls.isPresent() ? ANY : LOOPBACK);
        connector.setPort(port);
        return connector;
    }

    private static HttpConnectionFactory http1(HttpConfiguration http) {
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(READ_BYTES);
        return factory;
    }

    private static ServerConnector secured(Server server, HttpConfiguration plain, TlsKey tls) {
        HttpConfiguration http = new HttpConfiguration(plain);
        http.addCustomizer(new SecureRequestCustomizer(false));
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol("http/1.1");
        return new ServerConnector(
                server,
                new SslConnectionFactory(secrets(tls), alpn.getProtocol()),
                alpn,
                new HTTP2ServerConnectionFactory(http),
                http1(http));
    }

    private static SslContextFactory.Server secrets(TlsKey tls) {
        System.getProperties().putIfAbsent(PHONES_CARRY_SESSIONS, "false");
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStore(tls.keys());
        ssl.setKeyStorePassword(TlsKey.PASSWORD);
        ssl.setSniRequired(false);
        ssl.setSslSessionCacheSize(SESSIONS);
        return ssl;
    }
}
