package org.umbral.testing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that people read, against the lists of what no text may say. */
public final class WordLists {
    private static final Path LISTS = Path.of("src/test/resources/org/umbral/words");

    private WordLists() {}

    /** Every bundle of a language in these source roots, by its file's name without the language. */
    public static Map<String, Map<String, String>> bundles(String language, Path... roots) throws IOException {
        Map<String, Map<String, String>> bundles = new TreeMap<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(one -> one.toString().endsWith("_" + language + ".properties"))
                        .toList()) {
                    String name = root.relativize(file).toString();
                    bundles.put(
                            name.substring(0, name.length() - ("_" + language + ".properties").length()), read(file));
                }
            }
        }
        return bundles;
    }

    public static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }

    /** {@code key: word} for each text that says what its language's list bans. */
    public static List<String> banned(String language, Map<String, String> words) throws IOException {
        List<String> excepted =
                lines("excepted.txt").stream().map(line -> line.split(" ")[0]).toList();
        List<String> found = new ArrayList<>();
        for (String word : lines("banned_" + language + ".txt")) {
            Pattern pattern = pattern(word);
            words.forEach((key, text) -> {
                if (!excepted.contains(key) && pattern.matcher(plain(text)).find()) {
                    found.add(key + ": " + word);
                }
            });
        }
        return found;
    }

    /** Keys that only one of the two has, or whose text is empty. */
    public static List<String> missing(Map<String, String> one, Map<String, String> other) {
        return Stream.concat(
                        one.keySet().stream().filter(key -> isBlank(other, key)),
                        other.keySet().stream().filter(key -> isBlank(one, key)))
                .distinct()
                .toList();
    }

    private static boolean isBlank(Map<String, String> words, String key) {
        String text = words.get(key);
        return text == null || text.isBlank();
    }

    private static Pattern pattern(String word) {
        boolean begins = word.endsWith("*");
        String letters = Pattern.quote(plain(begins ? word.substring(0, word.length() - 1) : word));
        boolean isWord = Character.isLetter(word.charAt(0));
        return Pattern.compile((isWord ? "(?<!\\p{L})" : "") + letters + (isWord && !begins ? "(?!\\p{L})" : ""));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(LISTS.resolve(name)).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }
}
