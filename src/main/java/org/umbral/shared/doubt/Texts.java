package org.umbral.shared.doubt;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.umbral.shared.casefile.Streets;
import org.umbral.shared.casefile.Value;

/** Names, addresses and other texts (domain notes §4.4, §4.5). Nothing is corrected. */
final class Texts {
    /** What offices write where a name is missing. */
    private static final Set<String> FILLERS = Set.of("FNU", "LNU", "NFN", "NLN", "NMN");

    private static final Set<String> NO_NAMES = Set.of("XXX", "XX", "UNKNOWN", "NA", "NONE", "");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");
    private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-[0-9]{4})?");
    private static final int FACTS = 400;

    private Texts() {}

    /** Kept out of a name's parts, since the whole string belongs to a paper (PER-09), not to the person. */
    static Optional<Doubt> namePart(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        boolean filler = NO_NAMES.contains(Typed.bare(typed));
        for (String token : typed.toUpperCase(Locale.ROOT).split("[\\s,;/]+")) {
            filler |= FILLERS.contains(token);
        }
        return filler ? Optional.of(Doubt.refusing("NAME_PART", typed.strip())) : Optional.empty();
    }

    static Optional<Doubt> street(Value value) {
        return Streets.isBox(value) ? Optional.of(Doubt.of("STREET")) : Optional.empty();
    }

    static Optional<Doubt> zip(Value address) {
        boolean inTheStates = address.part("country").filter("USA"::equals).isPresent();
        return address.part("code")
                .filter(code ->
                        inTheStates && !ZIP.matcher(Typed.asciiDigits(code)).matches())
                .map(code -> Doubt.of("ZIP"));
    }

    static Optional<Doubt> email(String typed) {
        return typed.isBlank() || MAIL.matcher(typed.strip()).matches()
                ? Optional.empty()
                : Optional.of(Doubt.of("EMAIL"));
    }

    static Optional<Doubt> facts(String typed) {
        return typed.length() > FACTS ? Optional.of(Doubt.of("FACTS_ONLY")) : Optional.empty();
    }
}
