package org.umbral.phone.device;

import java.nio.file.Path;

/** Where a desktop keeps what a phone would keep in its private storage. */
final class DesktopPlaces {
    /** Names another home, for practice and tests. */
    static final String HOME_PROPERTY = "umbral.home";

    /** Names the folder whose JPEGs the camera takes, for practice and tests. */
    static final String CAMERA_PROPERTY = "umbral.camera.folder";

    private DesktopPlaces() {}

    static Path home() {
        String named = System.getProperty(HOME_PROPERTY);
        return named == null ? Path.of(System.getProperty("user.home"), ".umbral") : Path.of(named);
    }
}
