package org.umbral.clinic.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far each person's copy of all cases is; forgotten when the process ends. Thread-safe. */
final class Copying {
    /**
     * @param done cases that were looked at, of {@code all}, of which {@code leftOut} were not copied
     * @param state of the copy
     */
    record Progress(int done, int all, int leftOut, State state) {}

    /** Runs, then either is whole or was cut off. */
    enum State {
        RUNS,
        WHOLE,
        CUT
    }

    private final Map<String, Progress> of = new ConcurrentHashMap<>();

    Optional<Progress> of(String staff) {
        return Optional.ofNullable(of.get(staff));
    }

    void is(String staff, Progress progress) {
        of.put(staff, progress);
    }
}
