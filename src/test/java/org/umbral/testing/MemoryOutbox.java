package org.umbral.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;

/** An outbox that forgets when the process ends; otherwise it keeps {@link OutboxContract}. */
public final class MemoryOutbox implements Outbox {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private final Map<Sha256, Waiting> items = new LinkedHashMap<>();
    private final Map<Sha256, byte[]> bytes = new HashMap<>();
    private final Map<Sha256, Long> queuedAt = new HashMap<>();
    private final List<Sha256> order = new ArrayList<>();
    private final Map<Sha256, Receipt> receipts = new LinkedHashMap<>();
    private final Map<Long, byte[]> letters = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean answers = true;
    /** What happens while the time of a round is being noted. */
    public volatile Runnable whenDelivered = () -> {};

    private List<SignedDocument> documents = List.of();
    private long linkTime;
    private @Nullable ClinicLink link;
    private @Nullable String epoch;
    private Optional<List<HaveRequest.Gone>> unanswered = Optional.empty();
    private @Nullable String cursor;
    private @Nullable String serverTime;

    public Sha256 enqueue(byte[] sealed, Lane lane) {
        Sha256 name = Sha256.of(sealed);
        synchronized (this) {
            items.put(name, new Waiting(name, sealed.length, lane, "group", 0, TODAY, Optional.empty()));
            bytes.put(name, sealed.clone());
            queuedAt.put(name, linkTime);
            order.add(name);
        }
        changed();
        return name;
    }

    /** The phone keeps the receipt and forgets the bytes, as after a backup mark. */
    public synchronized void forgetBytes(Sha256 name) {
        bytes.remove(name);
    }

    /** Damage, as a bad memory card does it. */
    public synchronized void replaceBytes(Sha256 name, byte[] other) {
        bytes.put(name, other.clone());
    }

    public synchronized Map<Sha256, Receipt> receipts() {
        return new LinkedHashMap<>(receipts);
    }

    public synchronized List<Long> letterPositions() {
        return new ArrayList<>(letters.keySet());
    }

    @Override
    public synchronized Optional<ClinicLink> link() throws TryAgain {
        requireAnswer();
        return Optional.ofNullable(link);
    }

    @Override
    public void revoked(ClinicLink refused) {
        synchronized (this) {
            if (link != null && link.token().equals(refused.token())) {
                link = link.asRevoked();
            }
        }
        changed();
    }

    @Override
    public void link(ClinicLink joined) {
        synchronized (this) {
            link = joined;
            if (!joined.revoked()) {
                items.replaceAll((name, w) -> with(w, w.tries(), Optional.empty()));
            }
        }
        changed();
    }

    @Override
    public void joined(ClinicLink made, List<SignedDocument> signed) {
        synchronized (this) {
            documents = List.copyOf(signed);
        }
        link(made);
    }

    @Override
    public synchronized List<SignedDocument> documents() {
        return documents;
    }

    /** The store behind it does not answer. */
    public void answers(boolean now) {
        answers = now;
    }

    private void requireAnswer() throws TryAgain {
        if (!answers) {
            throw new TryAgain("store-busy");
        }
    }

    @Override
    public synchronized List<Waiting> waiting() throws TryAgain {
        requireAnswer();
        return items.values().stream()
                .filter(item -> !receipts.containsKey(item.name()))
                .sorted(Comparator.comparing((Waiting item) -> item.lane().isEvidence())
                        .thenComparing(item -> overdue(item) ? order.indexOf(item.name()) : Integer.MAX_VALUE)
                        .thenComparing(Waiting::lane)
                        .thenComparing(Waiting::size))
                .toList();
    }

    private boolean overdue(Waiting item) {
        return linkTime - queuedAt.getOrDefault(item.name(), 0L) >= MOST_WAIT.toSeconds();
    }

    @Override
    public void delivered(Duration time) {
        whenDelivered.run();
        synchronized (this) {
            linkTime += time.toSeconds();
        }
    }

