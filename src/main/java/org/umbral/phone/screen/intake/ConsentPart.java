package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** The first door: a text to read aloud, and of every person a yes or no to each purpose on its own. */
final class ConsentPart implements StepPart {
    private final Shell shell;
    private final IntakeModel model;
    private final Consents consents;
    private final ConsentQuestions questions;
    private final NoticeCard notice;
    private final VBox people = Parts.column(20);
    private final VBox node;
    private final List<PersonConsent> parts = new ArrayList<>();
    private List<ItemId> shown = List.of();

    /**
     * @param refused everybody says no before anything was sent
     * @param leave a yes that all depends on was taken back
     */
    ConsentPart(Shell shell, IntakeModel model, Consents consents, Runnable refused, Runnable leave) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        Words words = model.words();
        this.questions = new ConsentQuestions(shell, model, consents, refused, leave);
        this.notice = new NoticeCard(shell, model, consents);
        this.node = Parts.column(16, notice.node(), people, way(words));
        Button no = Parts.withIcon(Parts.link(words.of("consent.refuse"), questions::toRefuse), Material2AL.BLOCK);
        no.getStyleClass().add("danger");
        no.setId("consent-refuse");
        node.getChildren().add(no);
        refresh();
    }

    private Node way(Words words) {
        Field ways = model.catalogue().field("CON-06").orElseThrow();
        ChoiceEditor way = new ChoiceEditor(
                words,
                ways,
                value ->
                        value.asText().ifPresent(code -> model.people().forEach(person -> consents.how(person, code))));
        way.show(Optional.of(Value.text(consents.how())));
        return Parts.column(8, Parts.text(words.field("CON-06"), "field-label"), way.node());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        notice.refresh();
        List<ItemId> now = model.people();
        if (!now.equals(shown)) {
            shown = List.copyOf(now);
            parts.clear();
            now.forEach(person -> parts.add(new PersonConsent(shell, model, consents, person, questions, notice)));
            people.getChildren().setAll(parts.stream().map(PersonConsent::node).toList());
        }
        if (model.state() == IntakeModel.State.SAVED) {
            parts.forEach(PersonConsent::refresh);
        }
    }
}
