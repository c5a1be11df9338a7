package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Step;

/** The intake, one short step at a time; the bottom button names the next one. */
public final class IntakeScreen implements Screen {
    private static final FieldId STOPPED = new FieldId("CAP-16");

    private final Shell shell;
    private final IntakeModel model;
    private final Consents consents;
    private final Ways ways;
    private final Words words;
    private final Page page;
    private final Label status = Parts.text("", "bar-status");
    private final Label where = Parts.text("", "bar-title");
    private final VBox trouble = Parts.column(8);
    private final Button next = Parts.primary("", this::next);
    private String step;
    private @Nullable StepPart part;

    /**
     * Where the intake leads.
     *
     * @param evidence the step about evidence, made elsewhere
     * @param leave to the list; cuts the draft
     * @param finish to the case
     */
    public record Ways(
            Function<Step, StepPart> evidence, Runnable leave, Runnable finish, Runnable refuse, Runnable discard) {}

    /** @param first the step to begin with; the first one where it is empty */
    public IntakeScreen(Shell shell, IntakeModel model, Consents consents, Optional<String> first, Ways ways) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        this.ways = ways;
        this.words = model.words();
        this.step = first.orElse(model.steps().get(0).id());
        this.page = new Page(shell, words);
        page.node().setId("intake");
        VBox middle = new VBox(where, status);
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        status.setId("saved");
        where.setId("where");
        Button menu = Parts.iconButton(Material2MZ.MORE_HORIZ, words.of("intake.menu"), this::menu);
        menu.setId("menu");
        page.withBack(page.back(this::back), middle, menu);
        next.setId("next");
        page.bottom(next);
        model.onChange(this::changed);
        show();
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public Screen again() {
        model.silence();
        return new IntakeScreen(shell, model, consents, Optional.of(step), ways);
    }

    @Override
    public void refresh() {
        model.reread();
    }

    @Override
    public void leaving() {
        if (part != null) {
            part.flush();
        }
    }

    private int place() {
        List<Step> steps = model.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(step)) {
                return i;
            }
        }
        return 0;
    }

    private void go(int place) {
        leaving();
        step = model.steps().get(place).id();
        show();
    }

    private void back() {
        if (place() == 0) {
            leaving();
            ways.leave().run();
        } else {
            go(place() - 1);
        }
    }

    private void show() {
        Step shown = model.steps().get(place());
        StepPart made = part(shown);
        part = made;
        page.body().getChildren().setAll(Parts.title(words.of("step." + shown.id())));
        page.body().getChildren().add(trouble);
        words.find("notice.step." + shown.id())
                .map(Parts::quiet)
                .ifPresent(page.body().getChildren()::add);
        page.body().getChildren().add(made.node());
        Button stopped = Parts.withIcon(Parts.link(words.of("intake.stopped"), this::stopped), Material2MZ.PAN_TOOL);
        stopped.setId("stopped");
        page.body().getChildren().add(stopped);
        page.scroll().setVvalue(0);
        changed();
    }

    private StepPart part(Step shown) {
        return switch (shown.group()) {
            case "consent" -> new ConsentPart(shell, model, consents, ways.refuse());
            case "evidence" -> ways.evidence().apply(shown);
            default ->
                model.catalogue().group(shown.group()).several()
                        ? new SeveralItems(shell, model, shown, isFirstAbout(shown))
                        : new CaseFields(shell, model, shown);
        };
    }

    private boolean isFirstAbout(Step shown) {
        return model.steps().stream()
                .filter(one -> one.group().equals(shown.group()))
                .findFirst()
                .filter(shown::equals)
                .isPresent();
    }

    private void changed() {
        where.setText(words.of("intake.where", place() + 1, model.steps().size()));
        IntakeModel.State state = model.state();
        status.setText(words.of("saved." + state));
        status.getStyleClass().removeAll("done", "failed");
        status.getStyleClass().add(state == IntakeModel.State.FAILED ? "failed" : "done");
        trouble.getChildren().clear();
        model.failure().ifPresent(failure -> {
            VBox card = Parts.card(
                    Parts.text(words.failure(failure), "emergency-text"),
                    Parts.body(words.of("saved.safe")),
                    Parts.secondary(words.of("again"), model::tryAgain));
            card.getStyleClass().add("emergency");
            trouble.getChildren().add(card);
        });
        trouble.setManaged(!trouble.getChildren().isEmpty());
        nameNext();
        if (part != null) {
            part.refresh();
        }
    }

    private void nameNext() {
        List<Step> steps = model.steps();
        int place = place();
        boolean shut = steps.get(place).group().equals("consent") && !consents.isDoorOpen();
        next.setDisable(shut);
        if (shut) {
            next.setText(words.of("consent.first"));
        } else if (place == steps.size() - 1) {
            next.setText(words.of("intake.done"));
        } else {
            next.setText(words.of(
                    "intake.next", words.of("step." + steps.get(place + 1).id() + ".next")));
        }
    }

    private void next() {
        if (place() == model.steps().size() - 1) {
            leaving();
            ways.finish().run();
        } else {
            go(place() + 1);
        }
    }

    private void stopped() {
        leaving();
        if (consents.isDoorOpen()) {
            model.write(ItemId.CASE, STOPPED, Value.flag(true));
        }
        ways.leave().run();
        shell.toast(words.of("intake.stopped.said"));
    }

    private void menu() {
        leaving();
        VBox rows = Parts.column(8);
        List<Step> steps = model.steps();
        for (int i = 0; i < steps.size(); i++) {
            int to = i;
            Button row = row((i + 1) + "  " + words.of("step." + steps.get(i).id() + ".next"), () -> go(to));
            row.setId("step-" + steps.get(i).id());
            row.setDisable(i > 0 && !consents.isDoorOpen());
            if (i == place()) {
                row.getStyleClass().add("here");
            }
            rows.getChildren().add(row);
        }
        Button leave = Parts.withIcon(row(words.of("intake.leave"), ways.leave()), Material2AL.CHECK);
        leave.setId("leave");
        Button discard = Parts.withIcon(row(words.of("intake.discard"), this::askToDiscard), Material2AL.DELETE);
        Button settings = row("Aa  " + words.of("settings.open"), shell::settings);
        settings.setId("settings-open");
        shell.sheet(words.of("intake.steps"), rows, leave, settings, discard);
    }

    private Button row(String text, Runnable run) {
        Button row = Parts.secondary(text, () -> {
            shell.closeSheet();
            run.run();
        });
        row.getStyleClass().setAll("button", "menu-row");
        return row;
    }

    private void askToDiscard() {
        String name = model.principal()
                .flatMap(person -> model.value(person, "PER-02"))
                .flatMap(Value::asText)
                .orElseGet(() -> words.of("case.unnamed"));
        Button yes = Parts.primary(words.of("discard.yes"), () -> {
            shell.closeSheet();
            ways.discard().run();
        });
        yes.getStyleClass().add("danger-primary");
        shell.sheet(
                words.of("discard.title", name),
                Parts.body(words.of("discard.what")),
                yes,
                Parts.secondary(words.of("discard.no"), shell::closeSheet));
    }
}
