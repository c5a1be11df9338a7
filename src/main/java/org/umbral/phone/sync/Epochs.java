package org.umbral.phone.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Wire;

/**
 * Notices that the clinic's store began another life, or stands behind its own receipts, as after a restored backup (rule
 * R8), and says what is then to be asked: what it holds of what waits here, and which receipts this phone can no longer serve.
 */
final class Epochs {
    private final Outbox outbox;
    /** Before this round: what arrives meanwhile may be ahead of what the clinic said. */
    private long highest;

    private final Deque<HaveRequest> questions = new ArrayDeque<>();
    private Optional<String> current;
    private @Nullable String heard;

    Epochs(Outbox outbox) throws TryAgain {
        this.outbox = outbox;
        current = outbox.epoch();
        highest = highest();
        Optional<List<HaveRequest.Gone>> unanswered = outbox.unanswered();
        if (unanswered.isPresent()) {
            ask(outbox.waiting(), unanswered.get());
        }
    }

    private long highest() throws TryAgain {
        return outbox.newest().map(Outbox.Newest::position).orElse(0L);
    }

    /** The clinic said where it stands; in one epoch it never stands behind its own receipts. True where it does. */
    boolean standsBehind(long position) throws TryAgain {
        if (position >= highest) {
            return false;
        }
        highest = position;
        List<HaveRequest.Gone> gone = outbox.fellBehind(position);
        ask(outbox.waiting(), gone);
        return true;
    }

    /**
     * What is new gets a position beyond all before, or an older copy was restored. Said by its first receipt: the mail
     * that says where the clinic stands may be lost, and by the next round this one's receipts would hide it.
     */
    void tookAsNew(Receipt receipt) throws TryAgain {
        if (current.equals(Optional.of(receipt.epoch()))) {
            standsBehind(receipt.position() - 1);
        }
    }

    /** What an answer named; counts from {@link #settle()}. */
    void heard(String epoch) {
        heard = epoch;
    }

    void settle() throws TryAgain {
        String epoch = heard;
        heard = null;
        if (epoch == null || current.equals(Optional.of(epoch))) {
            return;
        }
        boolean first = current.isEmpty();
        List<HaveRequest.Gone> gone = outbox.epochChanged(epoch);
        current = Optional.of(epoch);
        highest = highest();
        if (!first) {
            questions.clear();
            ask(outbox.waiting(), gone);
        }
    }

    private void ask(List<Waiting> waiting, List<HaveRequest.Gone> gone) {
        List<String> hashes = new ArrayList<>();
        waiting.forEach(item -> hashes.add(item.name().hex()));
        for (int from = 0; from == 0 || from < Math.max(hashes.size(), gone.size()); from += Wire.MAX_HAVE) {
            questions.add(new HaveRequest(part(hashes, from), part(gone, from)));
        }
    }

    private static <T> List<T> part(List<T> all, int from) {
        return all.subList(Math.min(from, all.size()), Math.min(from + Wire.MAX_HAVE, all.size()));
    }

    boolean hasQuestions() {
        return !questions.isEmpty();
    }

    /** The next question; it stays until {@link #answered}. */
    HaveRequest question() {
        return questions.element();
    }

    /**
     * The last answer ends it for good; after a cut, or a kill, all are asked again. Nothing where other questions came up
     * meanwhile: this one was of an earlier life.
     */
    void answered(HaveRequest asked) throws TryAgain {
        if (questions.peek() == asked) {
            questions.poll();
            if (questions.isEmpty()) {
                outbox.answered();
            }
        }
    }
}
