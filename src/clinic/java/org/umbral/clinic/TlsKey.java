package org.umbral.clinic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * The server's TLS key and a certificate that it signed itself, made by the JDK's keytool. Phones know the key by its
 * print, so that neither a name nor a date nor an authority matters. Immutable.
 */
public final class TlsKey {
    private static final String ALIAS = "umbral";
    // Guards nothing: the file is readable by the service's user alone, and PKCS12 wants a password.
    static final String PASSWORD = "umbral-tls";

    private final Path file;
    private final Sha256 spki;

    private final Instant ends;

    private TlsKey(Path file, Sha256 spki, Instant ends) {
        this.file = file;
        this.spki = spki;
        this.ends = ends;
    }

    /** Runs a command to its end and returns its exit code. */
    @FunctionalInterface
    public interface Keytool {
        int run(List<String> command) throws IOException;
    }

    /**
     * Reads {@code tls.p12} in this folder; the first time it is made. {@code TryAgain("tls-key-not-made")}, {@code
     * TryAgain("tls-key-unreadable")}.
     */
    public static TlsKey open(Path folder, Keytool keytool) throws TryAgain {
        Path file = folder.resolve("tls.p12");
        if (!Files.exists(file)) {
            make(file, keytool);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            X509Certificate certificate = (X509Certificate) store.getCertificate(ALIAS);
            return new TlsKey(
                    file,
                    Sha256.of(certificate.getPublicKey().getEncoded()),
                    certificate.getNotAfter().toInstant());
        } catch (IOException | GeneralSecurityException e) {
            throw new TryAgain("tls-key-unreadable", e);
        }
    }

    Path file() {
        return file;
    }

    /** SHA-256 of the public key (SubjectPublicKeyInfo); phones accept its first 16 bytes. */
    public Sha256 spki() {
        return spki;
    }

    /** When its certificate runs out; phones that know the key do not mind. */
    public Instant ends() {
        return ends;
    }

    private static void make(Path file, Keytool keytool) throws TryAgain {
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
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new TryAgain("tls-key-not-made", e);
        }
    }
}
