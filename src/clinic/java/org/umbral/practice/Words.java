package org.umbral.practice;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What practice says, in the language of the machine where it is English or Spanish. */
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "org.umbral.practice.words",
            Locale.getDefault().getLanguage().equals("es") ? Locale.forLanguageTag("es") : Locale.ENGLISH);

    private Words() {}

    static String of(String key, Object... with) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(with);
    }
}
