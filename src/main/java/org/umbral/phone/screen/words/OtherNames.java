package org.umbral.phone.screen.words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.umbral.shared.Bug;

/**
 * Names of countries and languages in other languages than the screens', from CLDR, folded as {@link org.umbral.phone.capture.Folded} does: only to
 * be found by, never shown. A phone's image has the locales of the screens alone, so they are a file of ours.
 */
record OtherNames(Map<String, String> byCode) {
    private static final String FILE = "/org/umbral/phone/places.txt";

    static OtherNames read() {
        Map<String, String> byCode = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(OtherNames.class.getResourceAsStream(FILE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.indexOf('\t');
                byCode.put(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new Bug("a file of ours", e);
        }
        return new OtherNames(Map.copyOf(byCode));
    }

    String also(String code) {
        return byCode.getOrDefault(code, "");
    }
}
