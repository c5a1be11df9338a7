package org.umbral.phone.screen.words;

import java.time.Instant;
import java.util.Optional;
import org.umbral.phone.Delivery;

/** What happened to a case, in one short line that stands beside an icon. */
public final class DeliveryWords {
    private DeliveryWords() {}

    public static String line(Words words, Delivery delivery) {
        if (delivery.state() != Delivery.State.NEEDS_YOU) {
            return way(words, delivery, delivery.state());
        }
        String why = delivery.questions() > 0
                ? words.of("delivery.asks", delivery.questions())
                : delivery.refused() > 0
                        ? words.of("delivery.refused", delivery.refused())
                        : words.of("delivery.needs");
        return why + " · " + way(words, delivery, delivery.way());
    }

    private static String way(Words words, Delivery delivery, Delivery.State state) {
        return switch (state) {
            case DRAFT -> words.of("delivery.draft");
            case KEPT_HERE -> words.of("delivery.kept");
            case SENDING -> words.of("delivery.sending", delivery.sent(), delivery.total());
            case DELIVERED ->
                delivery.deliveredAt()
                        .map(at -> words.of("delivery.delivered.at", words.at(at)))
                        .orElseGet(() -> words.of("delivery.delivered"));
            case OPENED ->
                delivery.openedAt()
                        .map(at -> words.of("delivery.opened.at", words.at(at)))
                        .orElseGet(() -> words.of("delivery.opened"));
            case NEEDS_YOU -> words.of("delivery.needs");
        };
    }

    /** For an emergency that nobody has: since when, and whom to call. */
    public static Optional<String> call(Words words, Delivery delivery, Optional<String> telephone) {
        Optional<Instant> since = delivery.unopenedSince();
        String key = delivery.deliveredAt().isPresent() ? "delivery.unopened" : "delivery.undelivered";
        return since.filter(at ->
                        isFifteenMinutesOld(words, at) || delivery.deliveredAt().isPresent())
                .map(at -> words.of(key, words.at(at)) + " "
                        + telephone
                                .map(number -> words.of("delivery.call", number))
                                .orElseGet(() -> words.of("delivery.call.clinic")));
    }

    private static boolean isFifteenMinutesOld(Words words, Instant since) {
        return !since.plusSeconds(15 * 60).isAfter(words.now());
    }
}
