package org.umbral.phone.screen.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.shared.Bug;

/**
 * The notices N1–N4, N7, N10 and the closing card in ten languages (domain notes §6.2, §6.3). Each is a draft in every
 * language until {@code index.properties} lists the language as signed for that version. Immutable; thread-safe.
 */
public final class Notices {
    /** What is said in an emergency, when nobody can take in more: who, why, who sees it, free to say no. */
    public static final List<Integer> SHORT_FORM = List.of(1, 3, 4, 8);

    private static final Set<String> RIGHT_TO_LEFT = Set.of("fa", "ps", "ar");
    private static final String FOLDER = "/org/umbral/phone/notices/";

    private final Properties index;
    private final Map<String, Properties> texts = new LinkedHashMap<>();

    /** A language in which notices are read, by the name that its speakers give it. */
    public record Language(String tag, String ownName) {
        public boolean isRightToLeft() {
            return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(tag).getLanguage());
        }
    }

    private Notices() {
        index = read("index.properties");
        list("languages").forEach(tag -> texts.put(tag, read("notices_" + tag + ".properties")));
    }

    /** Reads them from the app; takes some milliseconds. */
    public static Notices load() {
        return new Notices();
    }

    private static Properties read(String name) {
        Properties read = new Properties();
        try (InputStream in = Notices.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new Bug("a notice is missing from the app");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Bug("a notice in the app cannot be read");
        }
        return read;
    }

    private List<String> list(String key) {
        return Stream.of(index.getProperty(key, "").split(" "))
                .filter(one -> !one.isBlank())
                .toList();
    }

    public List<Language> languages() {
        return texts.keySet().stream().map(this::named).toList();
    }

    /** Those that are one tap away. */
    public List<Language> frequent() {
        return list("frequent").stream().map(this::named).toList();
    }

    private Language named(String tag) {
        return new Language(tag, text(tag).getProperty("name"));
    }

    /** The one that is meant by a tag, with or without a region; empty where the notices are not in that language. */
    public Optional<Language> language(String tag) {
        String wanted = Locale.forLanguageTag(tag).getLanguage();
        return texts.keySet().stream()
                .filter(one -> one.equals(tag)
                        || !wanted.equals("fa")
                                && Locale.forLanguageTag(one).getLanguage().equals(wanted))
                .findFirst()
                .map(this::named);
    }

    /** The paragraphs of a notice. */
    public List<String> read(String notice, Language language) {
        List<String> all = new ArrayList<>();
        for (int part = 1; text(language.tag()).containsKey(notice + "." + part); part++) {
            all.add(part(notice, part, language));
        }
        return all;
    }

    /** N2 in 30 seconds; the other notices are short as they are. */
    public List<String> readShort(String notice, Language language) {
        return notice.equals("N2")
                ? SHORT_FORM.stream().map(part -> part(notice, part, language)).toList()
                : read(notice, language);
    }

    private String part(String notice, int part, Language language) {
        return word(notice + "." + part, language);
    }

    /** One phrase of the closing card. */
    String word(String key, Language language) {
        String found = text(language.tag()).getProperty(key);
        if (found == null) {
            throw new Bug("no words for " + key);
        }
        return found;
    }

    public int version(String notice) {
        return Integer.parseInt(index.getProperty(notice + ".version"));
    }

    /** The version of which a translation was made. */
    int version(String notice, Language language) {
        return Integer.parseInt(text(language.tag()).getProperty(notice + ".version", "0"));
    }

    /** Whether a translator and the clinic's attorney signed this text in this language. */
    public boolean isSigned(String notice, Language language) {
        return list(notice + ".signed").contains(language.tag());
    }

    public boolean areSigned(List<String> notices, Language language) {
        return notices.stream().allMatch(notice -> isSigned(notice, language));
    }

    /** What a consent says it was given on: {@code N1 v1, N2 v1}. */
    public String reference(String... notices) {
        return Arrays.stream(notices)
                .map(notice -> notice + " v" + version(notice))
                .collect(Collectors.joining(", "));
    }

    private Properties text(String tag) {
        Properties text = texts.get(tag);
        if (text == null) {
            throw new Bug("the notices are not in this language");
        }
        return text;
    }
}
