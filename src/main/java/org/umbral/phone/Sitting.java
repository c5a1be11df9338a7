package org.umbral.phone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.capture.Draft;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.ItemId;

/**
 * What is remembered of a case between opening and leaving it, in memory only: how to undo, which items
 * are new, and what was saved last. Gone
 * when the vault locks.
 */
final class Sitting {
    /** A photo of this sitting, so that undo brings back what was taken away. */
    record Photo(ItemId page, long size, byte[] row) {}

    private static final int MOST_STEPS = 200;

    private final Map<ItemId, Integer> orders = new HashMap<>();
    private final Map<Sha256, Photo> photos = new HashMap<>();
    private final Deque<Draft> before = new ArrayDeque<>();
    private @Nullable Draft unwritten;
    private @Nullable LoadedCase written;

    Map<ItemId, Integer> orders() {
        return orders;
    }

    Map<Sha256, Photo> photos() {
        return photos;
    }

    /** The draft that nothing was written to yet: a case that has only begun, or what {@code heard} said. */
    @Nullable
    Draft unwritten() {
        return unwritten;
    }

    void unwritten(@Nullable Draft draft) {
        unwritten = draft;
    }

    /**
     * The case as this sitting's last save left it, where nothing at all was committed since: then it is what a read
     * would give.
     *
     * @param commits what the store counts now
     */
    Optional<LoadedCase> written(long commits) {
        return Optional.ofNullable(written).filter(one -> one.asOf() == commits);
    }

    /** Told only of what is on disk; null where that has to be read again. */
    void written(@Nullable LoadedCase loaded) {
        written = loaded;
    }

    void remember(Draft draft) {
        before.push(draft);
        if (before.size() > MOST_STEPS) {
            before.removeLast();
        }
    }

    @Nullable
    Draft lastStep() {
        return before.peek();
    }

    /** The newest draft that said something else of an item and its children than {@code now} does. */
    Optional<Draft> beforeRemovalOf(ItemId item, Draft now) {
        return before.stream().filter(draft -> !draft.isSameOf(now, item)).findFirst();
    }

    void stepTaken() {
        before.pop();
    }

    /** The draft was cut behind our back: nothing of it can be taken back. */
    void forgetSteps() {
        before.clear();
        photos.clear();
    }
}
