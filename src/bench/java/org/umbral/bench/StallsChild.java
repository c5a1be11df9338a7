package org.umbral.bench;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.umbral.phone.screen.PhoneScreens;
import org.umbral.shared.catalogue.Step;
import org.umbral.testing.JournalBench;
import org.umbral.testing.TestPhone;
import org.umbral.testing.TestPhotos;

/** The process of {@link Stalls}: the real screens over a real journal, and a heartbeat of the UI thread. */
public final class StallsChild {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MOST = 50;
    private static final int CASES = 300;
    private static final String TYPED = "Ana María Ficticio Prueba de la Cruz ";

    private final JournalBench bench;
    private final Heartbeat heart = new Heartbeat();
    private final Stage stage;
    private boolean met = true;

    private StallsChild(JournalBench bench, Stage stage) {
        this.bench = bench;
        this.stage = stage;
    }

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        TestPhone phone = TestPhone.withRealPhotos(Path.of(args[0]), 9);
        for (int i = 0; i < CASES; i++) {
            var id = phone.consented();
            phone.write(id, phone.person(id), "PER-02", "Ana Ficticio " + i);
            phone.intake.leave(id);
        }
        StallsChild child = new StallsChild(new JournalBench(Locale.ENGLISH, phone), onUi(Stage::new));
        System.exit(child.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        onUi(() -> {
            new PhoneScreens(bench).start(scene -> {
                stage.setScene(scene);
                stage.setWidth(PhoneScreens.WIDTH);
                stage.setHeight(PhoneScreens.HEIGHT);
            });
            stage.show();
            stage.requestFocus();
            return true;
        });
        see("new-intake");
        scroll();
        heart.idle();
        scroll();
        beat("scrolling " + CASES + " cases");
        toTheName();
        heart.idle();
        type("PER-02");
        beat("typing into the intake");
        onUi(() -> bench.nextPhoto = TestPhotos.capture(TestPhotos.letter(4000, 3000, 5), 6));
        to("EVD-02");
        fire("add-evidence");
        see("take");
        heart.idle();
        fire("take");
        see("page-1");
        beat("adding a photo of 12 megapixels");
        System.out.printf("limit %.0f ms: %s%n", MOST, met ? "met" : "MISSED");
        return met;
    }

    private void beat(String what) {
        met &= heart.print("UI thread while " + what) <= MOST;
    }

    private void scroll() throws Exception {
        for (int i = 0; i <= 200; i++) {
            double at = i / 200.0;
            onUi(() -> {
                stage.getScene().getRoot().lookupAll(".page-scroll").forEach(one -> ((ScrollPane) one).setVvalue(at));
                return true;
            });
            TimeUnit.MILLISECONDS.sleep(16);
        }
    }

    private void toTheName() throws Exception {
        fire("new-intake");
        fire("notice-en");
        for (String purpose : List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS")) {
            String id = "consent." + purpose + ".GIVEN";
            if (find(id).isEmpty()) {
                fire("consent-more");
            }
            fire(id);
            if (find("read-by-WORKER").isPresent()) {
                fire("read-by-WORKER");
            }
        }
        to("PER-02");
        see("PER-02");
    }

    private void to(String field) throws Exception {
        Step step = bench.phone.intake.catalogue().steps().stream()
                .filter(one -> one.fields().contains(field))
                .findFirst()
                .orElseThrow();
        fire("menu");
        fire("step-" + step.id());
    }

    /** Four rounds at the pace of a fast hand, with pauses in which it is saved. */
    private void type(String id) throws Exception {
        TextInputControl input = (TextInputControl) see(id);
        onUi(() -> {
            input.requestFocus();
            return true;
        });
        for (int round = 0; round < 4; round++) {
            for (char letter : TYPED.toCharArray()) {
                onUi(() -> {
                    input.appendText(String.valueOf(letter));
                    return true;
                });
                TimeUnit.MILLISECONDS.sleep(40);
            }
            TimeUnit.MILLISECONDS.sleep(1000);
        }
    }

    private void fire(String id) throws Exception {
        Node node = see(id);
        onUi(() -> {
            ((ButtonBase) node).fire();
            return true;
        });
    }

    private Node see(String id) throws Exception {
        await("sees " + id).atMost(PATIENCE).until(() -> find(id).isPresent());
        return find(id).orElseThrow();
    }

    private Optional<Node> find(String id) throws Exception {
        return onUi(() -> Optional.ofNullable(stage.getScene())
                .flatMap(scene -> scene.getRoot().lookupAll("*").stream()
                        .filter(node -> id.equals(node.getId()) && !node.isDisabled() && node.isVisible())
                        .findFirst()));
    }

    private static <T> T onUi(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Platform.runLater(task);
        return Objects.requireNonNull(task.get());
    }
}
