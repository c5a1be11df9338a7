package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.VerifyingKey;

/** What one round has still to send, and what came of each item. On the round's thread but for {@link #changed}. */
final class Ledger {
    /** Reads a receipt where it is said to stand. */
    interface Reading {
        SignedDocument read() throws GiveUp;
    }

    private final Outbox outbox;
    private final VerifyingKey receiptKey;
    private final Board board;
    private final PhotosWait photosWait;
    private final Set<Sha256> taken = new HashSet<>();
    private final AtomicBoolean stale = new AtomicBoolean(true);
    private final AtomicBoolean news = new AtomicBoolean();
    private List<Waiting> queue = List.of();
    private Optional<Halt> trouble = Optional.empty();
    private int receipts;
    private boolean progress;

    Ledger(Outbox outbox, VerifyingKey receiptKey, Board board, PhotosWait photosWait) {
        this.outbox = outbox;
        this.receiptKey = receiptKey;
        this.board = board;
        this.photosWait = photosWait;
    }

    /** New mail was sealed; from any thread. */
    void changed() {
        news.set(true);
    }

    /** Of what {@link #changed} told, nothing was read. */
    boolean hasNews() {
        return news.get();
    }

    void read() throws TryAgain {
        if (stale.getAndSet(false) | news.getAndSet(false)) {
            queue = new ArrayList<>(outbox.waiting());
            queue.removeIf(item -> item.refused().isPresent());
        }
        queue.removeIf(item -> taken.contains(item.name()));
    }

    /** Nothing is left that may go now. */
    boolean isEmpty() {
        return photosWait.isNow() ? queue.stream().noneMatch(Ledger::isWord) : queue.isEmpty();
    }

    /** Small enough for one request; photos always go by tus, so that words can overtake them. */
    private static boolean isWord(Waiting item) {
        return !item.lane().isEvidence() && item.size() <= Envelope.MAX_BYTES;
    }

    Optional<Waiting> nextWord() {
        return queue.stream()
                .filter(item -> isWord(item) && !taken.contains(item.name()))
                .findFirst();
    }

    List<Waiting> large() {
        return queue.stream()
                .filter(item -> !isWord(item) && !taken.contains(item.name()))
                .toList();
    }

    /** Under way, or done with in this round. */
    void take(Waiting item) {
        taken.add(item.name());
    }

    /** It goes on in this round. */
    void giveBack(Waiting item) {
        taken.remove(item.name());
        stale.set(true);
    }

    /** Files a receipt once it holds; a 2xx without one is an error (rules R1, R2), and the item stays. */
    Optional<Receipt> receipt(Sha256 name, Reading reading) throws TryAgain {
        taken.add(name);
        try {
            SignedDocument document = reading.read();
            Receipt receipt = Answer.verified(document, receiptKey, name);
            outbox.received(receipt, document);
            receipts++;
            progress = true;
            return Optional.of(receipt);
        } catch (GiveUp e) {
            trouble(new Halt(LinkState.NOT_THE_CLINIC));
            return Optional.empty();
        } finally {
            board.done(name);
        }
    }

    /** The clinic will never take it: is it our own copy that is damaged? It stays, marked, and blocks nothing (R7). */
    void refused(Waiting item, String reason) throws TryAgain {
        take(item);
        board.done(item.name());
        try (InputStream in = outbox.read(item.name(), 0)) {
            boolean whole = Sha256.of(in).equals(item.name());
            outbox.refused(item.name(), whole ? reason : "sealed-bytes-damaged");
        } catch (IOException e) {
            trouble(new Halt(LinkState.STORE_TROUBLE));
        }
    }

    void damaged(Waiting item) throws TryAgain {
        take(item);
        board.done(item.name());
        outbox.refused(item.name(), "sealed-bytes-damaged");
    }

    /** Not in this round; the others go on. */
    void later(Waiting item, LinkState why) {
        take(item);
        board.done(item.name());
        trouble(new Halt(why));
    }

    void trouble(Halt halt) {
        if (trouble.isEmpty() || trouble.get().state() == LinkState.STORE_TROUBLE) {
            trouble = Optional.of(halt);
        }
    }

    Optional<Halt> trouble() {
        return trouble;
    }

    /** Bytes are at the clinic that were not there before. */
    void progressed() {
        progress = true;
    }

    boolean hasProgressed() {
        return progress;
    }

    int receipts() {
        return receipts;
    }
}
