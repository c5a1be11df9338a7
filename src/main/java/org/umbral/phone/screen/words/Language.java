package org.umbral.phone.screen.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the screens speak. Numbers are written 0 to 9 in each, as codes and telephone numbers are. */
public enum Language {
    ENGLISH("en-US", "English", false),
    SPANISH("es-US", "Español", false),
    /** No translator has signed it. */
    DARI("fa-AF-u-nu-latn", "دری", true);

    private final Locale locale;
    private final String ownName;
    private final boolean draft;

    Language(String tag, String ownName, boolean draft) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
        this.draft = draft;
    }

    /** The language that a phone speaks, or English where the screens do not speak it. */
    public static Language near(Locale wanted) {
        return of(wanted.getLanguage()).orElse(ENGLISH);
    }

    /** By the first part of its tag, such as {@code fa}. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    /** As its speakers write it. */
    public String ownName() {
        return ownName;
    }

    public boolean isDraft() {
        return draft;
    }
}
