package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** The first door: a text to read aloud, and a yes or no to each purpose on its own. */
final class ConsentPart implements StepPart {
    private static final List<String> READ_IN = List.of("en", "es");
    private static final FieldId LANGUAGE = new FieldId("CAP-11");

    private final Shell shell;
    private final IntakeModel model;
    private final Consents consents;
    private final Runnable refused;
    private final Words words;
    private final VBox node = Parts.column(12);
    private final VBox notice = Parts.card();
    private final List<Runnable> marks = new ArrayList<>();
    private String language;
    private String how;

    ConsentPart(Shell shell, IntakeModel model, Consents consents, Runnable refused) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        this.refused = refused;
        this.words = model.words();
        this.language = model.value(ItemId.CASE, LANGUAGE.text())
                .flatMap(Value::asText)
                .filter(READ_IN::contains)
                .orElse(words.locale().getLanguage());
        Field ways = model.catalogue().field("CON-06").orElseThrow();
        this.how = ways.choices().get(0);
        notice.getStyleClass().add("notice");
        node.getChildren().addAll(languages(), notice);
        Consents.ASKED.forEach(purpose -> node.getChildren().add(purpose(purpose)));
        ChoiceEditor way = new ChoiceEditor(words, ways, value -> {
            how = value.asText().orElse(how);
            decideAgain();
        });
        way.show(Optional.of(Value.text(how)));
        node.getChildren().addAll(Parts.text(words.field("CON-06"), "field-label"), way.node());
        Button no = Parts.withIcon(Parts.link(words.of("consent.refuse"), this::askToRefuse), Material2AL.BLOCK);
        no.getStyleClass().add("danger");
        no.setId("consent-refuse");
        node.getChildren().add(no);
        read();
        refresh();
    }

    private Node languages() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (String one : READ_IN) {
            ToggleButton button = Parts.choice(words.of("notice.language." + one), false);
            button.setId("notice-" + one);
            button.setSelected(one.equals(language));
            button.setOnAction(event -> {
                language = one;
                buttons.forEach(other -> other.setSelected(other == button));
                read();
                model.write(ItemId.CASE, LANGUAGE, Value.text(one));
                decideAgain();
            });
            buttons.add(button);
        }
        return Parts.beside(buttons.toArray(Node[]::new));
    }

    private void read() {
        Words aloud = words.in(language);
        notice.getChildren()
                .setAll(
                        Parts.line(
                                Parts.icon(Material2MZ.RECORD_VOICE_OVER),
                                Parts.text(words.of("notice.aloud"), "bold-line")),
                        Parts.aloud(aloud.of("notice.N1")),
                        Parts.aloud(aloud.of("notice.N2")));
    }

    private Node purpose(String purpose) {
        BooleanSupplier needed = () -> Consents.NEEDED.contains(purpose);
        VBox card = Parts.column(6, Parts.text(words.choice("CON-02", purpose), "field-label"));
        card.getStyleClass().add("field");
        if (needed.getAsBoolean()) {
            card.getChildren().add(Parts.quiet(words.of("consent.needed")));
        }
        ToggleButton yes = answer(purpose, "GIVEN", "consent.yes");
        ToggleButton no = answer(purpose, "REFUSED", "consent.no");
        yes.setOnAction(event -> decide(purpose, "GIVEN"));
        no.setOnAction(event -> {
            if (needed.getAsBoolean()) {
                mark(yes, no, consents.decision(purpose));
                askToRefuse();
            } else {
                decide(purpose, "REFUSED");
            }
        });
        marks.add(() -> mark(yes, no, consents.decision(purpose)));
        card.getChildren().add(Parts.beside(yes, no));
        return card;
    }

    private ToggleButton answer(String purpose, String decision, String key) {
        ToggleButton button = Parts.choice(words.of(key), false);
        button.getStyleClass().add("short");
        button.setId("consent." + purpose + "." + decision);
        return button;
    }

    private static void mark(ToggleButton yes, ToggleButton no, Optional<String> decision) {
        yes.setSelected(decision.filter("GIVEN"::equals).isPresent());
        no.setSelected(decision.filter("REFUSED"::equals).isPresent());
    }

    private void decide(String purpose, String decision) {
        consents.decide(purpose, decision, language, how);
    }

    /** What was answered was answered in this language and way. */
    private void decideAgain() {
        Consents.ASKED.forEach(purpose -> consents.decision(purpose).ifPresent(decision -> decide(purpose, decision)));
    }

    private void askToRefuse() {
        Button yes = Parts.primary(words.of("consent.refuse.yes"), () -> {
            shell.closeSheet();
            refused.run();
        });
        yes.setId("consent-refuse-yes");
        yes.getStyleClass().add("danger-primary");
        shell.sheet(
                words.of("consent.refuse.title"),
                Parts.body(words.of("consent.refuse.what")),
                yes,
                Parts.secondary(words.of("consent.refuse.no"), shell::closeSheet));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        if (model.state() == IntakeModel.State.SAVED) {
            marks.forEach(Runnable::run);
        }
    }
}
