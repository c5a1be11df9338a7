package org.umbral.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.umbral.phone.Intake;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;

/** The bench of the screens over a phone that writes a real journal and seals real files; its vault is open. */
public class JournalBench extends ScreenBench {
    public final TestPhone phone;

    public JournalBench(Locale locale, TestPhone phone) {
        super(locale, folder(phone));
        this.phone = phone;
        vault = Vault.OPEN;
    }

    private static Path folder(TestPhone phone) {
        try {
            return Files.createDirectories(phone.core.captures());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unlock(Passphrase passphrase) throws Failure {
        phone.vault = phone.core.vaults().unlock(passphrase);
        phone.intake = phone.core.intake(phone.vault);
        vault = Vault.OPEN;
    }

    @Override
    public void lock() {
        phone.intake.close();
        phone.core.vaults().lock();
        super.lock();
    }

    @Override
    public Intake intake() {
        return phone.intake;
    }

    @Override
    public Outbox outbox() {
        return phone.core.outbox();
    }

    @Override
    public Clock clock() {
        return phone.clock;
    }

    @Override
    public void close() {
        super.close();
        phone.close();
    }
}
