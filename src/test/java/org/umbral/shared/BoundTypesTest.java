package org.umbral.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native image finds by reflection only what is registered. */
class BoundTypesTest {
    private static final String CONFIG = "/META-INF/substrate/config/reflectionconfig.json";

    @Test
    void everyBoundTypeOfThePhoneIsRegisteredForNativeImages() throws Exception {
        assertThat(registered()).containsAll(boundNames());
    }

    @Test
    void nothingIsRegisteredThatIsNotBound() throws Exception {
        assertThat(boundNames()).containsAll(registered());
    }

    @Test
    void whateverABoundRecordHoldsOfOursIsBoundToo() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Class<?> type : bound()) {
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    collectUnbound(component.getGenericType(), missing);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void collectUnbound(Type type, List<String> missing) throws ClassNotFoundException {
        for (String name : type.getTypeName().split("[<>, ]+")) {
            if (name.startsWith("org.umbral.") && !Class.forName(name).isAnnotationPresent(Bound.class)) {
                missing.add(name);
            }
        }
    }

    private static List<String> registered() throws IOException, GiveUp {
        try (InputStream in = BoundTypesTest.class.getResourceAsStream(CONFIG)) {
            assertThat(in).isNotNull();
            List<String> names = new ArrayList<>();
            for (JsonNode one : Json.tree(in.readAllBytes())) {
                names.add(one.path("name").asText());
            }
            return names;
        }
    }

    private static TreeSet<String> boundNames() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        bound().forEach(type -> names.add(type.getName()));
        return names;
    }

    private static List<Class<?>> bound() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Bound.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("org/umbral"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                String name = classes.relativize(file).toString();
                if (name.startsWith("org/umbral/shared") || name.startsWith("org/umbral/phone")) {
                    addIfBound(name, found);
                }
            }
        }
        return found;
    }

    private static void addIfBound(String file, List<Class<?>> found) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            Class<?> type = Class.forName(name, false, BoundTypesTest.class.getClassLoader());
            if (type.isAnnotationPresent(Bound.class)) {
                found.add(type);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new AssertionError("a class of our own did not load", e);
        }
    }
}
