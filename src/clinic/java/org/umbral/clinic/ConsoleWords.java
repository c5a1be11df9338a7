package org.umbral.clinic;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.umbral.shared.Failure;

/** What the commands of clinic and practice print, in the machine's language; English where we do not speak it. */
public final class ConsoleWords {
    private static final String BUNDLE = "org.umbral.clinic.console";

    private final Locale locale;
    private final ResourceBundle words;

    private ConsoleWords(Locale locale) {
        this.locale = locale;
        words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static ConsoleWords of(Locale locale) {
        return new ConsoleWords(Locale.forLanguageTag(locale.getLanguage().equals("es") ? "es" : "en"));
    }

    public String say(String key, Object... with) {
        return new MessageFormat(words.getString(key), locale).format(with);
    }

    /** Why it did not start and what to do; its code where we have no words for it. */
    public String whyNot(Failure failure) {
        return say("not-started") + " " + reason(failure);
    }

    /** The same of any other command. */
    String why(Failure failure) {
        return say("not-done") + " " + reason(failure);
    }

    Locale locale() {
        return locale;
    }

    private String reason(Failure failure) {
        String key = "failure." + failure.reason();
        return words.containsKey(key) ? say(key) : say("failure.other", failure.reason());
    }
}
