package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A native image holds only what {@code pom.xml} names: every word and file of ours has to be among it. */
class ImageResourcesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String ENGLISH = "_en.properties";
    /** What Substrate takes by itself, of the kinds that we have; its own configuration stays outside. */
    private static final String BY_ITSELF = ".*[.](png|jpg|ttf|css|json)|META-INF/substrate/.*";

    /** Notices are no bundles: a language without one must never speak another. */
    private static final String READ_AS_FILES = ".*/notices/.*";

    @Test
    void everyBundleIsNamed() throws Exception {
        Set<String> bases = new TreeSet<>();
        for (String file : files()) {
            if (file.endsWith(ENGLISH) && !file.matches(READ_AS_FILES)) {
                bases.add(file.substring(0, file.length() - ENGLISH.length()).replace('/', '.'));
            }
        }
        assertThat(bases).isNotEmpty();
        assertThat(listed("bundlesList")).containsExactlyInAnyOrderElementsOf(bases);
    }

    @Test
    void everyBundleSpeaksTheLanguagesOfTheImage() throws Exception {
        Element locales = (Element) pom().getElementsByTagName("umbral.locales").item(0);
        List<String> languages =
                List.of(locales.getTextContent().replaceFirst(".*=", "").split(","));
        for (String file : files()) {
            if (file.endsWith(".properties") && !file.matches(READ_AS_FILES)) {
                String language = file.replaceFirst(".*/[a-z]+_", "")
                        .replace(".properties", "")
                        .replace('_', '-');
                assertThat(languages).as(file).contains(language);
            }
        }
    }

    @Test
    void everyFileIsTaken() throws Exception {
        List<String> patterns = listed("resourcesList");
        for (String file : files()) {
            assertThat(patterns.stream().anyMatch(file::matches) || file.matches(BY_ITSELF))
                    .as(file)
                    .isTrue();
        }
    }

    @Test
    void noPatternHasABackslashWhichSubstrateWouldCopyAsItIs() throws Exception {
        assertThat(listed("resourcesList")).noneMatch(pattern -> pattern.contains("\\"));
    }

    private static List<String> files() throws Exception {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static List<String> listed(String name) throws Exception {
        Element list = (Element) pom().getElementsByTagName(name).item(0);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < list.getElementsByTagName("list").getLength(); i++) {
            values.add(list.getElementsByTagName("list").item(i).getTextContent());
        }
        return values;
    }

    private static Document pom() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
    }
}
