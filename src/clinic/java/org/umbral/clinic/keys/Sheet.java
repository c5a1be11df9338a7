package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;

/**
 * What is asked of a recovery sheet before its identity is used; holds nothing of the secret.
 *
 * @param asked places from 1, in rising order
 */
record Sheet(List<String> words, List<Integer> asked) {
    private static final int ASKED = 3;

    static Sheet of(SealingKey identity, SecureRandom random) {
        List<Integer> places = new ArrayList<>(
                IntStream.rangeClosed(1, CheckWords.COUNT).boxed().toList());
        while (places.size() > ASKED) {
            places.remove(random.nextInt(places.size()));
        }
        return new Sheet(CheckWords.of(identity), List.copyOf(places));
    }

    SetUp.RecoverySheet printed(String clinicName, int number, LocalDate day, OpeningKey identity) {
        char[] encoded = identity.encoded();
        try {
            return new SetUp.RecoverySheet(clinicName, number, day.toString(), new String(encoded), words, asked);
        } finally {
            Arrays.fill(encoded, '\0');
        }
    }

    /** {@code AskThePerson("sheet-differs")}. */
    void require(List<String> typed) throws AskThePerson {
        boolean same = typed.size() == asked.size()
                && IntStream.range(0, asked.size())
                        .allMatch(i -> CheckWords.same(typed.get(i), words.get(asked.get(i) - 1)));
        if (!same) {
            throw new AskThePerson("sheet-differs");
        }
    }
}
