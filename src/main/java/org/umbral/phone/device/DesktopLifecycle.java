package org.umbral.phone.device;

import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;

/** Minimised is put aside. Losing the focus is not: on a desktop it goes wherever the mouse clicks. */
final class DesktopLifecycle implements AppLifecycle {
    private final List<Runnable> pausing = new ArrayList<>();
    private final List<Runnable> resuming = new ArrayList<>();

    @Override
    public void onPause(Runnable run) {
        pausing.add(run);
    }

    @Override
    public void onResume(Runnable run) {
        resuming.add(run);
    }

    @Override
    public void watch(Stage stage) {
        stage.iconifiedProperty().addListener((property, was, is) -> setAside(is));
    }

    void setAside(boolean aside) {
        List.copyOf(aside ? pausing : resuming).forEach(Runnable::run);
    }
}
