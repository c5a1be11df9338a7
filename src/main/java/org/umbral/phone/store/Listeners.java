package org.umbral.phone.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Told after a commit, on the committing thread. Thread-safe. */
final class Listeners {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    void add(Runnable listener) {
        all.add(listener);
    }

    void remove(Runnable listener) {
        all.remove(listener);
    }

    void tell() {
        all.forEach(Runnable::run);
    }
}
