package org.umbral.phone.screen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** A picture of a whole screen, twice as sharp. */
final class Snapshot {
    private static final double SHARPER = 2;

    private Snapshot() {}

    static void write(Scene scene, Path file) {
        WritableImage image = Hand.onUi(() -> {
            SnapshotParameters twice = new SnapshotParameters();
            twice.setTransform(Transform.scale(SHARPER, SHARPER));
            return scene.getRoot().snapshot(twice, null);
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
