package org.umbral.clinic.receive;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.Gaps;
import org.umbral.clinic.store.Mailbox;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.wire.HaveAnswer;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** {@code POST /v1/have} and {@code GET /v1/mail}. */
final class ControlRoutes {
    private static final int MAIL_PAGE_BYTES = 512 * 1024;
    /** To look up so many and sign their receipts is as much work as another request. */
    private static final int HASHES_OF_A_REQUEST = 10;

    private static final Pattern NEWEST = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})");
    private static final Pattern TWO_NUMBERS = Pattern.compile("([0-9]{1,6}) ([0-9]{1,6})");

    private final ClinicStore store;
    private final Turns turns;
    private final Receipts receipts;
    private final Clock clock;

    ControlRoutes(ClinicStore store, Turns turns, Receipts receipts, Clock clock) {
        this.store = store;
        this.turns = turns;
        this.receipts = receipts;
        this.clock = clock;
    }

    void have(Context http, String device) throws Failure, IOException {
        HaveRequest request = Body.json(http, HaveRequest.class);
        if (request.hashes().size() > Wire.MAX_HAVE || request.cannotServe().size() > Wire.MAX_HAVE) {
            throw new GiveUp(Problem.TOO_LARGE);
        }
        turns.spend(device, (request.hashes().size() + request.cannotServe().size()) / HASHES_OF_A_REQUEST);
        List<Gaps.Gap> gaps = new ArrayList<>();
        for (HaveRequest.Gone gone : request.cannotServe()) {
            gaps.add(gap(device, gone));
        }
        if (!gaps.isEmpty()) {
            store.gaps().report(device, gaps);
        }
        List<HaveAnswer.Held> items = new ArrayList<>();
        for (String hash : request.hashes()) {
            items.add(held(hash, device));
        }
        Body.answer(http, 200, new HaveAnswer(store.state().epoch(), items));
    }

    private HaveAnswer.Held held(String hash, String device) throws TryAgain, GiveUp {
        Sha256 sha256 = sha256(hash);
        Optional<StoredEnvelope> whole = store.envelopes().held(sha256);
        if (whole.isPresent()) {
            return new HaveAnswer.Held(hash, whole.get().size(), receipts.of(whole.get()));
        }
        long bytes = store.uploads()
                .find(new UploadId(sha256, device))
                .map(Uploads.Half::offset)
                .orElse(0L);
        return new HaveAnswer.Held(hash, bytes, null);
    }

    private Gaps.Gap gap(String device, HaveRequest.Gone gone) throws GiveUp {
        if (gone.size() < 1 || gone.size() > Envelope.MAX_EVIDENCE_BYTES) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
        try {
            Instant received = Instant.parse(gone.receivedAt());
            return new Gaps.Gap(sha256(gone.sha256()), device, gone.size(), received.toString(), clock.instant());
        } catch (DateTimeException e) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
    }

    void mail(Context http, String device) throws Failure {
        said(device, Optional.ofNullable(http.header(Wire.UNDELIVERED)).orElse(""));
        String epoch = store.state().epoch();
        String cursor = Optional.ofNullable(http.queryParam("after")).orElse("");
        Mailbox.Page page = store.mailbox().page(device, epoch, cursor, Wire.MAX_MAIL, MAIL_PAGE_BYTES);
        List<MailPage.Letter> letters = page.letters().stream()
                .map(letter -> new MailPage.Letter(letter.position(), letter.sealed()))
                .toList();
        String newest = Optional.ofNullable(http.header(Wire.NEWEST)).orElse("");
        http.header(Wire.POSITION, Long.toString(stands(newest)));
        Body.answer(http, 200, new MailPage(epoch, page.cursor(), page.more(), letters));
    }

    /** At nothing, for a phone whose newest receipt is for what was never here: positions may have been given again. */
    private long stands(String newest) throws TryAgain {
        Matcher named = NEWEST.matcher(newest);
        boolean lost =
                named.matches() && !store.envelopes().gave(Long.parseLong(named.group(1)), new Sha256(named.group(2)));
        return lost ? 0 : store.state().lastPosition();
    }

    /** What is not two numbers was not said. */
    private void said(String device, String undelivered) throws TryAgain {
        Matcher numbers = TWO_NUMBERS.matcher(undelivered);
        if (numbers.matches()) {
            int cases = Integer.parseInt(numbers.group(1));
            int photos = Integer.parseInt(numbers.group(2));
            store.devices().said(device, new Device.Said(cases, photos, clock.instant()));
        }
    }

    private static Sha256 sha256(String hash) throws GiveUp {
        if (hash == null || !Sha256.isHex(hash)) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
        return new Sha256(hash);
    }
}
