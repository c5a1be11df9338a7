package org.umbral.phone.screen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes a picture of every screen at 360×640, twice as sharp. */
@Tag("pictures")
class PicturesTest {
    private static final Path PICTURES = Path.of("src", "docs", "pictures");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyScreenHasItsPicture(String language, @TempDir Path captures) throws Exception {
        Path folder = language.equals("en") ? PICTURES : PICTURES.resolve(language);
        Files.createDirectories(folder);
        try (Hand hand = Hand.on(Locale.forLanguageTag(language), captures)) {
            new Tour(hand, name -> write(hand, folder.resolve("phone-" + name + ".png"))).all();
        }
    }

    private static void write(Hand hand, Path file) {
        WritableImage image = Hand.onUi(() -> {
            SnapshotParameters twice = new SnapshotParameters();
            twice.setTransform(Transform.scale(2, 2));
            return hand.scene().getRoot().snapshot(twice, null);
        });
        PixelReader pixels = image.getPixelReader();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
