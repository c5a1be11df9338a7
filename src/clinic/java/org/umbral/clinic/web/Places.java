package org.umbral.clinic.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.umbral.clinic.web.EditView.Option;
import org.umbral.shared.catalogue.PlaceCodes;

/** Countries and languages to choose from: those that are met here first, then all by name. */
final class Places {
    private static final List<String> COUNTRIES_FIRST =
            Stream.concat(PlaceCodes.COUNTRIES_FIRST.stream(), Stream.of("USA")).toList();

    private final ValueWords values;
    private final Words words;

    Places(ValueWords values, Words words) {
        this.values = values;
        this.words = words;
    }

    List<Option> countries() {
        Stream<String> all = Stream.concat(
                Arrays.stream(Locale.getISOCountries()).map(two -> new Locale("", two).getISO3Country()),
                PlaceCodes.COUNTRIES_MORE.stream());
        return ordered(COUNTRIES_FIRST, all.map(code -> new Option(code, values.country(code))));
    }

    List<Option> languages() {
        Stream<String> all = Stream.concat(
                Stream.concat(PlaceCodes.LANGUAGES_FIRST.stream(), PlaceCodes.LANGUAGES_MORE.stream()),
                Arrays.stream(Locale.getISOLanguages()).filter(tag -> tag.length() == 2 && !tag.equals("fa")));
        return ordered(
                PlaceCodes.LANGUAGES_FIRST,
                Stream.concat(all.distinct(), Stream.of("fa-IR")).map(tag -> new Option(tag, values.language(tag))));
    }

    private List<Option> ordered(List<String> first, Stream<Option> all) {
        Collator collator = Collator.getInstance(words.locale());
        List<Option> sorted = all.sorted((one, other) -> collator.compare(one.label(), other.label()))
                .toList();
        return Stream.concat(
                        first.stream()
                                .flatMap(code ->
                                        sorted.stream().filter(one -> one.code().equals(code))),
                        sorted.stream().filter(one -> !first.contains(one.code())))
                .toList();
    }
}
