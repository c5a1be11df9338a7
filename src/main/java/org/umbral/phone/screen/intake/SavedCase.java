package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.intake.IntakeModel.State;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;

/** A case as it was last read from the disk, and whether all that was done to it is there. Used on the UI thread. */
final class SavedCase {
    private final Intake intake;
    private final Work work;
    private final Words words;
    private final CaseId id;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Work.Deed> failedDeeds = new ArrayList<>();
    private CaseView view;
    private @Nullable Failure failure;
    private int pending;

    SavedCase(Intake intake, Work work, Words words, CaseFile file) {
        this.intake = intake;
        this.work = work;
        this.words = words;
        this.id = file.id();
        this.view = CaseView.of(intake.catalogue(), file, words.today());
    }

    CaseView view() {
        return view;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void silence() {
        listeners.clear();
    }

    State state() {
        if (failure != null) {
            return State.FAILED;
        }
        return pending > 0 ? State.SAVING : State.SAVED;
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    <T> void ask(Work.Task<T> task, Consumer<? super T> then) {
        work.ask(task, then, this::failed);
    }

    /** Only when it returned and the case was read again does it count as saved. */
    void save(Work.Deed deed) {
        pending++;
        changed();
        work.ask(
                () -> {
                    deed.run();
                    return read();
                },
                read -> {
                    pending--;
                    view = read;
                    changed();
                },
                failed -> {
                    pending--;
                    failedDeeds.add(deed);
                    failed(failed);
                });
    }

    /** What could not be saved is tried again, in its order. */
    void tryAgain() {
        List<Work.Deed> again = List.copyOf(failedDeeds);
        failedDeeds.clear();
        failure = null;
        again.forEach(this::save);
        changed();
    }

    void reread() {
        ask(this::read, read -> {
            view = read;
            changed();
        });
    }

    /** What follows from the case is worked out here too, away from the UI thread. */
    private CaseView read() throws Failure {
        return CaseView.of(intake.catalogue(), intake.read(id), words.today());
    }

    private void failed(Failure what) {
        failure = what;
        changed();
    }

    void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
