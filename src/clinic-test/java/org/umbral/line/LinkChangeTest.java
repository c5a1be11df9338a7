package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Sha256;
import org.umbral.testing.BadLink;
import org.umbral.testing.LinkConditions;

/** The worker walks out of the shelter's Wi-Fi, and the phone goes on over what the street has. */
class LinkChangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LinkConditions STREET =
            LinkConditions.perfect().kilobits(128, 128).roundTrip(Duration.ofMillis(100));
    private static final int PHOTO = 900_000;
    private static final int UNDER_WAY = 45_000;
    /** Measured: 16,000, which is a second of that link; over 100,000 where the faster one is believed. */
    private static final int FEW = 80_000;

    @TempDir
    Path folder;

    @Test
    void wordsDoNotWaitBehindAsManyBytesAsTheFasterLinkHeld() throws Exception {
        try (DeliveryRun run = new DeliveryRun(folder, 1)) {
            run.queue(2);
            run.start(LinkConditions.perfect());
            run.untilEmpty();
            BadLink street = run.changeTo(STREET);
            run.queue(run.bytes(1000), List.of(run.bytes(PHOTO)));
            assertThat(street.awaitUp(UNDER_WAY, PATIENCE)).isTrue();

            byte[] words = run.bytes(1000);
            long before = street.up();
            run.queue(words, List.of());
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> run.clinic.held().contains(Sha256.of(words)));

            assertThat(street.up() - before).isLessThan(FEW);
        }
    }
}
