package org.umbral.phone.device;

import com.gluonhq.attach.lifecycle.LifecycleEvent;
import com.gluonhq.attach.lifecycle.LifecycleService;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The phone says it itself. */
final class AttachLifecycle implements AppLifecycle {
    private final LifecycleService service;

    AttachLifecycle(LifecycleService service) {
        this.service = service;
    }

    @Override
    public void onPause(Runnable run) {
        service.addListener(LifecycleEvent.PAUSE, () -> onScreenThread(run));
    }

    @Override
    public void onResume(Runnable run) {
        service.addListener(LifecycleEvent.RESUME, () -> onScreenThread(run));
    }

    @Override
    public void watch(Stage stage) {
        // a phone has one window, and the system tells what becomes of it
    }

    private static void onScreenThread(Runnable run) {
        if (Platform.isFxApplicationThread()) {
            run.run();
        } else {
            Platform.runLater(run);
        }
    }
}
