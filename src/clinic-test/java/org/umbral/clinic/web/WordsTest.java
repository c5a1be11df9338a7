package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.testing.WholeCatalogue;

class WordsTest {
    private static final Pattern BANNED = Pattern.compile(
            "\\b(eligib|elegib|qualif|calific|strong|fuerte|weak|débil|chance|score|puntaje|alien|illegal|ilegal)");
    private static final Pattern SAID = Pattern.compile("frame\\.say\\(\"([a-z0-9.-]+)\"[,)]");

    @Test
    void spanishSaysEverythingThatEnglishSays() {
        assertThat(new TreeSet<>(words("es").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(words("en").stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void nothingIsJudgedPromisedOrShouted(String language) {
        assertThat(words(language).values())
                .allSatisfy(said -> assertThat(said.toString().toLowerCase(Locale.ROOT))
                        .doesNotContain("!", "¡")
                        .doesNotContainPattern(BANNED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everySentenceWithAGapCanBeFilled(String language) {
        words(language).forEach((key, said) -> {
            if (said.toString().contains("{0")) {
                assertThat(new MessageFormat(said.toString(), Locale.forLanguageTag(language))
                                .format(new Object[] {1, "x", "y", "z"}))
                        .as(key.toString())
                        .doesNotContain("{");
                assertThat(said.toString()).doesNotContain("'");
            }
        });
    }

    @Test
    void everyTemplateSaysWordsThatThereAre() throws IOException {
        Properties english = words("en");
        try (Stream<Path> templates = Files.list(Path.of("src", "clinic", "jte"))) {
            templates.forEach(template -> {
                Matcher said = SAID.matcher(read(template));
                while (said.find()) {
                    assertThat(english).as(template.toString()).containsKey(said.group(1));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyFieldAndChoiceOfStaffHasWords(String language) {
        Words words = Words.of(language);
        Catalogue whole = WholeCatalogue.read();
        List<String> keys = new ArrayList<>();
        whole.groups().forEach(group -> keys.add("group." + group.id()));
        whole.fields().stream()
                .filter(field -> field.readBy() != Audience.PHONE)
                .forEach(field -> {
                    keys.add("field." + field.id());
                    field.choices().forEach(code -> keys.add("choice." + field.id() + "." + code));
                });
        assertThat(keys)
                .allSatisfy(key -> assertThat(words.ofCatalogue(key)).as(key).isPresent());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(String language) {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("words_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
