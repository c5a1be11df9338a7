package org.umbral.practice;

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
    private static final double STRIP_WIDTH = 260;

    private PracticeWindow() {}

    /** Why no window can start here, in one sentence; empty where one can. */
    static Optional<String> whyNone() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean drawnInMemory = "Monocle".equals(System.getProperty("glass.platform"));
        if (linux && !drawnInMemory && System.getenv("DISPLAY") == null) {
            return Optional.of("there is no display (DISPLAY is not set).");
        }
        CompletableFuture<Optional<String>> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(Optional.empty()));
            return started.get();
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            return Optional.of("the display does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted.");
        } catch (ExecutionException | RuntimeException e) {
            return Optional.of("JavaFX does not start here.");
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
            PhoneScreens screens = PhoneApp.show(stage, phone);
            Stage strip = strip(clinic, phone, stage);
            stage.setOnHidden(event -> {
                screens.stop();
                strip.close();
                closed.countDown();
            });
        });
        closed.await();
        PhoneApp.end(phone);
        clinic.close();
        Platform.exit();
    }

    private static Stage strip(PracticeClinic clinic, Phone phone, Stage beside) {
        ToggleButton network = toggle("The phone's network is on", "The phone's network is off");
        network.selectedProperty().addListener((is, was, on) -> phone.courier().networkAllowed(on));
        ToggleButton server = toggle("The clinic is up", "The clinic is stopped");
        server.selectedProperty()
                .addListener((is, was, on) ->
                        phone.background().execute(on ? clinic.clinic()::startApi : clinic.clinic()::stopApi));
        VBox strip = new VBox(
                GAP,
                new Label("Practice"),
                network,
                server,
                new Label("Clinic's page"),
                copyable(clinic.pages().toString()),
                new Label("Name"),
                copyable(PracticeClinic.STAFF),
                new Label("Passphrase"),
                copyable(PracticeClinic.PASSPHRASE));
        strip.setPadding(new Insets(GAP));
        Stage stage = new Stage();
        stage.setTitle("Practice");
        stage.setScene(new Scene(strip, STRIP_WIDTH, PhoneScreens.HEIGHT));
        stage.setX(beside.getX() + beside.getWidth() + GAP);
        stage.setY(beside.getY());
        stage.show();
        return stage;
    }

    private static ToggleButton toggle(String on, String off) {
        ToggleButton toggle = new ToggleButton(on);
        toggle.setSelected(true);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.selectedProperty().addListener((is, was, now) -> toggle.setText(now ? on : off));
        return toggle;
    }

    private static TextField copyable(String text) {
        TextField field = new TextField(text);
        field.setEditable(false);
        return field;
    }
}
