package org.umbral.phone.screen.onecase;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.Delivery;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.DeliveryMark;
import org.umbral.phone.screen.words.DeliveryWords;
import org.umbral.phone.screen.words.Words;

/** What happened to the case, and to each of its entries and photos. */
final class DeliveryCard {
    private DeliveryCard() {}

    static VBox of(Words words, Delivery delivery, Optional<String> telephone) {
        DeliveryMark mark = DeliveryMark.of(delivery.state());
        VBox card = Parts.card(Parts.line(
                Parts.icon(mark.icon(), mark.style()), Parts.text(DeliveryWords.line(words, delivery), "bold-line")));
        card.setId("delivery");
        DeliveryWords.call(words, delivery, telephone).ifPresent(call -> {
            card.getStyleClass().add("emergency");
            card.getChildren()
                    .add(Parts.line(
                            Parts.icon(Material2AL.CALL, "emergency-icon"), Parts.text(call, "emergency-text")));
        });
        int photo = 0;
        int entry = 0;
        for (Delivery.Line line : delivery.items()) {
            int number = line.photo() ? ++photo : ++entry;
            card.getChildren().add(line(words, line, number));
        }
        return card;
    }

    private static HBox line(Words words, Delivery.Line line, int number) {
        String what = words.of(line.photo() ? "item.photo" : "item.words", number);
        String size = words.bytes(line.size());
        if (line.refused().isPresent()) {
            String why = words.find("failure." + line.refused().get()).orElseGet(() -> words.of("item.refused"));
            return Parts.line(Parts.icon(Material2MZ.WARNING, "emergency-icon"), Parts.body(what + " · " + why));
        }
        return line.received()
                ? Parts.line(Parts.icon(Material2AL.CHECK, "done-icon"), Parts.body(words.of("item.there", what, size)))
                : Parts.line(
                        Parts.icon(Material2MZ.SMARTPHONE, "quiet-icon"),
                        Parts.body(words.of("item.here", what, size)));
    }
}
