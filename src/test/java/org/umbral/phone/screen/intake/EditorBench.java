package org.umbral.phone.screen.intake;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.FxRounds;
import org.umbral.testing.ScreenBench;
import org.umbral.testing.Seeds;

/** Fields of one person on a stage of 360×640, with real focus, over the real fold and catalogue. */
final class EditorBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    final FakeIntake intake = new FakeIntake(
            ScreenBench.catalogue(), Seeds.repeatable(62), Clock.fixed(ScreenBench.NOW, ZoneId.of("America/Phoenix")));
    final Words words;
    final CaseId id;
    final ItemId person;
    final IntakeModel model;
    private final Stage stage;
    private final Shell shell;
    private final VBox fields;
    private final Button elsewhere;

    EditorBench(String language) throws Exception {
        words = Words.of(Locale.forLanguageTag(language), Clock.fixed(ScreenBench.NOW, ZoneId.of("America/Phoenix")));
        id = intake.begin(HowKnown.FACE_TO_FACE);
        person = intake.newItem(id, "person", ItemId.CASE);
        for (String purpose : List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC")) {
            ItemId consent = intake.newItem(id, "consent", person);
            intake.write(id, consent, new FieldId("CON-02"), Value.text(purpose));
            intake.write(id, consent, new FieldId("CON-03"), Value.text("GIVEN"));
        }
        intake.write(id, person, new FieldId("PER-02"), Value.text("Ana Ficticio"));
        model = new IntakeModel(intake, new Work(Runnable::run, Runnable::run), words, intake.read(id));
        stage = FxToolkit.registerPrimaryStage();
        fields = onUi(() -> Parts.column(12));
        elsewhere = onUi(() -> new Button("elsewhere"));
        shell = onUi(() -> new Shell(Optional.empty(), () -> {}));
        onUi(() -> {
            elsewhere.setId("elsewhere");
            shell.only(() -> new VBox(Parts.scroll(fields), elsewhere));
            Scene scene = new Scene(shell.root(), 360, 640);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(Page.class.getResource("/org/umbral/phone/umbral.css"))
                            .toExternalForm());
            stage.setScene(scene);
            stage.show();
            return true;
        });
    }

    static <T> T onUi(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(12_000, call);
    }

    /** Puts a field of the person on the stage, as it would be after a restart. */
    FieldBlock ask(String field) {
        return ask(field, person);
    }

    FieldBlock ask(String field, ItemId item) {
        return onUi(() -> {
            FieldBlock block =
                    new FieldBlock(shell, model, model.catalogue().field(field).orElseThrow(), item, true);
            fields.getChildren().setAll(block.node());
            model.onChange(block::refresh);
            return block;
        });
    }

    void write(ItemId item, String field, String text) {
        onUi(() -> {
            model.write(item, new FieldId(field), Value.text(text));
            return true;
        });
    }

    /** Waits for it: what a tap opens may need another thread first. */
    Node find(String node) {
        await("there is " + node).atMost(PATIENCE).until(() -> seen(node).isPresent());
        return seen(node).orElseThrow(() -> new AssertionError("not there: " + node));
    }

    Optional<Node> seen(String node) {
        return onUi(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(one -> node.equals(one.getId()) && isShown(one))
                .findFirst());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Types over what stands in a box, as somebody whose caret is there. */
    void type(String box, String text) {
        TextInputControl input = (TextInputControl) find(box);
        onUi(() -> {
            input.requestFocus();
            input.setText(text);
            return true;
        });
    }

    void leave() {
        onUi(() -> {
            elsewhere.requestFocus();
            return true;
        });
        FxRounds.settle();
    }

    void tap(String button) {
        ButtonBase found = (ButtonBase) find(button);
        onUi(() -> {
            found.requestFocus();
            found.fire();
            return true;
        });
        FxRounds.settle();
    }

    /** Chooses from the list that is open. */
    void pick(String code) {
        @SuppressWarnings("unchecked")
        ListView<Place> list = (ListView<Place>) find("pick-list");
        onUi(() -> {
            Place place = list.getItems().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            list.getSelectionModel().select(place);
            list.getOnMouseClicked().handle(null);
            return true;
        });
        FxRounds.settle();
    }

    List<String> listed() {
        @SuppressWarnings("unchecked")
        ListView<Place> list = (ListView<Place>) find("pick-list");
        return onUi(() -> list.getItems().stream().map(Place::code).toList());
    }

    List<String> says() {
        return onUi(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled && isShown(node))
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList());
    }

    Optional<Value> held(String field) {
        return onUi(() -> model.value(person, field));
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        onUi(() -> {
            stage.setScene(null);
            stage.hide();
            return true;
        });
    }
}
