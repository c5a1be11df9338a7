package org.umbral.phone.screen.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;

/**
 * Runs what blocks off the UI thread, one after the other in the order in which it was given, and brings the answer back
 * to the UI thread. Thread-safe.
 */
public final class Work {
    private final Executor background;
    private final Executor ui;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    public Work(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /** The same threads, with an order of its own: neither waits for the other. */
    public Work beside() {
        return new Work(background, ui);
    }

    /** Something that blocks. */
    @FunctionalInterface
    public interface Task<T> {
        T run() throws Failure;
    }

    /** Something that blocks and answers nothing. */
    @FunctionalInterface
    public interface Deed {
        void run() throws Failure;
    }

    public <T> void ask(Task<T> task, Consumer<? super T> then, Consumer<Failure> failed) {
        add(() -> {
            try {
                T answer = task.run();
                ui.execute(() -> then.accept(answer));
            } catch (Failure failure) {
                ui.execute(() -> failed.accept(failure));
            } catch (RuntimeException bug) {
                // The person must not wait for ever; whoever watches the threads gets the bug itself.
                ui.execute(() -> failed.accept(new GiveUp("unexpected")));
                throw bug;
            }
        });
    }

    public void run(Deed deed, Runnable then, Consumer<Failure> failed) {
        ask(
                () -> {
                    deed.run();
                    return Boolean.TRUE;
                },
                done -> then.run(),
                failed);
    }

    private synchronized void add(Runnable task) {
        waiting.add(task);
        if (!running) {
            running = true;
            background.execute(this::next);
        }
    }

    private void next() {
        Runnable task;
        synchronized (this) {
            task = waiting.remove();
        }
        try {
            task.run();
        } finally {
            synchronized (this) {
                running = !waiting.isEmpty();
                if (running) {
                    background.execute(this::next);
                }
            }
        }
    }
}
