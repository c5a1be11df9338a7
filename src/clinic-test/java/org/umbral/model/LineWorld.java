package org.umbral.model;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.umbral.clinic.enrol.Phones;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.testing.FolderTree;
import org.umbral.testing.Seeds;

/** A phone, a clinic and what carries between them, in one folder; steps are played into it one after the other. */
final class LineWorld implements AutoCloseable {
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    final ModelClinic clinic;
    final ModelPhone phone;
    final LossyCarrier carrier;
    final Promised promised = new Promised();
    private final PhoneSteps worker;
    private final StaffSteps staff;
    private final Path copy;
    private Optional<Set<String>> copied = Optional.empty();

    /** A phone that has joined a clinic, both closed: to set them up takes longer than a history. */
    record Template(ModelClinic clinic, Path phone) {
        static Template make(Path folder) throws Failure {
            SecureRandom random = Seeds.repeatable(1);
            Path home = folder.resolve("phone");
            ModelClinic clinic = ModelClinic.setUp(folder.resolve("clinic"), random);
            clinic.open();
            try (clinic;
                    ModelPhone phone = new ModelPhone(home, random)) {
                phone.join(clinic);
            }
            return new Template(clinic, home);
        }
    }

    LineWorld(Template joined, Path folder, long seed, boolean forgets) throws Failure, IOException {
        SecureRandom random = Seeds.repeatable(seed);
        copy = folder.resolve("copy");
        clinic = joined.clinic().copyTo(folder.resolve("clinic"), random);
        clinic.open();
        FolderTree.copy(joined.phone(), folder.resolve("phone"));
        phone = new ModelPhone(folder.resolve("phone"), random);
        carrier = new LossyCarrier(clinic, phone, forgets);
        worker = new PhoneSteps(phone, promised);
        staff = new StaffSteps(clinic, promised, random);
    }

    void play(LineStep step) throws Failure, IOException {
        Random choice = new Random(step.seed());
        switch (step.kind()) {
            case DELIVER -> carrier.round(choice, LossyCarrier.Weather.BAD);
            case CROSS -> {
                phone.cross();
                promised.happened("border modes");
                worker.crossed();
            }
            case JOIN_AGAIN -> joinAgain();
            case CONFIRM_KEYS -> confirmKeys();
            case KILL_PHONE -> {
                phone.kill();
                worker.killed();
                promised.happened("kills of the phone");
            }
            case KILL_CLINIC -> {
                clinic.kill();
                promised.happened("kills of the clinic");
            }
            case PHONE_CLOCK -> phone.clock.move(leap(choice));
            case CLINIC_CLOCK -> clinic.clock.move(leap(choice));
            case BACK_UP -> backUp();
            case RESTORE -> restore(choice.nextBoolean());
            default -> {
                if (!worker.play(step.kind(), choice)) {
                    staff.play(step.kind(), choice);
                }
            }
        }
    }

    private static Duration leap(Random choice) {
        return switch (choice.nextInt(4)) {
            case 0 -> TEN_YEARS;
            case 1 -> TEN_YEARS.negated();
            case 2 -> Duration.ofHours(80);
            default -> Duration.ofSeconds(choice.nextInt(4000));
        };
    }

    /** With new keys, after border mode; a copy from before does not know the phone as it is now. */
    void joinAgain() throws Failure {
        if (phone.outbox().mustJoinAgain()) {
            phone.join(clinic);
            copied = Optional.empty();
        }
    }

    /** The worker reads each key's code over the telephone. */
    void confirmKeys() throws Failure {
        clinic.parts().desk().queue(clinic.parts().paralegal());
        Phones phones = clinic.parts().phones();
        for (Phones.Doubted key : phones.doubted(clinic.parts().attorney())) {
            for (String code : phone.shortCodes) {
                try {
                    phones.admit(clinic.parts().attorney(), key.id(), code);
                    promised.happened("keys confirmed");
                    break;
                } catch (AskThePerson ofAnotherKey) {
                    continue;
                }
            }
        }
    }

    private void backUp() throws Failure, IOException {
        clinic.backUp(copy);
        copied = Optional.of(promised.ofStaff());
    }

    private void restore(boolean unseen) throws Failure, IOException {
        if (copied.isEmpty()) {
            return;
        }
        if (unseen) {
            clinic.restoreUnseen(copy);
        } else {
            clinic.restore(copy);
        }
        promised.broughtBack(copied.get());
        promised.happened(unseen ? "restores that nobody announced" : "restores");
    }

    @Override
    public void close() {
        phone.close();
        clinic.close();
    }
}
