package org.umbral.clinic.mrz;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.shared.AskThePerson;

/**
 * What the lines say. Every part is as it was read, whatever its check digit says; parts that cannot be read are empty.
 *
 * @param code of the document, such as {@code P} or {@code I}
 * @param issuer three letters, the German {@code D} too
 * @param number without fillers
 * @param sex {@code F}, {@code M}, {@code X}, or empty where none is given
 * @param primary the family name, or the only name
 * @param secondary given names; empty where there is one name only
 * @param checks in the order of the lines, the last one over all
 */
public record Mrz(
        Format format,
        String code,
        String issuer,
        String number,
        String nationality,
        MrzDate birth,
        String sex,
        MrzDate expiry,
        String primary,
        String secondary,
        List<Check> checks,
        Set<Doubt> doubts) {
    /** What a check digit is over. */
    public enum Part {
        NUMBER,
        BIRTH,
        EXPIRY,
        OPTIONAL,
        ALL
    }

    /** What is worth a second look. */
    public enum Doubt {
        /** The name fills its line: its end may be cut off. */
        NAME_CUT,
        /** The sex is none of F, M and the filler. */
        SEX_ODD,
        BIRTH_NO_DATE,
        EXPIRY_NO_DATE,
        /** The century that fits makes a newborn of the person: ask. */
        UNDER_ONE_YEAR,
        /** It expired before the person was born: ask. */
        EXPIRED_BEFORE_BIRTH,
        ONE_NAME
    }

    /**
     * @param printed the digit that stands there
     * @param reckoned the digit that it should be
     * @param repair one character that makes it hold, where exactly one does; never applied by itself
     */
    public record Check(Part part, char printed, char reckoned, boolean holds, Optional<Repair> repair) {}

    /** Another character at a place; lines and places are counted from 0. */
    public record Repair(int line, int place, char from, char to) {}

    public Mrz {
        checks = List.copyOf(checks);
        doubts = Set.copyOf(doubts);
    }

    /**
     * Reads typed lines: lower case, spaces and other fillers do not matter.
     *
     * @param today from which the century of a birth is reckoned
     * @throws AskThePerson {@code mrz-lines} where there are neither two nor three, {@code mrz-length} where one has not
     *     the characters of its format, {@code mrz-letters} where it has others than A to Z, 0 to 9 and the filler
     */
    public static Mrz read(String typed, LocalDate today) throws AskThePerson {
        return new MrzReader(Lines.of(typed), today).read();
    }

    /** The typed lines with one character changed, for the person who asked for it. */
    public static String repaired(String typed, Repair repair) throws AskThePerson {
        return Lines.of(typed).with(repair).text();
    }
}
