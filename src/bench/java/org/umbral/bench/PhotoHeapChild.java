package org.umbral.bench;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.umbral.phone.device.CameraResult;
import org.umbral.phone.device.PickResult;
import org.umbral.phone.screen.evidence.EvidenceScreen;
import org.umbral.phone.screen.evidence.PhotoScreen;
import org.umbral.phone.screen.evidence.Pictures;
import org.umbral.phone.screen.evidence.Shutter;
import org.umbral.phone.screen.intake.Consents;
import org.umbral.phone.screen.intake.IntakeModel;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.TestPhone;

/** The small process of {@link PhotoHeap}: takes its photos by the buttons of the screen, then looks at each. */
public final class PhotoHeapChild {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MOST_STALL = 50;

    private final TestPhone phone;
    private final Path folder;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Shell shell = new Shell(Optional.empty(), () -> {});
    private final Heartbeat heart = new Heartbeat();
    private final Pictures pictures;
    private final CaseId id;
    private final ItemId evidence;
    private int taken;

    private PhotoHeapChild(Path folder) throws Exception {
        this.folder = folder;
        phone = TestPhone.withRealPhotos(folder.resolve("phone"), 7);
        id = phone.consented();
        phone.consent(id, "PHOTOGRAPH_DOCUMENTS", "GIVEN");
        evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
        phone.write(id, evidence, "EVD-02", "DOCTOR_LETTER");
        pictures = new Pictures(phone.intake, work(), words());
    }

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        PhotoHeapChild child = new PhotoHeapChild(Path.of(args[0]));
        boolean met = child.run(Integer.parseInt(args[1]));
        System.exit(met ? 0 : 1);
    }

    private boolean run(int photos) throws Exception {
        open();
        onUi(() -> tap("take"));
        awaitPages(1);
        heart.idle();
        for (int i = 2; i <= photos; i++) {
            onUi(() -> tap("take-next"));
            awaitPages(i);
        }
        double stall = heart.print("photos 2 to " + photos);
        for (Item page : pages()) {
            onUi(() -> {
                shell.push(new PhotoScreen(shell, pictures, id, page.id(), 1));
                return true;
            });
            await().atMost(PATIENCE)
                    .until(() ->
                            onUi(() -> !shell.root().lookupAll(".photo-scroll").isEmpty()));
            onUi(() -> {
                shell.back();
                return true;
            });
        }
        Memory.print("heap of a process of 256 MB");
        System.out.printf(
                "%d photos taken and looked at; longest work of the UI thread in one piece %.1f ms, limit %.0f ms: %s%n",
                pages().size(), stall, MOST_STALL, stall <= MOST_STALL ? "met" : "MISSED");
        return stall <= MOST_STALL && pages().size() == photos;
    }

    private void open() throws Exception {
        IntakeModel model = new IntakeModel(phone.intake, work(), words(), phone.intake.read(id));
        Shutter shutter = new Shutter(
                phone.intake,
                work(),
                (into, answer) -> camera().thenAccept(file -> Platform.runLater(() -> answer.accept(file))),
                (into, answer) -> answer.accept(new PickResult.Cancelled()),
                phone.core.captures(),
                () -> {},
                () -> {});
        onUi(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(shell.root(), 360, 640));
            stage.show();
            model.ready(() -> shell.push(new EvidenceScreen(
                    shell,
                    model,
                    new Consents(model, phone.intake),
                    shutter,
                    pictures,
                    phone.intake.catalogue().steps().stream()
                            .filter(step -> step.id().equals("evidence"))
                            .findFirst()
                            .orElseThrow(),
                    evidence)));
            return true;
        });
        await().atMost(PATIENCE).until(() -> onUi(() -> shell.root().lookup("#take") != null));
    }

    private CompletableFuture<CameraResult> camera() {
        int number = taken++;
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        byte[] photo =
                                Files.readAllBytes(folder.resolve("camera").resolve(number % 4 + ".jpg"));
                        return new CameraResult.Taken(phone.leave(number + ".capture", photo));
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                threads);
    }

    private boolean tap(String name) {
        Node button = shell.root().lookup("#" + name);
        ((Button) button).fire();
        return true;
    }

    private java.util.List<Item> pages() throws Exception {
        return phone.intake.catalogue().items(phone.intake.read(id), "page", evidence);
    }

    private void awaitPages(int count) {
        await().atMost(PATIENCE)
                .pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> onUi(() -> shell.root().lookup("#page-" + count) != null
                        && shell.root().lookup("#preparing") == null));
    }

    private Work work() {
        return new Work(threads, Platform::runLater);
    }

    private Words words() {
        return Words.of(Locale.ENGLISH, phone.clock);
    }

    private static <T> T onUi(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Platform.runLater(task);
        return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
