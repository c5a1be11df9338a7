package org.umbral.phone.sync;

import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Undelivered;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Wire;

/**
 * Fetches sealed letters: once at the start of a round, and again when something was delivered since. A round that goes on
 * after a cut looks at its end only, where the last answer came a moment ago.
 */
final class Mailbox {
    private static final Duration BETWEEN = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Epochs epochs;
    private final Carried carried;
    private boolean wanted;
    private boolean putOff;
    private boolean begun;
    private boolean flying;
    private int receiptsBefore;

    Mailbox(Outbox outbox, Traffic traffic, Ledger ledger, Epochs epochs, Carried carried) {
        this.outbox = outbox;
        this.traffic = traffic;
        this.ledger = ledger;
        this.epochs = epochs;
        this.carried = carried;
    }

    /** Called whenever something happened. */
    void fill() throws Halt, TryAgain {
        if (!begun) {
            begun = true;
            putOff = !ledger.isEmpty() && !isDue();
            wanted = !putOff;
        }
        if (hasNews() && !flying && (isDue() || (traffic.isQuiet() && ledger.isEmpty()))) {
            wanted = true;
        }
        if (wanted && !flying) {
            look();
        }
    }

    private boolean hasNews() {
        return putOff || ledger.receipts() > receiptsBefore;
    }

    private void look() throws Halt, TryAgain {
        wanted = false;
        flying = true;
        receiptsBefore = ledger.receipts();
        putOff = false;
        fetch();
    }

    /** The clinic takes nothing now, and so the round ends; it may have letters, and is told what waits here. */
    void lookBeforeTheEnd() throws Halt, TryAgain {
        if (hasNews() && !flying) {
            look();
        }
    }

    boolean isAwaited() {
        return flying;
    }

    private boolean isDue() {
        long last = carried.mailAt().get();
        return last == Long.MIN_VALUE || carried.nanos().getAsLong() - last >= BETWEEN.toNanos();
    }

    private void fetch() throws Halt, TryAgain {
        Optional<String> epochAsked = outbox.epoch();
        HttpUrl.Builder url = traffic.url(Wire.MAIL).newBuilder();
        outbox.mailCursor().ifPresent(cursor -> url.addQueryParameter("after", cursor));
        Undelivered left = outbox.undelivered();
        Request.Builder request = traffic.request(Wire.MAIL)
                .url(url.build())
                .header(Wire.UNDELIVERED, left.cases() + " " + left.photos());
        outbox.newest()
                .ifPresent(newest -> request.header(
                        Wire.NEWEST, newest.position() + " " + newest.name().hex()));
        traffic.send(request.build(), answer -> {
            flying = false;
            if (answer.status() == 200) {
                carried.mailAt().set(carried.nanos().getAsLong());
                file(answer, epochAsked);
            } else {
                Verdict.of(answer);
                ledger.trouble(new Halt(Verdict.stateFor(answer)));
            }
        });
    }

    private void file(Answer answer, Optional<String> epochAsked) throws TryAgain {
        try {
            MailPage page = answer.read(MailPage.class);
            if (page.epoch() == null || page.cursor() == null) {
                throw new GiveUp("not-our-format");
            }
            epochs.heard(page.epoch());
            epochs.settle();
            boolean cursorWasOfAnotherLife = epochAsked.isPresent() && !epochAsked.equals(outbox.epoch());
            if (cursorWasOfAnotherLife) {
                wanted = true;
                return;
            }
            Optional<String> position = answer.header(Wire.POSITION);
            if (position.isPresent() && epochs.standsBehind(Long.parseLong(position.get()))) {
                wanted = true;
                return;
            }
            outbox.mail(page);
            wanted = page.more();
        } catch (GiveUp | NumberFormatException e) {
            ledger.trouble(new Halt(LinkState.NOT_THE_CLINIC));
        }
    }
}
