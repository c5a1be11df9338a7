package org.umbral.shared.doubt;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Value;

/**
 * A telephone number as it was typed, and what was understood of it (domain notes §4.5). The value is the text as it was
 * typed; where it was understood, the number in the form of E.164 stands beside it under {@link #E164}. Thread-safe.
 */
public final class Telephone {
    public static final String UNITED_STATES = "US";
    public static final String MEXICO = "MX";
    /** Where the understood number stands in a value. */
    public static final String E164 = "e164";

    private static final int MEXICO_CODE = 52;
    private static final int FEWEST_DIGITS = 7;

    private Telephone() {}

    /** Loads the tables, which take longer than a key stroke; off the UI thread. */
    public static void prepare() {
        hear("202 555 0100", MEXICO);
        hear("+52 1 664 555 0100", UNITED_STATES);
        hear("911", UNITED_STATES);
    }

    /**
     * What was understood of a typed number.
     *
     * @param e164 {@code +12025550100}; empty where nothing was
     * @param shown in groups, with the country's code
     */
    public record Heard(Optional<String> e164, String shown, Optional<Doubt> doubt) {
        /** What to keep; empty where it is no number of a person. */
        public Optional<Value> value(String typed) {
            if (doubt.filter(Doubt::refused).isPresent()) {
                return Optional.empty();
            }
            Value text = Value.text(typed.strip());
            // A number of two countries is kept as typed until somebody says which: nothing is guessed.
            return Optional.of(e164.map(number -> text.with(E164, number)).orElse(text));
        }
    }

    /** @param region whose number it is where no country's code was typed: {@code US}, {@code MX} */
    public static Heard hear(String typed, String region) {
        String digits = Typed.asciiDigits(typed).replaceAll("[^0-9]", "");
        if (typed.isBlank()) {
            return new Heard(Optional.empty(), "", Optional.empty());
        }
        if (isForEmergencies(digits, region)) {
            return doubted(Doubt.refusing("TELEPHONE_EMERGENCY", digits));
        }
        if (digits.length() < FEWEST_DIGITS) {
            return doubted(Doubt.of("TELEPHONE_SHORT"));
        }
        return parse(typed, region)
                .map(number -> hear(typed, number, region))
                .orElseGet(() -> doubted(Doubt.of("TELEPHONE_ODD")));
    }

    private static Heard hear(String typed, PhoneNumber number, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        if (!numbers.isPossibleNumber(number)) {
            return doubted(mexican(typed, number).orElseGet(() -> Doubt.of("TELEPHONE_ODD")));
        }
        String other = region.equals(MEXICO) ? UNITED_STATES : MEXICO;
        boolean codeWasTyped = typed.strip().startsWith("+") || typed.strip().startsWith("00");
        Optional<PhoneNumber> elsewhere = codeWasTyped
                ? Optional.empty()
                : parse(typed, other).filter(numbers::isValidNumber).filter(there -> !there.equals(number));
        if (elsewhere.isEmpty()) {
            return heard(number, Optional.empty());
        }
        PhoneNumber there = elsewhere.get();
        if (!numbers.isValidNumber(number)) {
            return heard(there, Optional.empty());
        }
        Value meant = Value.text(typed.strip()).with(E164, numbers.format(there, PhoneNumberFormat.E164));
        return heard(number, Optional.of(Doubt.offering("TELEPHONE_WHICH", meant, shown(number), shown(there))));
    }

    /** Mexico dropped the 1 after its code in 2019; many still say it. */
    private static Optional<Doubt> mexican(String typed, PhoneNumber number) {
        String national = String.valueOf(number.getNationalNumber());
        if (number.getCountryCode() != MEXICO_CODE || !national.startsWith("1")) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return parse("+" + MEXICO_CODE + national.substring(1), MEXICO)
                .filter(numbers::isPossibleNumber)
                .map(repaired -> Doubt.offering(
                        "TELEPHONE_MEXICO",
                        Value.text(typed.strip()).with(E164, numbers.format(repaired, PhoneNumberFormat.E164)),
                        shown(repaired)));
    }

    private static boolean isForEmergencies(String digits, String region) {
        return digits.length() <= 4
                && Stream.of(UNITED_STATES, MEXICO, region)
                        .anyMatch(where -> ShortNumberInfo.getInstance().isEmergencyNumber(digits, where));
    }

    private static Optional<PhoneNumber> parse(String typed, String region) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(typed, region));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static Heard heard(PhoneNumber number, Optional<Doubt> doubt) {
        return new Heard(
                Optional.of(PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164)),
                shown(number),
                doubt);
    }

    private static Heard doubted(Doubt doubt) {
        return new Heard(Optional.empty(), "", Optional.of(doubt));
    }

    private static String shown(PhoneNumber number) {
        return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    /** {@code +52 664 555 0100} of a stored number; what is none as it stands. */
    public static String shown(String e164) {
        return parse(e164, UNITED_STATES).map(Telephone::shown).orElse(e164);
    }
}
