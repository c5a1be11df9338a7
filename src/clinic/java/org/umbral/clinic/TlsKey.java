package org.umbral.clinic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * The server's TLS key and a certificate that it signed itself, made by the JDK's keytool. Phones know the key by its
 * print, so that neither a name nor a date nor an authority matters; or what a certificate authority gave for a clinic with
 * a public name. Immutable.
 */
public final class TlsKey {
    private static final String ALIAS = "umbral";
    // Guards nothing: the file is readable by the service's user alone, and PKCS12 wants a password.
    static final String PASSWORD = "umbral-tls";

    private final KeyStore keys;
    private final X509Certificate certificate;

    private TlsKey(KeyStore keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** Runs a command to its end and returns its exit code. */
    @FunctionalInterface
    public interface Keytool {
        int run(List<String> command) throws IOException;
    }

    /**
     * Reads {@code tls.p12} in this folder; the first time it is made. What was read survives a power cut. {@code
     * TryAgain("tls-key-not-made")}, {@code TryAgain("tls-key-unreadable")}.
     */
    public static TlsKey open(Path folder, Disk disk, Keytool keytool) throws TryAgain {
        Path file = folder.resolve("tls.p12");
        if (!Files.exists(file)) {
            make(file, disk, keytool);
        }
        try (InputStream in = Files.newInputStream(file)) {
            // Also of a key that was there: whoever made it may have been killed before this.
            disk.force(folder);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return new TlsKey(store, (X509Certificate) store.getCertificate(ALIAS));
        } catch (IOException | GeneralSecurityException e) {
            throw new TryAgain("tls-key-unreadable", e);
        }
    }

    /**
     * Reads what a certificate authority gave: the chain and its key as PEM files (PKCS #8, as certbot writes them). {@code
     * TryAgain("certificate-unreadable")}.
     */
    public static TlsKey ofCertificate(Path chain, Path key) throws TryAgain {
        try (InputStream in = Files.newInputStream(chain)) {
            Certificate[] certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(new Certificate[0]);
            X509Certificate first = (X509Certificate) certificates[0];
            String pem = Files.readString(key, StandardCharsets.US_ASCII)
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
            PrivateKey secret = KeyFactory.getInstance(first.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, secret, PASSWORD.toCharArray(), certificates);
            return new TlsKey(store, first);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new TryAgain("certificate-unreadable", e);
        }
    }

    KeyStore keys() {
        return keys;
    }

    /** SHA-256 of the public key (SubjectPublicKeyInfo); phones accept its first 16 bytes. */
    public Sha256 spki() {
        return Sha256.of(certificate.getPublicKey().getEncoded());
    }

    /** When its certificate runs out; phones that know the key do not mind. */
    public Instant ends() {
        return certificate.getNotAfter().toInstant();
    }

    private static void make(Path file, Disk disk, Keytool keytool) throws TryAgain {
        Path beside = file.resolveSibling("tls.p12.new");
        try {
            Files.deleteIfExists(beside);
            int exit = keytool.run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=umbral",
                    "-validity",
                    "36500",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    beside.toString(),
                    "-storepass",
                    PASSWORD));
            if (exit != 0) {
                throw new TryAgain("tls-key-not-made");
            }
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
            disk.force(beside);
            disk.move(beside, file);
        } catch (IOException e) {
            throw new TryAgain("tls-key-not-made", e);
        }
    }
}
