package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import org.umbral.shared.catalogue.Step;

/** Which step is shown among those that the case calls for now. No controls. */
final class Course {
    private static final String CONSENT = "consent";

    private final IntakeModel model;
    private final Consents consents;
    private String step;
    private int at;

    /** @param first where to begin; else at the first step of a new case, or where something is missing */
    Course(IntakeModel model, Consents consents, Optional<String> first) {
        this.model = model;
        this.consents = consents;
        this.step = first.filter(this::isCalledFor).orElseGet(this::begin);
        this.at = place();
    }

    private boolean isCalledFor(String id) {
        return model.steps().stream().anyMatch(one -> one.id().equals(id));
    }

    private String begin() {
        List<Step> steps = model.steps();
        if (!model.heard().isAsked() || !consents.isDoorOpen()) {
            return steps.get(0).id();
        }
        return steps.stream()
                .map(Step::id)
                .filter(id -> model.missing(id) > 0 && !id.equals(CONSENT))
                .findFirst()
                .orElse(steps.get(Math.min(1, steps.size() - 1)).id());
    }

    String step() {
        return step;
    }

    Step shown() {
        return model.steps().get(place());
    }

    int place() {
        List<Step> steps = model.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(step)) {
                return i;
            }
        }
        return 0;
    }

    void go(String to) {
        step = to;
        at = place();
    }

    /** Whether the answer that opened this step was taken back: the worker goes on at its place in the row. */
    boolean hasMoved() {
        boolean moved = !isCalledFor(step);
        if (moved) {
            step = model.steps().get(Math.min(at, model.steps().size() - 1)).id();
        }
        at = place();
        return moved;
    }

    Optional<String> previous() {
        int place = place();
        return place == 0
                ? Optional.empty()
                : Optional.of(model.steps().get(place - 1).id());
    }

    Optional<String> next() {
        int place = place();
        return isLast()
                ? Optional.empty()
                : Optional.of(model.steps().get(place + 1).id());
    }

    boolean isLast() {
        return place() == model.steps().size() - 1;
    }

    /** Nothing is asked before somebody gave permission. */
    boolean isShut() {
        return shown().group().equals(CONSENT) && !consents.isDoorOpen();
    }
}
