package org.umbral.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has every test that waits look at once and often at first; Awaitility's own way is a tenth of a second each time. */
public final class Impatience implements BeforeAllCallback {
    private static final Duration MOST = Duration.ofMillis(50);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval((count, before) -> longer(before));
    }

    private static Duration longer(Duration before) {
        Duration twice = before.multipliedBy(2).plusMillis(1);
        return twice.compareTo(MOST) < 0 ? twice : MOST;
    }
}
