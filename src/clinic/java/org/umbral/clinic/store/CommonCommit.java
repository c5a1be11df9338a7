package org.umbral.clinic.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bug;
import org.umbral.shared.TryAgain;

/** Work that waits for a commit which it shares with others. Thread-safe. */
final class CommonCommit {
    private static final String SAVEPOINT = "turn";
    private List<Turn<?>> waiting = new ArrayList<>();

    synchronized <T> Turn<T> add(HandleCallback<T, TryAgain> work) {
        Turn<T> turn = new Turn<>(work);
        waiting.add(turn);
        return turn;
    }

    /** All that waits now; whoever takes it does it. */
    synchronized List<Turn<?>> take() {
        List<Turn<?>> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /** Does all of it, each as if it were alone. */
    static void run(Handle handle, List<Turn<?>> all) {
        if (all.size() == 1) {
            runAlone(handle, all.get(0));
            return;
        }
        for (Turn<?> turn : all) {
            handle.savepoint(SAVEPOINT);
            if (turn.run(handle)) {
                handle.releaseSavepoint(SAVEPOINT);
            } else {
                undo(handle, turn);
            }
        }
    }

    /** Nobody else's work is to be kept from its failure. */
    private static void runAlone(Handle handle, Turn<?> turn) {
        if (!turn.run(handle)) {
            handle.rollback();
        }
    }

    /** On some failures SQLite undoes all by itself: then that failure is why nothing of the commit stands. */
    private static void undo(Handle handle, Turn<?> turn) {
        try {
            handle.rollbackToSavepoint(SAVEPOINT);
        } catch (RuntimeException e) {
            if (turn.broken == null) {
                throw e;
            }
            turn.broken.addSuppressed(e);
            throw turn.broken;
        }
    }

    /** One piece of work and what came of it. Life: waiting → run → done, once the commit is durable or has failed. */
    static final class Turn<T> {
        private final HandleCallback<T, TryAgain> work;
        private @Nullable T result;
        private @Nullable TryAgain refused;
        private @Nullable RuntimeException broken;
        private boolean done;

        private Turn(HandleCallback<T, TryAgain> work) {
            this.work = work;
        }

        private boolean run(Handle handle) {
            try {
                result = work.withHandle(handle);
                return true;
            } catch (TryAgain e) {
                refused = e;
            } catch (RuntimeException e) {
                broken = e;
            }
            return false;
        }

        /** Nothing of the commit stands, whatever its work came to. */
        void failed(RuntimeException commit) {
            if (refused == null && broken == null) {
                broken = commit;
            }
        }

        void done() {
            done = true;
        }

        boolean isDone() {
            return done;
        }

        T result() throws TryAgain {
            if (refused != null) {
                throw refused;
            }
            if (broken != null) {
                throw broken;
            }
            if (!done || result == null) {
                throw new Bug("only work that is done has a result");
            }
            return result;
        }
    }
}
