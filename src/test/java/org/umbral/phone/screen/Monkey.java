package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.TestPhone;
import org.umbral.testing.WalkBench;
import org.umbral.testing.WalkMemory;

/**
 * Walks at random over the real screens of a phone with a real journal: taps, types, erases, scrolls, goes back, locks,
 * changes language; and every now and then the whole core is dropped as if the process had been killed. No thread may
 * throw, and what the journal held when the screens announced it is held afterwards.
 */
public final class Monkey implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REMEMBERED = 25;

    private final long seed;
    private final Random choice;
    private final TestPhone phone;
    private final WalkMemory memory = new WalkMemory();
    private final Paws paws;
    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<CaseId> everHeld = new HashSet<>();
    private final Stage stage;
    private WalkBench bench;
    private PhoneScreens screens;
    private int steps;
    private int kills;
    private int announced;
    private long compared;

    public Monkey(Path home, long seed) throws Exception {
        this.seed = seed;
        choice = new Random(seed);
        paws = new Paws(choice);
        phone = TestPhone.withRealPhotos(home, seed);
        Thread.setDefaultUncaughtExceptionHandler((thread, what) -> thrown.add(what));
        stage = FxToolkit.registerPrimaryStage();
        bench = new WalkBench(phone, memory, Preferences.DEFAULT, PhoneServices.Vault.OPEN);
        screens = start();
    }

    private PhoneScreens start() throws Exception {
        PhoneScreens made = onUi(() -> {
            PhoneScreens one = new PhoneScreens(bench);
            one.start(scene -> {
                stage.setScene(scene);
                stage.setWidth(PhoneScreens.WIDTH);
                stage.setHeight(PhoneScreens.HEIGHT);
            });
            stage.show();
            stage.requestFocus();
            return one;
        });
        settle();
        return made;
    }

    /**
     * Ends with a kill, and may be called again.
     *
     * @param untilKill about how many steps lie between two kills
     */
    public void walk(int many, int untilKill) throws Exception {
        try {
            for (int i = 0; i < many; i++) {
                step();
                if (choice.nextInt(untilKill) == 0) {
                    kill();
                }
            }
            kill();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("-Dumbral.seed=" + seed + ", step " + steps + ", last " + last, e);
        }
    }

    private void step() throws Exception {
        steps++;
        phone.clock.move(Duration.ofSeconds(20));
        String done = onUi(() -> stage.getScene() == null ? "no scene" : paws.act(stage.getScene()));
        seen.merge(done, 1, Integer::sum);
        last.add(done);
        if (last.size() > REMEMBERED) {
            last.remove();
        }
        if (choice.nextInt(8) > 0) {
            settle();
            whatIsShownAsSavedIsHeld();
        }
        assertThat(thrown).as("uncaught").isEmpty();
    }

    /** Where the screen says that all is saved, a text that was typed and left is in the journal. */
    private void whatIsShownAsSavedIsHeld() throws Exception {
        Optional<Paws.Typed> typed = onUi(() -> paws.leftAndSaved(stage.getScene(), phone.intake.catalogue()));
        if (typed.isPresent()) {
            announced++;
            assertThat(memory.holds(typed.get().field(), typed.get().text()))
                    .as("announced as saved: " + typed.get().field())
                    .isTrue();
        }
    }

    /** Until neither the disk nor the screens have anything left to do. */
    private void settle() throws Exception {
        for (int i = 0; i < 2; i++) {
            bench.awaitIdle(PATIENCE);
            onUi(() -> true);
        }
        bench.awaitIdle(PATIENCE);
    }

    private void kill() throws Exception {
        kills++;
        bench.die();
        bench.awaitIdle(PATIENCE);
        Map<CaseId, Map<String, String>> held = memory.held();
        everHeld.addAll(held.keySet());
        PhoneScreens dead = screens;
        onUi(() -> {
            dead.stop();
            stage.setScene(null);
            return true;
        });
        bench.close();
        phone.restartLocked();
        boolean none = phone.core.vaults().state() == Vaults.State.NONE;
        if (!none) {
            compare(held);
        }
        paws.forget();
        bench = new WalkBench(
                phone, memory, bench.preferences(), none ? PhoneServices.Vault.NONE : PhoneServices.Vault.LOCKED);
        screens = start();
        assertThat(thrown).as("uncaught").isEmpty();
    }

    private void compare(Map<CaseId, Map<String, String>> held) throws Exception {
        phone.unlock();
        Set<CaseId> there = new HashSet<>();
        phone.intake.cases().forEach(row -> there.add(row.id()));
        assertThat(there).as("cases after kill " + kills).isEqualTo(held.keySet());
        for (CaseId id : there) {
            Map<String, String> answers = WalkMemory.answers(phone.intake.read(id));
            assertThat(answers).as("after kill " + kills).isEqualTo(held.get(id));
            compared += answers.size();
        }
        phone.intake.close();
        phone.core.vaults().lock();
    }

    static <T> T onUi(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Platform.runLater(task);
        return task.get();
    }

    /** What happened so far, in one line. */
    public String figures() {
        return "seed " + seed + ": " + steps + " steps over " + seen.size() + " controls, " + kills + " kills, "
                + memory.changes() + " changes of the journal, " + everHeld.size() + " cases, " + announced
                + " times a typed text was shown as saved, " + compared + " answers compared after kills, none lost";
    }

    /** What was done how often. */
    public Map<String, Integer> seen() {
        return Map.copyOf(seen);
    }

    @Override
    public void close() throws Exception {
        bench.die();
        bench.awaitIdle(PATIENCE);
        onUi(() -> {
            screens.stop();
            stage.setScene(null);
            stage.hide();
            return true;
        });
        bench.close();
        phone.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
