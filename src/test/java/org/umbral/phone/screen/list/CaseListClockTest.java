package org.umbral.phone.screen.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.umbral.phone.Delivery;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.FakeOutbox;
import org.umbral.testing.FxRounds;
import org.umbral.testing.MovableClock;
import org.umbral.testing.ScreenBench;
import org.umbral.testing.Seeds;

/** What the list says as time goes by, with a clock that the test moves and seconds that the test counts. */
class CaseListClockTest {
    private static final String TELEPHONE = "+1 202 555 0123";

    private final MovableClock clock = new MovableClock("2026-11-21T21:12:00Z");
    private final FakeIntake intake = new FakeIntake(ScreenBench.catalogue(), Seeds.repeatable(74), clock);
    private final FakeOutbox outbox = new FakeOutbox();

    @Test
    void sinceWhenAnEmergencyWaitsAndWhomToCallIsSaidAnewEveryThirtySeconds() throws Exception {
        FxToolkit.registerPrimaryStage();
        outbox.join(TELEPHONE);
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = intake.newItem(id, "person", ItemId.CASE);
        intake.set(id, person, "PER-02", Value.text("Ana Ficticio"));
        intake.set(id, ItemId.CASE, "CAS-06", Value.text("NOW_LIFE_THREATENING"));
        intake.leave(id);
        intake.deliveries.put(id, waiting(Optional.empty()));
        Words words = Words.of(Locale.ENGLISH, clock);
        Shell shell = onUi(() -> new Shell(Optional.empty(), () -> {}));
        onUi(() -> {
            shell.only(new CaseList(
                    shell,
                    words,
                    new Work(Runnable::run, Runnable::run),
                    intake,
                    outbox,
                    new CaseList.Ways(() -> {}, one -> {}, () -> {}, () -> {}, () -> {})));
            return new Scene(shell.root(), 360, 640);
        });
        assertThat(said(shell)).contains("Ana Ficticio").noneMatch(text -> text.contains(TELEPHONE));

        intake.deliveries.put(id, waiting(Optional.of(clock.instant())));
        clock.move(Duration.ofMinutes(16));
        pass(shell, 29);
        assertThat(said(shell)).noneMatch(text -> text.contains(TELEPHONE));
        pass(shell, 1);
        assertThat(said(shell)).contains("Not delivered since 21:12. Call the clinic: " + TELEPHONE);
        intake.deliveries.put(id, waiting(Optional.empty()));
        pass(shell, 30);
        assertThat(said(shell)).noneMatch(text -> text.contains(TELEPHONE));
    }

    private static Delivery waiting(Optional<java.time.Instant> since) {
        return new Delivery(Delivery.State.KEPT_HERE, 0, 1, List.of(), Optional.empty(), Optional.empty(), since);
    }

    private static void pass(Shell shell, int seconds) {
        onUi(() -> {
            for (int second = 0; second < seconds; second++) {
                shell.tick();
            }
            return true;
        });
        FxRounds.settle();
    }

    private static List<String> said(Shell shell) {
        return onUi(() -> {
            shell.root().applyCss();
            shell.root().layout();
            return shell.root().lookupAll("*").stream()
                    .filter(node -> node instanceof Labeled && isShown(node))
                    .map(node -> String.valueOf(((Labeled) node).getText()))
                    .toList();
        });
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T onUi(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(12_000, call);
    }
}
