package org.umbral.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Gaps;
import org.umbral.clinic.store.Mailbox;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;

/**
 * Carries what a real outbox holds to a real clinic's store and back, and loses, doubles, delays and mixes requests and
 * answers. Unlike the courier it sends nothing before the clinic said where it stands (what comes of sending beside that
 * is tested there); where that is another life it looks for its receipts.
 */
final class LossyCarrier {
    private static final int MAIL_PAGE = 3;

    /** How likely things go wrong, in percent. */
    record Weather(int lost, int answerLost, int doubled, int delayed) {
        static final Weather CLEAR = new Weather(0, 0, 0, 0);
        static final Weather BAD = new Weather(25, 25, 20, 20);
    }

    private record Answer(Sha256 about, SignedDocument document) {}

    private final ModelClinic clinic;
    private final ModelPhone phone;
    private final boolean forgets;
    private final Deque<Answer> delayed = new ArrayDeque<>();

    /** @param forgets planted: receipts are given for words that nobody kept, always: by chance, what was shrunk could pass */
    LossyCarrier(ModelClinic clinic, ModelPhone phone, boolean forgets) {
        this.clinic = clinic;
        this.phone = phone;
        this.forgets = forgets;
    }

    /** One attempt of a phone that found a connection. */
    void round(Random chance, Weather weather) throws Failure, IOException {
        Outbox outbox = phone.outbox();
        Optional<ClinicLink> link = outbox.link();
        if (link.isEmpty() || !mail(link.get(), chance, weather)) {
            return;
        }
        List<Waiting> waiting = new ArrayList<>(outbox.waiting());
        Collections.shuffle(waiting, chance);
        for (Waiting item : waiting) {
            if (item.refused().isEmpty()) {
                outbox.tried(item.name());
                send(item, link.get().device(), chance, weather);
            }
        }
        while (!delayed.isEmpty() && (happens(chance, 50) || weather.equals(Weather.CLEAR))) {
            file(delayed.removeLast());
        }
        mail(link.get(), chance, weather);
    }

    private void send(Waiting item, String device, Random chance, Weather weather) throws Failure, IOException {
        if (happens(chance, weather.lost())) {
            return;
        }
        for (int times = happens(chance, weather.doubled()) ? 2 : 1; times > 0; times--) {
            Optional<StoredEnvelope> kept = keep(item, device, happens(chance, weather.lost()));
            if (kept.isEmpty() || happens(chance, weather.answerLost())) {
                continue;
            }
            Answer answer = new Answer(item.name(), clinic.receipt(kept.get()));
            if (happens(chance, weather.delayed())) {
                delayed.addFirst(answer);
            } else {
                file(answer);
            }
        }
    }

    /** Words whole, photos in two parts, of which the second may be lost: it goes on from there the next time. */
    private Optional<StoredEnvelope> keep(Waiting item, String device, boolean cut) throws Failure, IOException {
        ClinicStore store = clinic.parts().store();
        byte[] bytes;
        try (InputStream in = phone.outbox().read(item.name(), 0)) {
            bytes = in.readAllBytes();
        }
        if (!Sha256.of(bytes).equals(item.name())) {
            throw new IllegalStateException("the outbox holds other bytes than it names");
        }
        if (forgets && !item.lane().isEvidence()) {
            return Optional.of(
                    new StoredEnvelope(item.name(), bytes.length, device, false, 1, clinic.clock.instant(), false));
        }
        if (!item.lane().isEvidence()) {
            return Optional.of(store.envelopes()
                    .keep(item.name(), bytes, device, item.lane().isEmergency()));
        }
        UploadId upload = new UploadId(item.name(), device);
        int at = (int) store.uploads()
                .begin(new Uploads.Announced(upload, bytes.length, false))
                .offset();
        int half = at < bytes.length / 2 ? bytes.length / 2 : bytes.length;
        for (int to = half; at < bytes.length; at = to, to = bytes.length) {
            store.uploads().append(upload, at, Arrays.copyOfRange(bytes, at, to), to - at);
            if (cut && to < bytes.length) {
                return Optional.empty();
            }
        }
        return Optional.of(store.uploads().finish(upload));
    }

    private void file(Answer answer) throws Failure {
        Outbox outbox = phone.outbox();
        VerifyingKey key = outbox.link().orElseThrow().clinicReceiptKey();
        outbox.received(Receipt.verified(answer.document(), key, answer.about()), answer.document());
    }

    /** Whether an answer came at all; more pages follow at once. */
    private boolean mail(ClinicLink link, Random chance, Weather weather) throws Failure {
        Outbox outbox = phone.outbox();
        ClinicStore store = clinic.parts().store();
        Optional<Outbox.Newest> newest = outbox.newest();
        if (happens(chance, weather.lost())) {
            return false;
        }
        Optional<String> asked = outbox.epoch();
        MailPage page = page(store, link.device(), outbox.mailCursor());
        if (happens(chance, weather.answerLost())) {
            return false;
        }
        if (!asked.equals(Optional.of(page.epoch()))) {
            List<HaveRequest.Gone> gone = outbox.epochChanged(page.epoch());
            if (asked.isPresent()) {
                ask(link, gone);
                return mail(link, chance, Weather.CLEAR);
            }
        }
        if (newest.isPresent()) {
            Outbox.Newest last = newest.get();
            long stands = store.envelopes().gave(last.position(), last.name())
                    ? store.state().lastPosition()
                    : 0;
            if (stands < last.position()) {
                ask(link, outbox.fellBehind(stands));
                return mail(link, chance, Weather.CLEAR);
            }
        }
        outbox.mail(page);
        if (happens(chance, weather.doubled())) {
            outbox.mail(page);
        }
        return !page.more() || mail(link, chance, weather);
    }

    private static MailPage page(ClinicStore store, String device, Optional<String> cursor) throws Failure {
        String epoch = store.state().epoch();
        Mailbox.Page page = store.mailbox().page(device, epoch, cursor.orElse(""), MAIL_PAGE, Integer.MAX_VALUE);
        List<MailPage.Letter> letters = page.letters().stream()
                .map(letter -> new MailPage.Letter(letter.position(), letter.sealed()))
                .toList();
        return new MailPage(epoch, page.cursor(), page.more(), letters);
    }

    /** Rule R8: what is held of what waits here; what is here no more is reported. */
    private void ask(ClinicLink link, List<HaveRequest.Gone> gone) throws Failure {
        ClinicStore store = clinic.parts().store();
        for (Waiting item : phone.outbox().waiting()) {
            Optional<StoredEnvelope> held = store.envelopes().held(item.name());
            if (held.isPresent()) {
                file(new Answer(item.name(), clinic.receipt(held.get())));
            }
        }
        List<Gaps.Gap> gaps = gone.stream()
                .map(one -> new Gaps.Gap(
                        new Sha256(one.sha256()), link.device(), one.size(), one.receivedAt(), clinic.clock.instant()))
                .toList();
        if (!gaps.isEmpty()) {
            store.gaps().report(link.device(), gaps);
        }
    }

    private static boolean happens(Random chance, int percent) {
        return chance.nextInt(100) < percent;
    }
}
