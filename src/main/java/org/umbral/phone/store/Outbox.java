package org.umbral.phone.store;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;

/**
 * The sealed mail and what belongs to carrying it. Needs no key and knows nothing of cases, so the queue drains while the
 * vault is shut, in any running process. Every call is one SQLite transaction, durable when it returns; {@code
 * TryAgain("disk-full")} or {@code TryAgain("store-busy")} where it could not be. Thread-safe.
 */
public interface Outbox {
    /** The clinic that this phone has joined; empty before the first join. */
    Optional<ClinicLink> link() throws TryAgain;

    /** A join or join again. Joining again clears {@code revoked}. */
    void link(ClinicLink link) throws TryAgain;

    /** The clinic refused this link's token; nothing where the phone has joined again since. */
    void revoked(ClinicLink link) throws TryAgain;

    /**
     * A join or join again, in one transaction with the documents that came with it (policy, catalogue): signed by the
     * clinic and naming nobody. They replace those of a join before, and wait until {@code Intake.tidy} takes them over.
     */
    void joined(ClinicLink link, List<SignedDocument> documents) throws TryAgain;

    /** Those that were not taken over yet; who uses one checks its signature again. */
    List<SignedDocument> documents() throws TryAgain;

    /** So much time of delivering may pass before what waits goes before all newer of its kind. */
    Duration MOST_WAIT = Duration.ofHours(12);

    /**
     * Everything without a receipt, refused items too: by lane, then smaller first, then older first. Among words, and
     * among photos, what has waited for {@link #MOST_WAIT} of delivering goes before all else, the oldest first.
     */
    List<Waiting> waiting() throws TryAgain;

    /** How many there are, without reading them. */
    int waitingCount() throws TryAgain;

    /** The phone was emptied since it joined: the clinic does not know its keys until it joins again. */
    default boolean mustJoinAgain() throws TryAgain {
        return false;
    }

    /** What would still be sent if the vault went now (design §4, border mode). */
    default Undelivered undelivered() throws TryAgain {
        return Undelivered.of(waiting());
    }

    /** The sealed bytes from {@code offset}; the caller closes. */
    InputStream read(Sha256 name, long offset) throws TryAgain;

    /** Counts a try. */
    void tried(Sha256 name) throws TryAgain;

    /** The clinic will never take these bytes; they stay, marked, and are not offered again until a join (rule R7). */
    void refused(Sha256 name, String reason) throws TryAgain;

    /**
     * Files a receipt whose signature the caller has checked against the link's receipt key. Idempotent; a receipt of
     * another epoch than the filed one replaces it. The item is no longer waiting.
     */
    void received(Receipt receipt, SignedDocument signed) throws TryAgain;

    /** The epoch that the clinic's last answer named; empty before the first. */
    Optional<String> epoch() throws TryAgain;

    /**
     * The clinic's store began another life (rule R8): receipts of other epochs count no more. Sealed bytes still held
     * wait again; what is held no more is the answer, to be reported. Mail is read from the start: the cursor is dropped.
     */
    List<HaveRequest.Gone> epochChanged(String epoch) throws TryAgain;

    /** The present epoch's receipt with the highest position. */
    Optional<Newest> newest() throws TryAgain;

    /** What a receipt is for, and its position, from 1. */
    record Newest(long position, Sha256 name) {}

    /**
     * The clinic's last position is behind its own receipts, so an older copy was restored without a new epoch (rule R8):
     * receipts beyond that position count no more. As {@link #epochChanged}, also in what it answers.
     */
    List<HaveRequest.Gone> fellBehind(long position) throws TryAgain;

    /**
     * What is still to be reported since the clinic's store began another life or fell behind; there until {@link
     * #answered}, also over a restart, and empty where nothing is to be asked.
     */
    Optional<List<HaveRequest.Gone>> unanswered() throws TryAgain;

    /** The clinic has said what it holds, and heard what this phone can no longer serve. */
    void answered() throws TryAgain;

    /** Where the next mail page starts; empty for the start. */
    Optional<String> mailCursor() throws TryAgain;

    /** Keeps sealed letters until the vault is open to read them, and the cursor, in one transaction. Idempotent. */
    void mail(MailPage page) throws TryAgain;

    /** The phone has been delivering for so long since it last said so; in whole seconds, no clock orders anything. */
    void delivered(Duration time) throws TryAgain;

    /** The newest server time that a verified receipt named, ISO 8601: what "30 days of server time" counts by. */
    Optional<String> serverTime() throws TryAgain;

    /** Called after each commit that changes what waits, on the committing thread; keep it short. */
    void onChange(Runnable listener);
}
