package org.umbral.phone.sync;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.umbral.shared.Sha256;

/**
 * Accepts exactly a leaf whose public key (SubjectPublicKeyInfo) is in the invitation's set. That replaces chain, name
 * and date checks (design §5), so it holds with a self-signed clinic and a wrong clock. The handshake itself proves that
 * the other side has the key.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final Set<String> prints;

    PinnedTrust(Set<String> prints) {
        this.prints = Set.copyOf(prints);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length == 0
                || !prints.contains(Peer.text(
                        Sha256.of(chain[0].getPublicKey().getEncoded()).print()))) {
            throw new CertificateException("a foreign key");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this end is never a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
