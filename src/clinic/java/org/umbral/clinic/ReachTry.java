package org.umbral.clinic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Wire;

/**
 * Goes the way that a phone goes, from this machine: name, port, key, answer. Says each step, and at the first that fails
 * what to look at.
 */
final class ReachTry {
    private static final int MILLIS = 5000;
    private static final int USUAL_PORT = 443;
    private static final int HEAD = 4096;

    /** Whether every address leads to this clinic. */
    boolean run(Path folder, ClinicSettings settings, ConsoleWords words, Consumer<String> out) throws TryAgain {
        if (settings.addresses().isEmpty()) {
            out.accept(words.say("try.none"));
            return false;
        }
        boolean all = true;
        for (String address : settings.addresses()) {
            out.accept(words.say("try.address", address));
            all &= new One(URI.create(address), folder, settings, words, out).reaches();
        }
        out.accept(words.say(all ? "try.good" : "try.bad"));
        return all;
    }

    private record One(URI address, Path folder, ClinicSettings settings, ConsoleWords words, Consumer<String> out) {
        boolean reaches() throws TryAgain {
            String port = Integer.toString(address.getPort() < 0 ? USUAL_PORT : address.getPort());
            InetAddress machine;
            try {
                machine = InetAddress.getByName(address.getHost());
                say("try.name", machine.getHostAddress());
            } catch (UnknownHostException e) {
                return no("try.name.no", address.getHost());
            }
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(machine, Integer.parseInt(port)), MILLIS);
                socket.setSoTimeout(MILLIS);
                say("try.port", port);
                return answers(socket);
            } catch (IOException e) {
                return no("try.port.no", port);
            }
        }

        private boolean answers(Socket socket) throws TryAgain {
            boolean own = settings.reached().tls() == ClinicSettings.Tls.OWN;
            try (SSLSocket tls =
                    (SSLSocket) factory(own).createSocket(socket, address.getHost(), socket.getPort(), true)) {
                if (!own) {
                    SSLParameters named = tls.getSSLParameters();
                    named.setEndpointIdentificationAlgorithm("HTTPS");
                    tls.setSSLParameters(named);
                }
                tls.startHandshake();
                say(own ? "try.key" : "try.certificate");
                return isTheClinic(tls);
            } catch (IOException | GeneralSecurityException e) {
                return no(own ? "try.key.no" : "try.certificate.no");
            }
        }

        /** With an own key that one key and nothing else, as phones do. */
        private SSLSocketFactory factory(boolean own) throws GeneralSecurityException, TryAgain {
            if (!own) {
                return (SSLSocketFactory) SSLSocketFactory.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            Sha256 key = TlsKey.open(folder, new Disk(), command -> 1).spki();
            context.init(null, new TrustManager[] {new OneKey(key)}, null);
            return context.getSocketFactory();
        }

        private boolean isTheClinic(SSLSocket tls) throws IOException {
            String request =
                    "GET " + Wire.CLINIC + " HTTP/1.1\r\nHost: " + address.getHost() + "\r\nConnection: close\r\n\r\n";
            tls.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            tls.getOutputStream().flush();
            String head = new String(tls.getInputStream().readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            if (head.toLowerCase(Locale.ROOT).contains("\r\n" + Wire.EPOCH.toLowerCase(Locale.ROOT) + ":")) {
                say("try.clinic");
                return true;
            }
            return no("try.clinic.no");
        }

        private void say(String key, Object... with) {
            out.accept(words.say(key, with));
        }

        private boolean no(String key, Object... with) {
            say(key, with);
            return false;
        }
    }

    private record OneKey(Sha256 key) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("nobody shows a certificate here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (!Sha256.of(chain[0].getPublicKey().getEncoded()).equals(key)) {
                throw new CertificateException("another key");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
