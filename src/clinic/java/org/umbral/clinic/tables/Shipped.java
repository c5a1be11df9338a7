package org.umbral.clinic.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.umbral.shared.Bug;

/** Reads the tables that stand in the jar. */
final class Shipped {
    private Shipped() {}

    static List<Tables.Import> all() {
        Properties facts = new Properties();
        try {
            facts.load(new StringReader(text("shipped.properties")));
        } catch (IOException e) {
            throw new Bug("a text can be read", e);
        }
        return Tables.NAMES.stream()
                .filter(name -> facts.containsKey(name + ".dated"))
                .map(name -> new Tables.Import(
                        name,
                        Optional.of(LocalDate.parse(facts.getProperty(name + ".dated"))),
                        facts.getProperty(name + ".source"),
                        text(name + ".csv")))
                .toList();
    }

    private static String text(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Bug("the table is in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Bug("the jar can be read", e);
        }
    }
}
