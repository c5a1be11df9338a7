package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.notice.NoticeScreen;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.phone.screen.protocol.ProtocolCards;
import org.umbral.phone.screen.protocol.Protocols.Ask;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** The protocols' cards above every step, with the fields that they ask. Lives as long as the intake. */
final class ProtocolPart {
    private static final FieldId STOPPED = new FieldId("CAP-16");
    private static final FieldId FLAGS = new FieldId("CAS-13");

    private final Shell shell;
    private final IntakeModel model;
    private final Consents consents;
    private final ProtocolCards cards;
    private final Map<Ask, FieldBlock> asked = new LinkedHashMap<>();

    ProtocolPart(Shell shell, IntakeModel model, Consents consents, Optional<String> telephone) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        this.cards = new ProtocolCards(
                model.words(),
                telephone,
                ask -> asked.computeIfAbsent(ask, this::block).node(),
                this::more,
                () -> model.write(ItemId.CASE, STOPPED, Value.flag(false)));
    }

    private FieldBlock block(Ask ask) {
        Field field = model.catalogue().field(ask.field()).orElseThrow();
        return new FieldBlock(shell, model, field, ask.item(), true);
    }

    /** Of a termination notice the person hears N7 and nothing else; a flag that no answer calls for can be taken away. */
    private Optional<Node> more(Protocol protocol) {
        if (protocol == Protocol.TERMINATION) {
            Button show = Parts.withIcon(
                    Parts.secondary(model.words().of("notice.open"), () -> show("N7")), Material2AL.ARTICLE);
            show.setId("notice-N7");
            return Optional.of(show);
        }
        return protocol == Protocol.CHILD_ALONE && model.protocols().isChildAloneByFlagOnly()
                ? Optional.of(Parts.link(model.words().of("protocol.parent.here"), this::parentIsHere))
                : Optional.empty();
    }

    private void show(String notice) {
        shell.push(new NoticeScreen(
                shell, model.words(), consents.notices(), List.of(notice), consents.reading(), List.of()));
    }

    private void parentIsHere() {
        List<String> flags = model.answer(ItemId.CASE, FLAGS).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asChoices().stream())
                .filter(flag -> !flag.equals("MINOR_NO_PARENT"))
                .distinct()
                .toList();
        model.write(ItemId.CASE, FLAGS, Value.choices(flags));
    }

    Node node() {
        return cards.node();
    }

    void refresh() {
        cards.show(model.cards());
        asked.values().forEach(FieldBlock::refresh);
    }
}
