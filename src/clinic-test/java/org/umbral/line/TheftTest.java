package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones carried off while their queue drains, and the clinic's machine before, in and after a login. */
@Tag("alone")
class TheftTest {
    @TempDir
    Path folder;

    @Test
    void noWordAndNoByteOfAPhotoIsInAnythingThatCouldBeCarriedOff() throws Exception {
        long seed = new SecureRandom().nextLong();
        System.out.println("theft: seed " + seed);
        try (Theft theft = new Theft(folder, seed, 1, 2)) {
            assertThat(theft.run()).hasSizeGreaterThan(20).allMatch(Theft.Searched::isRight);
        }
    }
}
