package org.umbral.clinic.keys;

import java.util.List;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/**
 * The first set-up. Life: nothing → {@link #begin} makes every key and shows the recovery sheet → {@link #finish} with
 * parts of the sheet typed back and the emergency telephone; only then does the clinic receive. A set-up that was begun
 * and not finished begins anew. Thread-safe.
 */
public interface SetUp {
    boolean isDone() throws TryAgain;

    /**
     * {@code AskThePerson} with {@code passphrase-too-short}, {@code name-missing} or {@code telephone-missing}; {@code
     * set-up-closed} once a set-up was finished.
     *
     * @param emergencyTelephone that phones show where something urgent is not delivered
     */
    RecoverySheet begin(String clinicName, String emergencyTelephone, String staffName, Passphrase passphrase)
            throws AskThePerson, TryAgain;

    /**
     * {@code AskThePerson("sheet-differs")} where a word that was typed back is not the sheet's, {@code set-up-not-begun}
     * where the sheet is of an earlier start, {@code set-up-closed}.
     *
     * @param wordsTypedBack the asked words in the order in which they were asked; any case
     */
    void finish(List<String> wordsTypedBack) throws AskThePerson, TryAgain;

    /**
     * Printed once and never stored in the clear: opens everything that was sealed to the clinic, with Umbral or with the
     * age tool.
     *
     * @param number of the identity, from 1; sheets of earlier ones stay good for earlier mail
     * @param ageIdentity {@code AGE-SECRET-KEY-1…}
     * @param checkWords twelve words made from the identity
     * @param asked which of the words, from 1, have to be typed back
     */
    record RecoverySheet(
            String clinicName,
            int number,
            String made,
            String ageIdentity,
            List<String> checkWords,
            List<Integer> asked) {
        @Override
        public String toString() {
            return "RecoverySheet";
        }
    }
}
