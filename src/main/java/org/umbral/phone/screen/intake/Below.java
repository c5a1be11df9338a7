package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.doubt.Doubt;

/** What stands below a field: what was understood, then the doubts, each with what may have been meant. */
final class Below {
    private final Words words;
    private final String id;
    private final VBox node = Parts.column(4);

    Below(Words words, String id) {
        this.words = words;
        this.id = id;
        clear();
    }

    Node node() {
        return node;
    }

    void clear() {
        node.getChildren().clear();
        Parts.hide(node, true);
    }

    /** @param taken told which offer was tapped; a doubt that refuses always offers where it has words for it */
    void show(String fact, List<Doubt> doubts, Consumer<Doubt> taken) {
        clear();
        if (!fact.isBlank()) {
            node.getChildren().add(Parts.quiet(fact));
        }
        for (Doubt doubt : doubts) {
            node.getChildren().add(Parts.text(Said.doubt(words, doubt), "doubt"));
            boolean offers = doubt.offer().isPresent() || doubt.refused();
            if (offers && words.find("check." + doubt.code() + ".offer").isPresent()) {
                node.getChildren().add(offer(doubt, taken));
            }
        }
        Parts.hide(node, node.getChildren().isEmpty());
    }

    /** A further line, such as the offer of another calendar. */
    void add(Node line) {
        node.getChildren().add(line);
        Parts.hide(node, false);
    }

    private Button offer(Doubt doubt, Consumer<Doubt> taken) {
        String said = words.of("check." + doubt.code() + ".offer", doubt.about().toArray());
        Button button = Parts.link(said, () -> taken.accept(doubt));
        button.setId(id + ".offer");
        return button;
    }
}
