package org.umbral.phone.screen;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.shell.TextSize;

/**
 * Makes a picture of every screen at 360×640: {@code phone-NAME.png} in English, and of the main eight also in Spanish
 * ({@code -es}), in Dari ({@code -fa}), with high contrast ({@code -contrast}) and with the largest words ({@code -200}).
 */
@Tag("pictures")
class PicturesTest {
    private static final Path PICTURES = Path.of("src", "docs", "pictures");
    private static final Set<String> MAIN =
            Set.of("list", "intake-consent", "intake-why", "intake-person", "evidence", "case", "outbox", "lock");

    private record Other(String name, Preferences preferences) {}

    private static final List<Other> OTHERS = List.of(
            new Other("contrast", Preferences.DEFAULT.withHighContrast(true)),
            new Other("200", Preferences.DEFAULT.with(TextSize.LARGEST)));

    @Test
    void everyScreenHasItsPicture(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            new Tour(hand, name -> {
                        Snapshot.write(hand.scene(), file(name, ""));
                        if (MAIN.contains(name)) {
                            OTHERS.forEach(other -> dressed(hand, name, other));
                        }
                    })
                    .all();
        }
    }

    @Test
    void theMainScreensHaveTheirsInSpanish(@TempDir Path captures) throws Exception {
        main(Locale.forLanguageTag("es"), "-es", captures);
    }

    @Test
    void theMainScreensHaveTheirsInDari(@TempDir Path captures) throws Exception {
        main(Locale.forLanguageTag("fa-AF"), "-fa", captures);
    }

    private static void main(Locale locale, String ending, Path captures) throws Exception {
        try (Hand hand = Hand.on(locale, captures)) {
            new Tour(hand, name -> {
                        if (MAIN.contains(name)) {
                            Snapshot.write(hand.scene(), file(name, ending));
                        }
                    })
                    .all();
        }
    }

    private static void dressed(Hand hand, String name, Other other) {
        Scene scene = hand.scene();
        dress(scene, other.preferences(), hand);
        Snapshot.write(scene, file(name, "-" + other.name()));
        dress(scene, hand.bench.preferences(), hand);
    }

    private static void dress(Scene scene, Preferences preferences, Hand hand) {
        Hand.onUi(() -> {
            Look.dress(scene, preferences, hand.words());
            Fit.settle(scene);
            return true;
        });
    }

    private static Path file(String name, String ending) {
        return PICTURES.resolve("phone-" + name + ending + ".png");
    }
}
