package org.umbral.clinic;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.umbral.clinic.receive.EmergencyAlert;

/**
 * Writes to somebody that an emergency waits, and nothing of the case. Sent by the executor; a server that does not take it
 * is said in the log.
 */
record AlertMail(AlertMailSettings settings, ConsoleWords words, Executor executor, Clock clock)
        implements EmergencyAlert.Call {
    private static final System.Logger LOG = System.getLogger(AlertMail.class.getName());
    private static final String MILLIS = "10000";

    @Override
    public void call() {
        executor.execute(() -> {
            try {
                send();
            } catch (MessagingException | IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the mail of an emergency was not taken by its server");
            }
        });
    }

    private void send() throws MessagingException, IOException {
        String password = password();
        Session session = Session.getInstance(properties(), new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), password);
            }
        });
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(settings.from(), true));
        for (String one : settings.to()) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(one, true));
        }
        String charset = StandardCharsets.UTF_8.name();
        mail.setSubject(words.say("alert.subject"), charset);
        mail.setText(words.say("alert.text"), charset);
        mail.setSentDate(Date.from(clock.instant()));
        Transport.send(mail);
    }

    private String password() throws IOException {
        if (settings.passwordFile().isEmpty()) {
            return "";
        }
        try (BufferedReader file = Files.newBufferedReader(Path.of(settings.passwordFile()))) {
            return Objects.requireNonNullElse(file.readLine(), "").strip();
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.server());
        // A colleague whose address is gone does not keep it from the others.
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        boolean startTls = settings.secured() == AlertMailSettings.Secured.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        boolean tls = settings.secured() == AlertMailSettings.Secured.TLS;
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, MILLIS);
        }
        return properties;
    }
}
