package org.umbral.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.umbral.phone.CaseRecord.Sent;
import org.umbral.phone.Delivery.Line;
import org.umbral.phone.Delivery.State;
import org.umbral.phone.store.MailState;
import org.umbral.phone.store.PhoneStore;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** Tells from receipts, and from what the clinic signed, how far a case has come. */
record Deliveries(PhoneStore store) {
    /** How long an emergency may lie unopened before the phone says whom to call. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private record Seen(Sent item, Optional<MailState> mail) {
        boolean isReceived() {
            return mail.filter(MailState::isReceived).isPresent();
        }

        boolean isDraft() {
            return mail.filter(MailState::isDraft).isPresent();
        }

        Optional<String> refused() {
            return mail.flatMap(MailState::refused);
        }
    }

    Delivery of(CaseRecord record, Instant now) throws TryAgain {
        Map<Sha256, MailState> states =
                store.mail(record.items().stream().map(Sent::name).toList());
        List<Seen> seen = new ArrayList<>();
        for (Sent item : record.items()) {
            seen.add(new Seen(item, Optional.ofNullable(states.get(item.name()))));
        }
        seen.sort(Comparator.comparing((Seen one) -> one.item().photo())
                .thenComparing(one -> one.item().photo() ? one.item().size() : 0L));
        int sent = (int) seen.stream().filter(Seen::isReceived).count();
        Optional<Instant> opened = Optional.ofNullable(record.openedAt());
        int questions = record.told().questions();
        State way = way(record, seen, sent);
        boolean refused = seen.stream().anyMatch(one -> one.refused().isPresent());
        return new Delivery(
                questions > 0 || refused ? State.NEEDS_YOU : way,
                sent,
                seen.size(),
                seen.stream().map(Deliveries::line).toList(),
                sent == seen.size() ? latest(seen, MailState::receivedAt) : Optional.empty(),
                opened,
                record.summary().isEmergency() ? unopened(record, seen, now) : Optional.empty(),
                way,
                questions);
    }

    private static Line line(Seen one) {
        return new Line(one.item().name(), one.item().photo(), one.item().size(), one.isReceived(), one.refused());
    }

    private static State way(CaseRecord record, List<Seen> seen, int sent) {
        if (seen.stream().allMatch(Seen::isDraft)) {
            return State.DRAFT;
        }
        if (sent < seen.size()) {
            return sent == 0 ? State.KEPT_HERE : State.SENDING;
        }
        return isOpened(record, seen) ? State.OPENED : State.DELIVERED;
    }

    private static boolean isOpened(CaseRecord record, List<Seen> seen) {
        return seen.stream().allMatch(one -> record.opened().contains(one.item().entry()));
    }

    private static Optional<Instant> unopened(CaseRecord record, List<Seen> seen, Instant now) {
        Optional<Instant> waiting = seen.stream()
                .filter(one -> !one.isReceived() && !one.isDraft())
                .map(one -> one.item().at())
                .min(Comparator.naturalOrder());
        if (waiting.isPresent() || seen.isEmpty() || isOpened(record, seen)) {
            return waiting;
        }
        // By the phone's own clock on both sides: the clinic's may differ by more than the patience.
        boolean patienceOver = latest(seen, MailState::filedAt)
                .filter(filed -> !now.isBefore(filed.plus(PATIENCE)))
                .isPresent();
        return patienceOver ? latest(seen, MailState::receivedAt) : Optional.empty();
    }

    private static Optional<Instant> latest(List<Seen> seen, Function<MailState, Optional<Instant>> time) {
        return seen.stream()
                .flatMap(one -> one.mail().stream())
                .flatMap(mail -> time.apply(mail).stream())
                .max(Comparator.naturalOrder());
    }
}
