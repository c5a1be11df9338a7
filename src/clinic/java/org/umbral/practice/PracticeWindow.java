package org.umbral.practice;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.Phone;
import org.umbral.phone.PhoneApp;
import org.umbral.phone.screen.PhoneScreens;
import org.umbral.shared.Failure;
import org.umbral.shared.wire.Invitation;

/** The phone in a window of its size, and beside it a strip that switches its network and the clinic off and on. */
final class PracticeWindow {
    private static final double GAP = 12;
    private static final double STRIP_WIDTH = 280;
    private static final double TARGET = 48;

    private PracticeWindow() {}

    /** Why no window can start here, in one sentence; empty where one can. */
    static Optional<String> whyNone() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean drawnInMemory = "Monocle".equals(System.getProperty("glass.platform"));
        if (linux && !drawnInMemory && System.getenv("DISPLAY") == null) {
            return Optional.of(Words.of("window.none.display"));
        }
        CompletableFuture<Optional<String>> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(Optional.empty()));
            return started.get();
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            return Optional.of(Words.of("window.none.answer"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Words.of("window.none.interrupted"));
        } catch (ExecutionException | RuntimeException e) {
            return Optional.of(Words.of("window.none.javafx"));
        }
    }

    /** Shows both windows and returns when the phone's is closed. */
    static void show(PracticeClinic clinic, Path folder) throws Failure, InterruptedException {
        Invitation invitation = clinic.invite();
        AtomicReference<@Nullable Stage> window = new AtomicReference<>();
        Phone phone = PracticePhone.open(folder, invitation, window::get);
        CountDownLatch closed = new CountDownLatch(1);
        Platform.runLater(() -> {
            Stage stage = new Stage();
            stage.setTitle("Umbral");
            window.set(stage);
            AtomicReference<@Nullable Stage> strip = new AtomicReference<>();
            stage.sceneProperty().addListener((is, was, scene) -> {
                if (strip.get() == null) {
                    strip.set(strip(clinic, phone));
                }
                Platform.runLater(() -> putBeside(stage, strip.get()));
            });
            PhoneScreens screens = PhoneApp.show(stage, phone);
            stage.setOnHidden(event -> {
                screens.stop();
                Stage beside = strip.get();
                if (beside != null) {
                    beside.close();
                }
                closed.countDown();
            });
        });
        closed.await();
        PhoneApp.end(phone);
        clinic.close();
        Platform.exit();
    }

    private static Stage strip(PracticeClinic clinic, Phone phone) {
        ToggleButton network = toggle("strip.network");
        network.selectedProperty().addListener((is, was, on) -> phone.courier().networkAllowed(on));
        ToggleButton server = toggle("strip.clinic");
        server.selectedProperty()
                .addListener((is, was, on) ->
                        phone.background().execute(on ? clinic.clinic()::startApi : clinic.clinic()::stopApi));
        Label hint = new Label(Words.of("strip.hint"));
        hint.setWrapText(true);
        VBox strip = new VBox(
                GAP,
                network,
                server,
                hint,
                named("strip.page", clinic.pages().toString()),
                named("strip.name", PracticeClinic.STAFF),
                named("strip.passphrase", PracticeClinic.PASSPHRASE));
        strip.setPadding(new Insets(GAP));
        strip.setStyle("-fx-font-size: 15px;");
        Scene scene = new Scene(strip, STRIP_WIDTH, PhoneScreens.HEIGHT);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Stage stage = new Stage();
        stage.setTitle(Words.of("strip.title"));
        stage.show();
        stage.setScene(scene);
        return stage;
    }

    private static void putBeside(Stage phone, @Nullable Stage strip) {
        if (strip != null) {
            strip.setX(phone.getX() + phone.getWidth() + GAP);
            strip.setY(phone.getY());
            phone.toFront();
        }
    }

    private static ToggleButton toggle(String key) {
        ToggleButton toggle = new ToggleButton(Words.of(key + ".on"));
        toggle.setSelected(true);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setMinHeight(TARGET);
        toggle.selectedProperty().addListener((is, was, on) -> toggle.setText(Words.of(key + (on ? ".on" : ".off"))));
        return toggle;
    }

    private static VBox named(String key, String text) {
        TextField field = new TextField(text);
        field.setEditable(false);
        Label name = new Label(Words.of(key));
        name.setLabelFor(field);
        return new VBox(GAP / 3, name, field);
    }
}
