package org.umbral.bench;

import java.util.Map;
import org.umbral.model.FoldCheck;

/** A hundred thousand generated histories of a case, in any order, doubled and in part, against the naive model. */
final class FoldModels {
    private static final int HISTORIES = 100_000;

    boolean run() throws InterruptedException {
        return new Histories(HISTORIES)
                .hold(FoldCheck.real()::wrong, "that the fold shows otherwise than the model", Map::of);
    }
}
