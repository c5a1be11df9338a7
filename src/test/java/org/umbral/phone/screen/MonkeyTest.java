package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random walks over the screens; ten thousand steps are the benchmark {@code walk}. */
class MonkeyTest {
    private static final long SEED = 20261121;
    private static final int STEPS = 500;
    private static final int UNTIL_KILL = 60;

    @Test
    void aRandomWalkWithKillsThrowsNothingAndLosesNoField(@TempDir Path home) throws Exception {
        long seed = Long.getLong("umbral.seed", SEED);
        System.out.println("MonkeyTest: -Dumbral.seed=" + seed);
        try (Monkey monkey = new Monkey(home, seed)) {
            monkey.walk(STEPS, UNTIL_KILL);
            System.out.println(monkey.figures());
            assertThat(monkey.seen()).hasSizeGreaterThan(60);
        }
    }
}
