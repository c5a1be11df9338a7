package org.umbral.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.umbral.practice.DocumentPhotos;

/** Photos that were drawn before, each time with other bytes that show the same. */
record Camera(Path folder, Random choice) {
    private static final int COMMENT_BYTES = 16;
    private static final int AFTER_START_OF_IMAGE = 2;

    /** Draws some of every size between these long sides. */
    static void draw(Path folder, int many, int shortest, int longest, long seed) throws IOException {
        Files.createDirectories(folder);
        DocumentPhotos photos = new DocumentPhotos(seed);
        for (int i = 0; i < many; i++) {
            int side = shortest + (longest - shortest) * i / Math.max(1, many - 1);
            Files.write(folder.resolve(i + ".jpg"), photos.letter(side, 1 + i % 8));
        }
    }

    byte[] photo() {
        try (Stream<Path> all = Files.list(folder)) {
            var files = all.sorted().toList();
            return withComment(Files.readAllBytes(files.get(choice.nextInt(files.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] withComment(byte[] jpeg) {
        byte[] comment = new byte[4 + COMMENT_BYTES];
        choice.nextBytes(comment);
        comment[0] = (byte) 0xFF;
        comment[1] = (byte) 0xFE;
        comment[2] = 0;
        comment[3] = 2 + COMMENT_BYTES;
        byte[] whole = new byte[jpeg.length + comment.length];
        System.arraycopy(jpeg, 0, whole, 0, AFTER_START_OF_IMAGE);
        System.arraycopy(comment, 0, whole, AFTER_START_OF_IMAGE, comment.length);
        System.arraycopy(
                jpeg,
                AFTER_START_OF_IMAGE,
                whole,
                AFTER_START_OF_IMAGE + comment.length,
                jpeg.length - AFTER_START_OF_IMAGE);
        return whole;
    }
}
