package org.umbral.clinic;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.TryAgain;

/**
 * What a clinic's administrator decides, from {@code clinic.properties} in its folder and the environment.
 *
 * @param apiPort that phones deliver to; 0 takes a free one, for tests and practice
 * @param addresses up to three under which phones reach it; none means this machine only
 * @param pagesPort that staff browse; 0 takes a free one
 * @param pagesBind address that the pages listen on
 * @param pagesHosts names that browsers may use beside loopback
 * @param pagesBehindTls whether a proxy before the pages gives TLS
 * @param alertCommand program and words; none where nobody is called
 * @param alertMail empty where nobody is written to
 * @param passphraseMillis how long one passphrase takes to check, when it is made
 * @param reached whose key phones meet
 */
public record ClinicSettings(
        int apiPort,
        List<String> addresses,
        int pagesPort,
        String pagesBind,
        List<String> pagesHosts,
        boolean pagesBehindTls,
        List<String> alertCommand,
        Optional<AlertMailSettings> alertMail,
        ZoneId zone,
        long passphraseMillis,
        Reached reached) {
    static final String FILE = "clinic.properties";
    private static final int MOST_ADDRESSES = 3;
    private static final int LAST_PORT = 65_535;

    public ClinicSettings {
        addresses = List.copyOf(addresses);
        pagesHosts = List.copyOf(pagesHosts);
        alertCommand = List.copyOf(alertCommand);
    }

    /** Whose TLS key phones meet at the addresses. */
    public enum Tls {
        /** One that Umbral made; phones know it by its print, so that any address will do. */
        OWN,
        /** One with a certificate for a public name, in files. */
        CERTIFICATE,
        /** That of another program before it, for a public name; Umbral listens without TLS on this machine only. */
        PROXY
    }

    /** @param name public host name; empty with an own key */
    public record Reached(Tls tls, String name, String certificate, String key) {
        static final Reached BY_OWN_KEY = new Reached(Tls.OWN, "", "", "");
    }

    /** With a key that Umbral makes, and no mail. */
    public ClinicSettings(
            int apiPort,
            List<String> addresses,
            int pagesPort,
            String pagesBind,
            List<String> pagesHosts,
            boolean pagesBehindTls,
            List<String> alertCommand,
            ZoneId zone,
            long passphraseMillis) {
        this(
                apiPort,
                addresses,
                pagesPort,
                pagesBind,
                pagesHosts,
                pagesBehindTls,
                alertCommand,
                Optional.empty(),
                zone,
                passphraseMillis,
                Reached.BY_OWN_KEY);
    }

    /** Free ports on loopback, no alert. */
    public static ClinicSettings practice(ZoneId zone, long passphraseMillis) {
        return new ClinicSettings(0, List.of(), 0, "127.0.0.1", List.of(), false, List.of(), zone, passphraseMillis);
    }

    /**
     * Reads the folder's file, which is written with its comments the first time. {@code AskThePerson("settings-wrong")}
     * where a value is none that it can be.
     */
    public static ClinicSettings read(Path folder, Map<String, String> environment) throws AskThePerson, TryAgain {
        Properties properties = new Properties();
        try (InputStream usual = usual()) {
            properties.load(usual);
            Path file = folder.resolve(FILE);
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                try (InputStream commented = usual()) {
                    Files.copy(commented, file);
                }
            }
            try (Reader own = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(own);
            }
        } catch (IOException e) {
            throw new TryAgain("settings-unreadable", e);
        }
        properties.stringPropertyNames().forEach(name -> {
            String set =
                    environment.get("UMBRAL_" + name.toUpperCase(Locale.ROOT).replace('.', '_'));
            if (set != null) {
                properties.setProperty(name, set);
            }
        });
        return of(properties);
    }

    private static ClinicSettings of(Properties properties) throws AskThePerson {
        try {
            ClinicSettings settings = new ClinicSettings(
                    port(properties, "api.port"),
                    words(properties, "api.addresses"),
                    port(properties, "pages.port"),
                    properties.getProperty("pages.bind").strip(),
                    words(properties, "pages.hosts"),
                    Boolean.parseBoolean(
                            properties.getProperty("pages.behind.tls").strip()),
                    words(properties, "alert.command"),
                    AlertMailSettings.of(properties, words(properties, "alert.mail.to")),
                    ZoneId.of(properties.getProperty("zone").strip()),
                    Long.parseLong(properties.getProperty("passphrase.millis").strip()),
                    reached(properties));
            if (settings.addresses.size() > MOST_ADDRESSES
                    || !settings.addresses.stream().allMatch(address -> address.startsWith("https://"))) {
                throw new AskThePerson("settings-wrong");
            }
            return settings;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new AskThePerson("settings-wrong", e);
        }
    }

    private static Reached reached(Properties properties) {
        Tls tls = Tls.valueOf(properties.getProperty("api.tls").strip().toUpperCase(Locale.ROOT));
        Reached reached = new Reached(
                tls,
                properties.getProperty("api.name").strip(),
                properties.getProperty("api.certificate").strip(),
                properties.getProperty("api.key").strip());
        boolean named = tls == Tls.OWN || !reached.name.isEmpty();
        boolean kept = tls != Tls.CERTIFICATE || !reached.certificate.isEmpty() && !reached.key.isEmpty();
        if (!named || !kept) {
            throw new IllegalArgumentException("a name and its files belong together");
        }
        return reached;
    }

    private static int port(Properties properties, String name) {
        int port = Integer.parseInt(properties.getProperty(name).strip());
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port is from 0 to 65535");
        }
        return port;
    }

    private static List<String> words(Properties properties, String name) {
        return Stream.of(properties.getProperty(name).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static InputStream usual() {
        InputStream in = ClinicSettings.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new Bug("the usual settings are in the jar");
        }
        return in;
    }
}
