package org.umbral.phone.screen.evidence;

import static javafx.geometry.NodeOrientation.LEFT_TO_RIGHT;
import static javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.intake.Consents;
import org.umbral.phone.screen.notice.ReadAloud;
import org.umbral.phone.screen.notice.ReadAloud.Reader;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;

/** Photographs need their own yes: notice N3 in the language of the person, before the first photo of anything. */
final class PhotoPermission {
    private final Consents consents;
    private final Words words;
    private final VBox node = Parts.column(8);

    PhotoPermission(Consents consents, Words words) {
        this.consents = consents;
        this.words = words;
    }

    Node node() {
        return node;
    }

    boolean isGiven() {
        return consents.isGiven(Consents.PHOTOGRAPH);
    }

    void show() {
        boolean given = isGiven();
        Parts.hide(node, given);
        if (given) {
            node.getChildren().clear();
        } else if (node.getChildren().isEmpty()) {
            node.getChildren().add(card());
        }
    }

    private Node card() {
        ReadAloud reading = consents.reading();
        VBox card = Parts.card(Parts.line(
                Parts.icon(Material2MZ.RECORD_VOICE_OVER), Parts.text(words.of("notice.aloud"), "bold-line")));
        for (String part : consents.notices().read("N3", reading.language())) {
            Label text = Parts.aloud(part);
            text.setMaxWidth(Double.MAX_VALUE);
            text.setNodeOrientation(reading.language().isRightToLeft() ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
            card.getChildren().add(text);
        }
        if (reading.reader().isPresent()) {
            card.getChildren().add(yes("photos-yes", "evidence.permission.yes", reading));
        } else if (reading.needsInterpreter()) {
            card.getChildren()
                    .add(yes("photos-yes", "evidence.permission.interpreter", reading.readBy(Reader.INTERPRETER)));
        } else {
            card.getChildren()
                    .addAll(
                            yes("photos-yes", "evidence.permission.worker", reading.readBy(Reader.WORKER)),
                            yes(
                                    "photos-yes-interpreter",
                                    "evidence.permission.interpreter",
                                    reading.readBy(Reader.INTERPRETER)));
        }
        card.getStyleClass().add("notice");
        return card;
    }

    private Button yes(String name, String key, ReadAloud read) {
        Button yes = Parts.secondary(words.of(key), () -> {
            consents.read(read);
            consents.decide(Consents.PHOTOGRAPH, "GIVEN");
        });
        yes.setId(name);
        return yes;
    }
}
