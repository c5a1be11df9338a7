package org.umbral.phone.device;

import javafx.stage.Stage;

/** Tells when the app leaves the screen and when it is back. Everything runs on the UI thread. */
public interface AppLifecycle {
    /** Runs each time that the app is put aside; it must be quick, for the system may stop the process after it. */
    void onPause(Runnable run);

    void onResume(Runnable run);

    /** Names the app's window. On a desktop, minimising it is what putting the app aside is on a phone. */
    void watch(Stage stage);
}
