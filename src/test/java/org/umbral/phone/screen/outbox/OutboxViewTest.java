package org.umbral.phone.screen.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.LinkState;
import org.umbral.phone.sync.Progress;
import org.umbral.shared.Sha256;

/** The time that is left is the time of what goes now. */
class OutboxViewTest {
    private static final Waiting WORDS = waiting("words", 60_000, Lane.ENTRY, Optional.empty());
    private static final Waiting PHOTO = waiting("photo", 600_000, Lane.EVIDENCE, Optional.empty());
    private static final Waiting REFUSED = waiting("refused", 900_000, Lane.EVIDENCE, Optional.of("too-large"));

    private static Waiting waiting(String name, long size, Lane lane, Optional<String> refused) {
        return new Waiting(Sha256.ofText(name), size, lane, "group", 0, LocalDate.parse("2026-11-22"), refused);
    }

    private static Optional<Long> minutes(LinkState state, boolean photosWait) {
        Progress progress = new Progress(
                state,
                Map.of(PHOTO.name(), 300_000L),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(1000),
                photosWait);
        List<OutboxView.Group> groups = List.of(new OutboxView.Group("", List.of(WORDS, PHOTO, REFUSED)));
        return new OutboxView(groups, progress, false, true).minutesLeft();
    }

    @Test
    void whatWasRefusedTakesNoTime() {
        assertThat(minutes(LinkState.SENDING, false)).contains(6L);
    }

    @Test
    void photosThatWaitTakeNoTime() {
        assertThat(minutes(LinkState.SENDING, true)).contains(1L);
    }

    @Test
    void nothingIsSaidWhileNothingIsSent() {
        assertThat(minutes(LinkState.NO_CONNECTION, false)).isEmpty();
    }
}
