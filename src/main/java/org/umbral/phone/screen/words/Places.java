package org.umbral.phone.screen.words;

import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.umbral.shared.catalogue.PlaceCodes;
import org.umbral.shared.doubt.Telephone;

/** Countries (ISO 3166-1 alpha-3 and the additions of ICAO) and languages (BCP 47), named in the words' language. */
public final class Places {
    private static final Map<String, String> ALPHA_2 = new TreeMap<>();
    private static final OtherNames OTHER_NAMES = OtherNames.read();

    static {
        for (String two : Locale.getISOCountries()) {
            ALPHA_2.put(new Locale("", two).getISO3Country(), two);
        }
    }

    /**
     * A code and its name.
     *
     * @param also other names that a search finds it by, such as those in other languages, as {@link org.umbral.phone.capture.Folded} makes them
     */
    public record Place(String code, String name, String also) {
        public Place(String code, String name) {
            this(code, name, "");
        }
    }

    private Places() {}

    /** Reads what the first list would wait for; off the UI thread. */
    public static void prepare(Words words) {
        countries(words, List.of());
        languages(words, List.of());
        Telephone.prepare();
    }

    public static String country(Words words, String alpha3) {
        String two = ALPHA_2.get(alpha3);
        return two != null
                ? new Locale("", two).getDisplayCountry(words.locale())
                : words.find("country." + alpha3).orElse(alpha3);
    }

    public static String language(Words words, String tag) {
        return words.find("language." + tag).orElseGet(() -> {
            String name = Locale.forLanguageTag(tag).getDisplayLanguage(words.locale());
            return name.isEmpty() ? tag : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        });
    }

    /** The frequent ones first, then all by name. */
    public static List<Place> countries(Words words, List<String> first) {
        Stream<String> all = Stream.concat(ALPHA_2.keySet().stream(), PlaceCodes.COUNTRIES_MORE.stream());
        List<String> frequent = first.isEmpty() ? PlaceCodes.COUNTRIES_FIRST : first;
        return ordered(words, frequent, all.map(code -> new Place(code, country(words, code), OTHER_NAMES.also(code))));
    }

    public static List<Place> languages(Words words, List<String> first) {
        List<String> frequent = first.isEmpty() ? PlaceCodes.LANGUAGES_FIRST : first;
        Stream<String> all = Stream.concat(
                Arrays.stream(Locale.getISOLanguages()).filter(tag -> tag.length() == 2 && !tag.equals("fa")),
                Stream.concat(Stream.of("fa-IR", "fa-AF"), PlaceCodes.LANGUAGES_MORE.stream()));
        return ordered(words, frequent, all.map(tag -> new Place(tag, language(words, tag), OTHER_NAMES.also(tag))));
    }

    private static List<Place> ordered(Words words, List<String> frequent, Stream<Place> all) {
        Collator collator = Collator.getInstance(words.locale());
        List<Place> sorted = all.distinct()
                .sorted((one, other) -> collator.compare(one.name(), other.name()))
                .toList();
        Stream<Place> first = frequent.stream()
                .flatMap(code -> sorted.stream().filter(place -> place.code().equals(code)));
        return Stream.concat(first, sorted.stream().filter(place -> !frequent.contains(place.code())))
                .toList();
    }
}
