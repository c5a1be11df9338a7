package org.umbral.phone.screen.onecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.Question;
import org.umbral.phone.screen.intake.IntakeScreen;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.catalogue.Catalogue;

/** What of a case waits for the worker: questions of the clinic, and answers that differ. Each leads to its place. */
record Attention(Catalogue catalogue, Words words, Consumer<Optional<IntakeScreen.Place>> edit) {
    /** A card for each question, open ones first as they come. */
    List<Node> questions(List<Question> questions, Consumer<Question> answer) {
        List<Node> cards = new ArrayList<>();
        for (Question question : questions) {
            VBox card = Parts.card(
                    Parts.section(words.of("question.title")),
                    Parts.body(question.text()),
                    Parts.quiet(words.of("question.by", question.askedBy(), words.at(question.at()))));
            card.setId("question-" + cards.size());
            if (question.isOpen()) {
                card.getStyleClass().add("wait");
            }
            question.answer().ifPresent(said -> card.getChildren().add(Parts.text(said, "bold-line")));
            if (question.answeredInItsField()) {
                card.getChildren()
                        .add(Parts.line(
                                Parts.icon(Material2AL.CHECK, "done-icon"), Parts.body(words.of("question.in.field"))));
            }
            place(question).ifPresent(place -> card.getChildren().add(go(question, place)));
            Button write = Parts.secondary(
                    words.of(question.answer().isPresent() ? "question.change" : "question.answer"),
                    () -> answer.accept(question));
            write.setId("answer-" + cards.size());
            card.getChildren().add(write);
            cards.add(card);
        }
        return cards;
    }

    private Optional<IntakeScreen.Place> place(Question question) {
        return question.field()
                .flatMap(field ->
                        IntakeScreen.Place.of(catalogue, question.item().orElseThrow(), field.text()));
    }

    private Button go(Question question, IntakeScreen.Place place) {
        String field = words.field(question.field().orElseThrow().text());
        Button go = Parts.primary(words.of("question.go", field), () -> edit.accept(Optional.of(place)));
        go.setId("go-" + question.field().orElseThrow());
        return go;
    }

    /** One line for each field that holds two values; what no step asks for is settled at the clinic. */
    Optional<Node> conflicts(CaseFile file) {
        List<Node> lines = new ArrayList<>();
        for (Item item : file.items().values()) {
            item.answers().forEach((field, answer) -> {
                if (answer.isConflict() && item.state() != Item.State.REMOVED) {
                    IntakeScreen.Place.of(catalogue, item.id(), field.text()).ifPresent(place -> {
                        Button line = Parts.withIcon(
                                Parts.link(
                                        words.of("conflict.line", words.field(field.text())),
                                        () -> edit.accept(Optional.of(place))),
                                Material2AL.CHEVRON_RIGHT);
                        line.setMaxWidth(Double.MAX_VALUE);
                        lines.add(line);
                    });
                }
            });
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        VBox card = Parts.card(Parts.section(words.of("conflict.title")));
        card.setId("conflicts");
        card.getStyleClass().add("wait");
        card.getChildren().addAll(lines);
        return Optional.of(card);
    }
}
