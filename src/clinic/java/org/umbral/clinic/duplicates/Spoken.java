package org.umbral.clinic.duplicates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names of the people of one case, made ready to be sought among: as written, in any script, by the beginnings of words; in
 * other spellings of the table of aliases; and by their sound. A single word is enough. Immutable.
 */
public final class Spoken {
    private static final double SOUNDS_ALIKE = 0.85;

    private final List<Name> names;

    private Spoken(List<Name> names) {
        this.names = names;
    }

    private record Name(List<String> plain, List<String> folded, List<String> sounds) {
        static Name of(String name) {
            List<String> plain = words(name);
            List<String> folded = plain.stream().map(Aliases.TABLE::fold).toList();
            return new Name(plain, folded, plain.stream().map(Blocks::sound).toList());
        }
    }

    public static Spoken of(List<String> names) {
        return new Spoken(names.stream()
                .map(Name::of)
                .filter(name -> !name.plain().isEmpty())
                .distinct()
                .toList());
    }

    /** What somebody types to find a person. */
    public static Sought sought(String typed) {
        return new Sought(Name.of(typed));
    }

    /** Words that a name is sought by; every one has to be in the name. */
    public static final class Sought {
        private final Name name;

        private Sought(Name name) {
            this.name = name;
        }

        public boolean isEmpty() {
            return name.plain().isEmpty();
        }
    }

    /** 3 as written, 2 in another spelling, 1 by the sound, 0 not at all; of the name that fits best. */
    public int fits(Sought sought) {
        int best = 0;
        for (Name name : names) {
            best = Math.max(best, fits(name, sought.name));
        }
        return best;
    }

    private static int fits(Name name, Name sought) {
        int least = sought.plain().isEmpty() ? 0 : 3;
        for (int i = 0; i < sought.plain().size() && least > 0; i++) {
            least = Math.min(least, fits(name, sought, i));
        }
        return least;
    }

    private static int fits(Name name, Name sought, int word) {
        int best = 0;
        for (int i = 0; i < name.plain().size() && best < 3; i++) {
            if (name.plain().get(i).startsWith(sought.plain().get(word))) {
                best = 3;
            } else if (name.folded().get(i).equals(sought.folded().get(word))) {
                best = 2;
            } else if (best == 0 && soundsAlike(name, i, sought, word)) {
                best = 1;
            }
        }
        return best;
    }

    /** A spelling of the table is compared as it is written too: the other one may be in no table. */
    private static boolean soundsAlike(Name name, int one, Name sought, int other) {
        double likeness = Math.max(
                NameLikeness.ofWords(name.folded().get(one), sought.folded().get(other)),
                NameLikeness.ofWords(name.plain().get(one), sought.plain().get(other)));
        return name.sounds().get(one).equals(sought.sounds().get(other)) && likeness >= SOUNDS_ALIKE;
    }

    private static List<String> words(String name) {
        return Stream.of(Folded.plain(name))
                .flatMap(plain -> Arrays.stream(plain.split(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Holds names. */
    @Override
    public String toString() {
        return "Spoken";
    }
}
