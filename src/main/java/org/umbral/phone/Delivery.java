package org.umbral.phone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.Sha256;

/**
 * What happened to a case on its way to the clinic.
 *
 * @param sent items with a receipt
 * @param total items of the case so far, entries and photos
 * @param items one line each, in the order in which they go
 * @param deliveredAt server time of the last receipt, once everything has one
 * @param openedAt when staff opened it, as the clinic signed it
 * @param way how far it has come, also while it needs the worker
 * @param questions of the clinic that wait for an answer
 * @param unopenedSince an emergency's last receipt that nobody has opened for 15 minutes, or the time since which an
 *     emergency waits to be delivered: the screen shows whom to call
 */
public record Delivery(
        State state,
        int sent,
        int total,
        List<Line> items,
        Optional<Instant> deliveredAt,
        Optional<Instant> openedAt,
        Optional<Instant> unopenedSince,
        State way,
        int questions) {
    /**
     * Life: {@code DRAFT} while nothing was cut; {@code KEPT_HERE} with sealed mail and no receipt; {@code SENDING} with
     * some receipts; {@code DELIVERED} with all; {@code OPENED} once staff opened it; a later entry begins again at {@code
     * KEPT_HERE} or {@code SENDING}. {@code NEEDS_YOU} stands over all: an item was refused, or the clinic asks.
     */
    public enum State {
        DRAFT,
        KEPT_HERE,
        SENDING,
        DELIVERED,
        OPENED,
        NEEDS_YOU
    }

    /** One entry or photo. */
    public record Line(Sha256 name, boolean photo, long size, boolean received, Optional<String> refused) {}

    public Delivery {
        items = List.copyOf(items);
    }

    /** Without a question. */
    public Delivery(
            State state,
            int sent,
            int total,
            List<Line> items,
            Optional<Instant> deliveredAt,
            Optional<Instant> openedAt,
            Optional<Instant> unopenedSince) {
        this(
                state,
                sent,
                total,
                items,
                deliveredAt,
                openedAt,
                unopenedSince,
                state == State.NEEDS_YOU ? State.KEPT_HERE : state,
                0);
    }

    /** Items that the clinic will not take. */
    public long refused() {
        return items.stream().filter(line -> line.refused().isPresent()).count();
    }
}
