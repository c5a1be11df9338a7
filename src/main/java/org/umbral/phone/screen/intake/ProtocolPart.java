package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.umbral.phone.screen.protocol.ProtocolCards;
import org.umbral.phone.screen.protocol.Protocols.Ask;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** The protocols' cards above every step, with the fields that they ask. Lives as long as the intake. */
final class ProtocolPart {
    private static final FieldId STOPPED = new FieldId("CAP-16");

    private final Shell shell;
    private final IntakeModel model;
    private final ProtocolCards cards;
    private final Map<Ask, FieldBlock> asked = new LinkedHashMap<>();

    ProtocolPart(Shell shell, IntakeModel model, Optional<String> telephone) {
        this.shell = shell;
        this.model = model;
        this.cards = new ProtocolCards(
                model.words(),
                telephone,
                ask -> asked.computeIfAbsent(ask, this::block).node(),
                () -> model.write(ItemId.CASE, STOPPED, Value.flag(false)));
    }

    private FieldBlock block(Ask ask) {
        Field field = model.catalogue().field(ask.field()).orElseThrow();
        return new FieldBlock(shell, model, field, ask.item(), true);
    }

    Node node() {
        return cards.node();
    }

    void refresh() {
        cards.show(model.cards());
        asked.values().forEach(FieldBlock::refresh);
    }
}
