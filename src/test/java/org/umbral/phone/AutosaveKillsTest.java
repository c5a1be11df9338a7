package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.testing.FieldKills;

/** What a worker typed and saw saved outlives the process; two hundred kills are the benchmark {@code kills}. */
class AutosaveKillsTest {
    private static final int KILLS = 20;

    @Test
    void anAutosavedFieldOutlivesAKillAtAnyInstant(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("umbral.seed", new Random().nextLong());
        System.out.println("AutosaveKillsTest: -Dumbral.seed=" + seed);
        FieldKills kills = new FieldKills(folder, seed);
        for (int i = 0; i < KILLS; i++) {
            kills.kill();
        }
        System.out.println(kills.figures());
        assertThat(kills.whileTyping()).isPositive();
    }
}
