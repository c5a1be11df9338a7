package org.umbral.phone.screen.intake;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Step;

/** A step about the case itself. Where a life is in danger the first thing it says is to call for help (notice N5). */
final class CaseFields implements StepPart {
    private static final String URGENCY = "CAS-06";

    private final IntakeModel model;
    private final Fields fields;
    private final VBox node;
    private final Optional<Node> danger;

    CaseFields(Shell shell, IntakeModel model, Step step) {
        this.model = model;
        this.fields = new Fields(shell, model, step.group(), ItemId.CASE, step.fields(), step.more());
        this.node = Parts.column(12, fields.node());
        this.danger = step.fields().contains(URGENCY) ? Optional.of(danger()) : Optional.empty();
        refresh();
    }

    private Node danger() {
        VBox card = Parts.card(
                Parts.line(
                        Parts.icon(Material2MZ.WARNING, "emergency-icon"),
                        Parts.text(model.words().of("notice.N5.title"), "emergency-text")),
                Parts.body(model.words().of("notice.N5")));
        card.getStyleClass().add("emergency");
        card.setId("notice-N5");
        return card;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        fields.refresh();
        boolean now = model.value(ItemId.CASE, URGENCY)
                .flatMap(Value::asText)
                .filter("NOW_LIFE_THREATENING"::equals)
                .isPresent();
        danger.ifPresent(card -> {
            node.getChildren().remove(card);
            if (now) {
                node.getChildren().add(0, card);
            }
        });
    }

    @Override
    public void flush() {
        fields.flush();
    }
}
