package org.umbral.phone.screen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Language;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Condition;
import org.umbral.shared.catalogue.Rule;
import org.umbral.shared.catalogue.Section;
import org.umbral.shared.catalogue.Step;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.FxRounds;
import org.umbral.testing.ScreenBench;

/** The intake's screen over an intake in memory, where every save is done at once and no robot is needed. */
final class StepBench {
    static final List<Step> STEPS = List.of(
            step("consent", "consent", List.of("CAP-11"), List.of()),
            step("why", "reason", List.of("CAS-06", "GRD-01"), List.of("GRD-04")),
            step("person", "person", List.of("PER-02", "PER-11"), List.of("CAS-08", "PER-05")),
            step("find", "contact", List.of("PER-28A", "PER-28"), List.of()),
            new Step(
                    "where",
                    "case",
                    List.of("CAS-03"),
                    List.of(),
                    List.of(
                            new Section(
                                    "sponsor",
                                    List.of("SPO-03", "SPO-05"),
                                    List.of("SPO-04"),
                                    false,
                                    equal("CAS-03", "DETAINED_ICE")),
                            new Section("capture", List.of("CAP-09"), List.of(), true, null)),
                    null),
            new Step(
                    "custody",
                    "capture",
                    List.of("CAP-08", "CAP-06"),
                    List.of(),
                    List.of(),
                    equal("CAP-09", "SHELTER")),
            step("papers", "person", List.of("PER-16", "PER-18", "PER-21"), List.of()));

    final FakeIntake intake;
    final CaseId id;
    final List<String> ways = new ArrayList<>();
    final Shell shell;
    IntakeModel model;
    Optional<IntakeScreen> screen = Optional.empty();
    private final Clock clock = Clock.fixed(ScreenBench.NOW, ZoneId.of("America/Phoenix"));
    private final Words words = Words.of(Locale.US, clock);

    StepBench() throws Exception {
        this(STEPS);
    }

    StepBench(List<Step> steps) throws Exception {
        FxToolkit.registerPrimaryStage();
        shell = onUi(() -> new Shell(Optional.empty(), () -> {}));
        Catalogue shipped = ScreenBench.catalogue();
        List<Rule> rules = shipped.rules().stream()
                .filter(rule -> List.of("ALL-04", "ALL-05", "MIN-01", "MIN-02").contains(rule.id()))
                .toList();
        intake = new FakeIntake(
                new Catalogue(1, shipped.version(), shipped.groups(), shipped.fields(), steps, rules),
                new SecureRandom(),
                clock);
        id = intake.begin(HowKnown.FACE_TO_FACE);
        model = made();
        consent();
        model.reread();
    }

    private IntakeModel made() {
        IntakeModel made = new IntakeModel(intake, new Work(Runnable::run, Runnable::run), words, intake.read(id));
        made.ready(() -> {});
        return made;
    }

    private void consent() {
        ItemId person = model.principal().orElseThrow();
        intake.set(id, person, "CAS-08", Value.text("PRINCIPAL"));
        for (String purpose : List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC")) {
            ItemId item = intake.newItem(id, "consent", person);
            intake.set(id, item, "CON-02", Value.text(purpose));
            intake.set(id, item, "CON-03", Value.text("GIVEN"));
        }
    }

    static Step step(String id, String group, List<String> fields, List<String> more) {
        return new Step(id, group, fields, more, List.of(), null);
    }

    static Condition equal(String field, String value) {
        return new Condition(
                null, null, null, new Condition.Equal(field, List.of(value)), null, null, null, null, null, null, null);
    }

    /** The worker comes back to the case another day. */
    StepBench again() {
        intake.leave(id);
        model = made().laterSitting();
        screen = Optional.empty();
        return this;
    }

    StepBench at(String step) {
        return at(Optional.of(IntakeScreen.Place.step(step)));
    }

    StepBench at(Optional<IntakeScreen.Place> place) {
        onUi(() -> {
            IntakeScreen.Ways all = new IntakeScreen.Ways(
                    shown -> {
                        throw new AssertionError("there is no step about evidence");
                    },
                    () -> ways.add("leave"),
                    () -> ways.add("finish"),
                    () -> ways.add("closing"),
                    () -> ways.add("refuse"),
                    () -> ways.add("discard"),
                    Optional.of("+1 202 555 0123"));
            IntakeScreen made = new IntakeScreen(shell, model, new Consents(model, intake), place, all);
            screen = Optional.of(made);
            shell.only(made);
            if (shell.root().getScene() == null) {
                Scene scene = new Scene(shell.root(), 360, 640);
                scene.getStylesheets()
                        .add(Objects.requireNonNull(StepBench.class.getResource("/org/umbral/phone/umbral.css"))
                                .toExternalForm());
            }
            return true;
        });
        settle();
        return this;
    }

    /** Without a window nothing is laid out by itself. */
    void settle() {
        FxRounds.settle();
        onUi(() -> {
            shell.root().applyCss();
            shell.root().layout();
            return true;
        });
        FxRounds.settle();
    }

    static <T> T onUi(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(12_000, call);
    }

    Optional<Node> find(String id) {
        return onUi(() -> shell.root().lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()) && isShown(node))
                .findFirst());
    }

    boolean isThere(String id) {
        return find(id).isPresent();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void tap(String id) {
        Node node = find(id).orElseThrow(() -> new AssertionError("not there: " + id));
        onUi(() -> {
            ((ButtonBase) node).fire();
            return true;
        });
        settle();
    }

    /** The worker chooses another language in the settings. */
    void speak(Language language) {
        onUi(() -> {
            words.speak(language);
            shell.again();
            return true;
        });
        settle();
    }

    void tapWords(String text) {
        onUi(() -> {
            shell.root().lookupAll("*").stream()
                    .filter(node -> node instanceof ButtonBase button && text.equals(button.getText()) && isShown(node))
                    .map(ButtonBase.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not there: " + text))
                    .fire();
            return true;
        });
        settle();
    }

    /** Typed into the field and not yet handed over. */
    void type(String id, String text) {
        Node node = find(id).orElseThrow(() -> new AssertionError("not there: " + id));
        onUi(() -> {
            ((TextInputControl) node).setText(text);
            return true;
        });
    }

    String text(String id) {
        Node node = find(id).orElseThrow();
        return node instanceof Labeled labeled ? labeled.getText() : ((TextInputControl) node).getText();
    }

    List<String> words() {
        return onUi(() -> shell.root().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled && isShown(node))
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList());
    }

    CaseFile file() {
        return intake.read(id);
    }

    ItemId person(int number) {
        return model.people().get(number - 1);
    }

    Optional<Value> value(ItemId item, String field) {
        return file().answer(item, new FieldId(field)).flatMap(answer -> answer.settled());
    }

    void holds(ItemId item, String field, String text) {
        assertThat(value(item, field).flatMap(Value::asText)).contains(text);
    }
}
