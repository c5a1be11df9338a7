package org.umbral.phone.screen.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.protocol.Protocol.Tone;
import org.umbral.phone.screen.protocol.Protocols.Ask;
import org.umbral.phone.screen.protocol.Protocols.Card;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;

/**
 * The cards above the fields of a step. Each stands there whole until the worker has understood it, then as one line
 * that opens it again. One of these lives as long as the intake, so that a card understood on one step stays a line.
 */
public final class ProtocolCards {
    private final Words words;
    private final Optional<String> telephone;
    private final Function<Ask, Node> field;
    private final Function<Protocol, Optional<Node>> more;
    private final Runnable goOn;
    private final VBox node = Parts.column(8);
    private final Set<Protocol> understood = EnumSet.noneOf(Protocol.class);
    private List<Card> shown = List.of();

    /**
     * @param telephone the clinic's
     * @param field makes the editor of what a card asks
     * @param more what else a card leads to
     * @param goOn after a stop, the person wants to go on
     */
    public ProtocolCards(
            Words words,
            Optional<String> telephone,
            Function<Ask, Node> field,
            Function<Protocol, Optional<Node>> more,
            Runnable goOn) {
        this.words = words;
        this.telephone = telephone;
        this.field = field;
        this.more = more;
        this.goOn = goOn;
        node.setId("protocols");
        Parts.hide(node, true);
    }

    public Node node() {
        return node;
    }

    /** Shows these; nothing is made anew while they stay the same, so that nobody is interrupted while typing. */
    public void show(List<Card> cards) {
        if (!cards.equals(shown)) {
            shown = List.copyOf(cards);
            understood.removeIf(
                    protocol -> cards.stream().noneMatch(card -> card.protocol().equals(protocol)));
            make();
        }
    }

    private void make() {
        node.getChildren().setAll(shown.stream().map(this::card).toList());
        Parts.hide(node, shown.isEmpty());
    }

    private Node card(Card card) {
        return understood.contains(card.protocol()) ? line(card.protocol()) : whole(card);
    }

    private Node line(Protocol protocol) {
        Button line = Parts.secondary(title(protocol), () -> {
            understood.remove(protocol);
            make();
        });
        line.setGraphic(icon(protocol));
        line.getStyleClass().setAll("button", "menu-row");
        line.setId("protocol-line-" + protocol);
        return line;
    }

    private Node whole(Card card) {
        Protocol protocol = card.protocol();
        VBox made = Parts.card(
                Parts.line(icon(protocol), Parts.text(title(protocol), textStyle(protocol.tone()))),
                Parts.body(words.of("protocol." + protocol)));
        made.setId("protocol-" + protocol);
        style(protocol.tone()).ifPresent(made.getStyleClass()::add);
        if (callsTheClinic(protocol)) {
            telephone.ifPresent(
                    number -> made.getChildren().add(Parts.text(words.of("protocol.telephone", number), "bold-line")));
        }
        card.asks().forEach(ask -> made.getChildren().add(field.apply(ask)));
        more.apply(protocol).ifPresent(made.getChildren()::add);
        made.getChildren().add(button(protocol));
        return made;
    }

    private Button button(Protocol protocol) {
        Button button = protocol == Protocol.STOPPED
                ? Parts.secondary(words.of("protocol.go.on"), goOn)
                : Parts.secondary(words.of("protocol.understood"), () -> {
                    understood.add(protocol);
                    make();
                });
        button.setId("understood-" + protocol);
        return button;
    }

    private String title(Protocol protocol) {
        return words.of("protocol." + protocol + ".title");
    }

    private static boolean callsTheClinic(Protocol protocol) {
        return switch (protocol) {
            case CHILD_ALONE,
                    TERMINATION,
                    SUICIDE_RISK,
                    TRAFFICKING_SIGN,
                    DV_SIGN,
                    THREAT_FROM_THIRD_PARTY,
                    LIFE_IN_DANGER -> true;
            default -> false;
        };
    }

    private static Node icon(Protocol protocol) {
        return switch (protocol.tone()) {
            case EMERGENCY -> Parts.icon(Material2MZ.WARNING, "emergency-icon");
            case CAREFUL -> Parts.icon(Material2AL.ERROR_OUTLINE, "wait-icon");
            case CALM -> Parts.icon(Material2AL.INFO);
        };
    }

    private static String textStyle(Tone tone) {
        return switch (tone) {
            case EMERGENCY -> "emergency-text";
            case CAREFUL -> "wait-text";
            case CALM -> "bold-line";
        };
    }

    private static Optional<String> style(Tone tone) {
        return switch (tone) {
            case EMERGENCY -> Optional.of("emergency");
            case CAREFUL -> Optional.of("wait");
            case CALM -> Optional.empty();
        };
    }
}