    @Override
    public synchronized int waitingCount() throws TryAgain {
        return waiting().size();
    }

    @Override
    public synchronized InputStream read(Sha256 name, long offset) throws TryAgain {
        byte[] held = bytes.get(name);
        if (held == null) {
            throw new TryAgain("store-busy");
        }
        int from = (int) Math.min(offset, held.length);
        return new ByteArrayInputStream(held, from, held.length - from);
    }

    @Override
    public synchronized void tried(Sha256 name) {
        items.computeIfPresent(name, (n, w) -> with(w, w.tries() + 1, w.refused()));
    }

    @Override
    public void refused(Sha256 name, String reason) {
        synchronized (this) {
            items.computeIfPresent(name, (n, w) -> with(w, w.tries(), Optional.of(reason)));
        }
        changed();
    }

    private static Waiting with(Waiting w, int tries, Optional<String> refused) {
        return new Waiting(w.name(), w.size(), w.lane(), w.group(), tries, w.firstQueued(), refused);
    }

    @Override
    public void received(Receipt receipt, SignedDocument signed) {
        synchronized (this) {
            receipts.put(new Sha256(receipt.sha256()), receipt);
            if (serverTime == null || serverTime.compareTo(receipt.time()) < 0) {
                serverTime = receipt.time();
            }
        }
        changed();
    }

    @Override
    public synchronized Optional<String> epoch() {
        return Optional.ofNullable(epoch);
    }

    @Override
    public synchronized Optional<Newest> newest() {
        return receipts.values().stream()
                .filter(receipt -> receipt.epoch().equals(epoch))
                .max(Comparator.comparingLong(Receipt::position))
                .map(receipt -> new Newest(receipt.position(), new Sha256(receipt.sha256())));
    }

    @Override
    public List<HaveRequest.Gone> fellBehind(long position) {
        List<HaveRequest.Gone> gone = new ArrayList<>();
        synchronized (this) {
            cursor = null;
            for (Receipt receipt : List.copyOf(receipts.values())) {
                Sha256 name = new Sha256(receipt.sha256());
                if (receipt.position() > position && bytes.containsKey(name)) {
                    receipts.remove(name);
                } else if (receipt.position() > position) {
                    gone.add(new HaveRequest.Gone(receipt.sha256(), receipt.size(), receipt.time()));
                }
            }
            unanswered = Optional.of(gone);
        }
        changed();
        return gone;
    }

    @Override
    public List<HaveRequest.Gone> epochChanged(String now) {
        List<HaveRequest.Gone> gone = new ArrayList<>();
        synchronized (this) {
            if (now.equals(epoch)) {
                return gone;
            }
            boolean first = epoch == null;
            epoch = now;
            cursor = null;
            for (Receipt receipt : List.copyOf(receipts.values())) {
                Sha256 name = new Sha256(receipt.sha256());
                if (receipt.epoch().equals(now)) {
                    continue;
                }
                if (bytes.containsKey(name)) {
                    receipts.remove(name);
                } else {
                    gone.add(new HaveRequest.Gone(receipt.sha256(), receipt.size(), receipt.time()));
                }
            }
            unanswered = first ? Optional.empty() : Optional.of(gone);
        }
        changed();
        return gone;
    }

    @Override
    public synchronized Optional<List<HaveRequest.Gone>> unanswered() {
        return unanswered;
    }

    @Override
    public synchronized void answered() {
        unanswered = Optional.empty();
    }

    @Override
    public synchronized Optional<String> mailCursor() {
        return Optional.ofNullable(cursor);
    }

    @Override
    public synchronized void mail(MailPage page) {
        page.letters().forEach(letter -> letters.put(letter.position(), letter.sealed()));
        cursor = page.cursor();
    }

    @Override
    public synchronized Optional<String> serverTime() {
        return Optional.ofNullable(serverTime);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
