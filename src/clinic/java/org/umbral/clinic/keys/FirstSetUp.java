package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StaffRows.Founding;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;

/** Keeps a begun set-up in memory, sealed already, and writes it whole when it is finished. */
final class FirstSetUp implements SetUp {
    private final StaffRows rows;
    private final Founder founder;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;
    private @Nullable Begun begun;

    FirstSetUp(StaffRows rows, Founder founder, Audit audit, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.founder = founder;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    private record Begun(Founding founding, Sheet sheet) {}

    @Override
    public boolean isDone() throws TryAgain {
        return rows.isFounded();
    }

    @Override
    public synchronized RecoverySheet begin(
            String clinicName, String emergencyTelephone, String staffName, Passphrase passphrase)
            throws AskThePerson, TryAgain {
        if (isDone()) {
            throw new AskThePerson("set-up-closed");
        }
        if (clinicName.isBlank() || staffName.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        if (emergencyTelephone.isBlank()) {
            throw new AskThePerson("telephone-missing");
        }
        if (!passphrase.isLongEnough()) {
            throw new AskThePerson("passphrase-too-short");
        }
        try (OpeningKey identity = OpeningKey.generate(random)) {
            Founding founding = founder.found(
                    clinicName.strip(), emergencyTelephone.strip(), staffName.strip(), passphrase, identity);
            Sheet sheet = Sheet.of(identity.sealingKey(), random);
            begun = new Begun(founding, sheet);
            return sheet.printed(clinicName.strip(), Founder.FIRST, LocalDate.now(clock), identity);
        }
    }

    @Override
    public synchronized void finish(List<String> wordsTypedBack) throws AskThePerson, TryAgain {
        if (isDone()) {
            throw new AskThePerson("set-up-closed");
        }
        if (begun == null) {
            throw new AskThePerson("set-up-not-begun");
        }
        begun.sheet().require(wordsTypedBack);
        Founding founding = begun.founding();
        if (!rows.found(founding)) {
            throw new AskThePerson("set-up-closed");
        }
        begun = null;
        audit.append(founding.member().id(), Audit.Action.SET_UP, "");
    }
}
