package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search finds what is there, and nothing else. */
class PlantedTest {
    private static final int WORDS = 300;

    @TempDir
    Path folder;

    private final Planted planted = new Planted(20261122);

    @Test
    void aWordIsFoundInEveryForm() throws Exception {
        for (var form : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("form"), ("before " + planted.word(1) + " after").getBytes(form));
            assertThat(planted.wordsIn(file, WORDS)).as(form.name()).containsExactly(1);
        }
        assertThat(planted.isIn(Files.writeString(folder.resolve("form"), "Nothing Planted"), WORDS))
                .isFalse();
    }

    @Test
    void noWordIsTakenForAnother() throws Exception {
        for (int word = 0; word < WORDS; word++) {
            Path file = Files.writeString(folder.resolve("one"), planted.word(word) + planted.word(word));
            assertThat(planted.wordsIn(file, WORDS)).containsExactly(word);
        }
    }

    @Test
    void markedBytesAreFoundWhereTheirMiddleIs() throws Exception {
        byte[] photo = new byte[2000];
        new Random(7).nextBytes(photo);
        planted.mark(photo);
        Path whole = Files.write(folder.resolve("photo"), photo);
        assertThat(planted.wordsIn(whole, WORDS)).containsExactly(Planted.FIRST_MARK);
        assertThat(planted.isIn(Files.write(whole, Arrays.copyOf(photo, 1000)), WORDS))
                .isFalse();
    }
}
