package org.umbral.phone.screen.words;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;

/**
 * The words of one language: the screens' own, the catalogue's, and the sentences for failures. What a language has no word
 * for is said in English. The language is changed in place; screens are then made anew. Any thread.
 */
public final class Words {
    private static final List<String> BUNDLES =
            List.of("org.umbral.phone.words", "org.umbral.shared.catalogue.words", "org.umbral.phone.failures");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("fa", "ps", "ar");

    private final Clock clock;
    private volatile Spoken spoken;

    private record Spoken(Locale locale, List<ResourceBundle> bundles) {}

    /** The language near to the wanted one that the screens speak. */
    public static Words of(Locale wanted, Clock clock) {
        return new Words(Language.near(wanted).locale(), clock);
    }

    private Words(Locale locale, Clock clock) {
        this.clock = clock;
        this.spoken = spoken(locale);
    }

    private static Spoken spoken(Locale locale) {
        return new Spoken(
                locale,
                Stream.of(locale, Language.ENGLISH.locale())
                        .distinct()
                        .flatMap(one -> BUNDLES.stream().flatMap(name -> bundle(name, one).stream()))
                        .toList());
    }

    /** Without the language of the machine, which Java would fall back to. */
    private static Optional<ResourceBundle> bundle(String name, Locale locale) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, locale))
                    .filter(found -> found.getLocale().getLanguage().equals(locale.getLanguage()));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /** From now on in this language; what was said before stays as it was. */
    public void speak(Language language) {
        spoken = spoken(language.locale());
    }

    public Locale locale() {
        return spoken.locale();
    }

    /** The same in another language that a notice may be read in. */
    public Words in(String language) {
        return new Words(
                Language.of(language).map(Language::locale).orElseGet(() -> Locale.forLanguageTag(language)), clock);
    }

    public boolean isRightToLeft() {
        return RIGHT_TO_LEFT.contains(locale().getLanguage());
    }

    /** A name or a number that keeps its own direction among words of another. */
    public String apart(String text) {
        return Direction.isolated(text, isRightToLeft());
    }

    public Optional<String> find(String key) {
        return spoken.bundles().stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> said(bundle, key));
    }

    /** What is said in English among words from the right keeps its order as a whole, its full stop too. */
    private String said(ResourceBundle bundle, String key) {
        String text = Direction.drawn(bundle.getString(key));
        boolean other = !bundle.getLocale().getLanguage().equals(locale().getLanguage());
        return other && isRightToLeft() ? apart(text) : text;
    }

    /** The words of a key; a key without words is a {@link Bug}. */
    public String of(String key, Object... about) {
        String found = find(key).orElseThrow(() -> new Bug("no words for " + key));
        return about.length == 0 ? found : new MessageFormat(found, locale()).format(apart(about));
    }

    private Object[] apart(Object... about) {
        return Stream.of(about)
                .map(one -> one instanceof CharSequence text ? apart(text.toString()) : one)
                .toArray();
    }

    public String failure(Failure failure) {
        return find("failure." + failure.reason()).orElseGet(() -> of("failure.unexpected"));
    }

    public String choice(String field, String code) {
        return find("choice." + field + "." + code)
                .orElseGet(() -> code.replace('_', ' ').toLowerCase(locale()));
    }

    public String field(String id) {
        return find("field." + id).orElse(id);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Clock clock() {
        return clock;
    }

    /** {@code 14:10} on the same day, else {@code 20 Nov, 14:10}. */
    public String at(Instant when) {
        ZonedDateTime there = when.atZone(clock.getZone());
        String pattern = there.toLocalDate().equals(today()) ? "HH:mm" : "d MMM, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(there);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale()).format(day);
    }

    /** As a person says it: "just now", "12 minutes ago", "today at 14:10", "on Tuesday", "on 3 Nov 2026". */
    public String ago(Instant when) {
        long minutes = Duration.between(when, now()).toMinutes();
        if (minutes < 1) {
            return of("time.now");
        }
        if (minutes < 60) {
            return of("time.minutes", minutes);
        }
        ZonedDateTime there = when.atZone(clock.getZone());
        return there.toLocalDate().equals(today()) ? of("time.today", at(when)) : since(there.toLocalDate());
    }

    /** "today", "yesterday", "on Tuesday", "on 3 Nov 2026". */
    public String since(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, today());
        if (days <= 1) {
            return of(days < 1 ? "time.day.today" : "time.day.yesterday");
        }
        return of(
                "time.day.on",
                days < 7 ? DateTimeFormatter.ofPattern("EEEE", locale()).format(day) : date(day));
    }

    /** {@code 640 bytes}, {@code 240 KB}, {@code 1.4 MB}. */
    public String bytes(long bytes) {
        if (bytes < 1000) {
            return of("bytes.b", bytes);
        }
        return bytes < 1_000_000
                ? of("bytes.kb", Math.round(bytes / 1000.0))
                : String.format(locale(), "%.1f MB", bytes / 1_000_000.0);
    }
}
