package org.umbral.phone.screen.list;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.CaseRow;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.DeliveryMark;
import org.umbral.phone.screen.words.DeliveryWords;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;

/** Who, where, how urgent, and what happened to it. */
final class CaseCard {
    private CaseCard() {}

    static VBox of(Words words, CaseRow row, Optional<String> telephone, Consumer<CaseId> open) {
        String name = row.name().isBlank() ? words.of("case.unnamed") : row.name();
        VBox card = Parts.card(Parts.text(name, "bold-line"), Parts.quiet(where(words, row)));
        card.setSpacing(4);
        if (row.urgency().equals("NOW_LIFE_THREATENING")) {
            card.getChildren()
                    .add(Parts.line(
                            Parts.icon(Material2MZ.WARNING, "emergency-icon"),
                            Parts.text(words.choice("CAS-06", row.urgency()), "emergency-text")));
        }
        DeliveryMark mark = DeliveryMark.of(row.delivery().state());
        Label state = Parts.text(DeliveryWords.line(words, row.delivery()), "state");
        card.getChildren().add(Parts.line(Parts.icon(mark.icon(), mark.style()), state));
        if (row.mayBeKnown()) {
            card.getChildren().add(Parts.quiet(words.of("case.may-know")));
        }
        DeliveryWords.call(words, row.delivery(), telephone).ifPresent(call -> {
            card.getStyleClass().add("emergency");
            card.getChildren()
                    .add(Parts.line(
                            Parts.icon(Material2AL.CALL, "emergency-icon"), Parts.text(call, "emergency-text")));
        });
        return Parts.tappable(card, name, () -> open.accept(row.id()));
    }

    private static String where(Words words, CaseRow row) {
        boolean urgent = !row.urgency().isBlank() && !row.urgency().equals("NOW_LIFE_THREATENING");
        return Stream.of(
                        row.situation().isBlank() ? "" : words.choice("CAS-03", row.situation()),
                        urgent ? words.choice("CAS-06", row.urgency()) : "",
                        words.apart(row.code()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
