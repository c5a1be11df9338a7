package org.umbral.testing;

import java.util.List;
import org.umbral.clinic.keys.SetUp;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.secret.Passphrase;

/** Sets up with a made-up sheet. */
public final class SetUpFake implements SetUp {
    public static final List<String> WORDS = List.of(
            "canoe", "ladder", "pepper", "window", "harbor", "violin", "mitten", "garlic", "saddle", "lantern",
            "walnut", "meadow");
    public static final List<Integer> ASKED = List.of(2, 7, 11);

    private volatile boolean done;

    public SetUpFake(boolean done) {
        this.done = done;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public RecoverySheet begin(String clinicName, String emergencyTelephone, String staffName, Passphrase passphrase)
            throws AskThePerson {
        if (clinicName.isBlank() || staffName.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        if (emergencyTelephone.isBlank()) {
            throw new AskThePerson("telephone-missing");
        }
        if (!passphrase.isLongEnough()) {
            throw new AskThePerson("passphrase-too-short");
        }
        String identity = "AGE-SECRET-KEY-1FFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTC0000";
        return new RecoverySheet(clinicName, 1, "21 Nov 2026", identity, WORDS, ASKED);
    }

    @Override
    public void finish(List<String> wordsTypedBack) throws AskThePerson {
        if (!wordsTypedBack.equals(ASKED.stream().map(n -> WORDS.get(n - 1)).toList())) {
            throw new AskThePerson("sheet-differs");
        }
        done = true;
    }
}
