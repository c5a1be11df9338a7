package org.umbral.clinic.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.umbral.shared.Bug;

/** What the pages say, in one language. Immutable. */
final class Words {
    static final List<String> LANGUAGES = List.of("en", "es");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<String, Words> ALL = Map.of("en", new Words("en"), "es", new Words("es"));

    private final Locale locale;
    private final ResourceBundle own;
    private final Optional<ResourceBundle> catalogue;
    private final Optional<ResourceBundle> ofStaff;

    private Words(String language) {
        locale = Locale.forLanguageTag(language);
        own = ResourceBundle.getBundle("org.umbral.clinic.web.words", locale, EXACT);
        catalogue = bundle("org.umbral.shared.catalogue.words");
        ofStaff = bundle("org.umbral.clinic.catalogue.words");
    }

    private Optional<ResourceBundle> bundle(String name) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, locale, EXACT));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /** English for a language that we do not speak. */
    static Words of(String language) {
        Words words = ALL.get(language);
        return words != null ? words : Objects.requireNonNull(ALL.get("en"));
    }

    Locale locale() {
        return locale;
    }

    String language() {
        return locale.getLanguage();
    }

    String say(String key, Object... with) {
        if (!own.containsKey(key)) {
            throw new Bug("a page has words for " + key);
        }
        return with.length == 0 ? own.getString(key) : new MessageFormat(own.getString(key), locale).format(with);
    }

    /** The words for a key, or those for {@code otherwise} where there are none. */
    String sayOr(String key, String otherwise) {
        return own.containsKey(key) ? own.getString(key) : say(otherwise);
    }

    /** Words of the field catalogue, such as {@code field.PER-02}, also of what only staff read. */
    Optional<String> ofCatalogue(String key) {
        return catalogue
                .filter(words -> words.containsKey(key))
                .or(() -> ofStaff.filter(words -> words.containsKey(key)))
                .map(words -> words.getString(key));
    }

    /** Words of the field catalogue with something put in; empty where there are none. */
    Optional<String> ofCatalogueWith(String key, Object... with) {
        return ofCatalogue(key).map(words -> new MessageFormat(words, locale).format(with));
    }

    Optional<String> ownIfAny(String key) {
        return own.containsKey(key) ? Optional.of(own.getString(key)) : Optional.empty();
    }
}
