package org.umbral.clinic;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who is written to when an emergency waits, and which server takes the mail.
 *
 * @param user empty where the server asks for none; else {@code passwordFile} holds the password in its first line
 */
public record AlertMailSettings(
        List<String> to, String from, String server, int port, Secured secured, String user, String passwordFile) {
    private static final Pattern SERVER = Pattern.compile("([A-Za-z0-9.-]+):(\\d{1,5})");
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1");

    public AlertMailSettings {
        to = List.copyOf(to);
        if (secured == Secured.NONE && !THIS_MACHINE.contains(server)) {
            throw new IllegalArgumentException("a mail goes in the clear only to a server on this machine");
        }
        Stream.concat(Stream.of(from), to.stream()).forEach(AlertMailSettings::requireAddress);
        if (user.isEmpty() != passwordFile.isEmpty()) {
            throw new IllegalArgumentException("a user has a password");
        }
    }

    private static void requireAddress(String address) {
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException("a mail has addresses", e);
        }
    }

    /** What keeps the way to the server secret. */
    public enum Secured {
        STARTTLS,
        TLS,
        NONE
    }

    /** Empty where nobody is written to; {@code IllegalArgumentException} where a value is none that it can be. */
    static Optional<AlertMailSettings> of(Properties properties, List<String> to) {
        if (to.isEmpty()) {
            return Optional.empty();
        }
        Matcher server =
                SERVER.matcher(properties.getProperty("alert.mail.server").strip());
        if (!server.matches()) {
            throw new IllegalArgumentException("a server is a name and a port");
        }
        return Optional.of(new AlertMailSettings(
                to,
                properties.getProperty("alert.mail.from").strip(),
                server.group(1),
                Integer.parseInt(server.group(2)),
                Secured.valueOf(
                        properties.getProperty("alert.mail.secured").strip().toUpperCase(Locale.ROOT)),
                properties.getProperty("alert.mail.user").strip(),
                properties.getProperty("alert.mail.password.file").strip()));
    }
}
