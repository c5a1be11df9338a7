package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
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
    private final IntakeBar bar;
    private final StepMenu menu;
    private final HeardLine heard;
    private final ProtocolPart protocols;
    private final Button next = Parts.primary("", this::next);
    private String step;
    private int at;
    private @Nullable StepPart part;
    private @Nullable MinimumCard minimum;

    /**
     * Where an intake opens: a step, and in it a field of an item, which is scrolled to and takes the keyboard.
     *
     * @param field empty opens the step at its top
     */
    public record Place(String step, ItemId item, Optional<FieldId> field) {
        public static Place step(String step) {
            return new Place(step, ItemId.CASE, Optional.empty());
        }

        /** Where a field is asked; empty where no step asks for it. */
        public static Optional<Place> of(Catalogue catalogue, ItemId item, String field) {
            return catalogue.steps().stream()
                    .filter(step -> CaseView.asks(step, field))
                    .map(Step::id)
                    .findFirst()
                    .map(step -> new Place(step, item, Optional.of(new FieldId(field))));
        }
    }

    /**
     * Where the intake leads.
     *
     * @param evidence the step about evidence, made elsewhere
     * @param leave to the list; cuts the draft
     * @param finish the last step is done: cuts the draft, to the case
     * @param closing the worker stops here: cuts the draft, shows what the person takes with them
     * @param telephone the clinic's, for the cards that say whom to call
     */
    public record Ways(
            Function<Step, StepPart> evidence,
            Runnable leave,
            Runnable finish,
            Runnable closing,
            Runnable refuse,
            Runnable discard,
            Optional<String> telephone) {}

    /** @param first where to begin; where it is empty, at the first step of a new case, else where something is missing */
    public IntakeScreen(Shell shell, IntakeModel model, Consents consents, Optional<Place> first, Ways ways) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        this.ways = ways;
        this.words = model.words();
        this.step = first.map(Place::step).filter(this::isShown).orElseGet(this::begin);
        this.page = new Page(shell, words);
        page.node().setId("intake");
        bar = new IntakeBar(model, page, this::back, this::menu);
        menu = new StepMenu(shell, model, ways);
        heard = new HeardLine(shell, model);
        protocols = new ProtocolPart(shell, model, consents, ways.telephone());
        next.setId("next");
        page.bottom(next);
        Keys.enterGoesOn(page.body());
        model.onChange(this::changed);
        show();
        first.ifPresent(this::look);
    }

    private boolean isShown(String id) {
        return model.steps().stream().anyMatch(one -> one.id().equals(id));
    }

    private String begin() {
        List<Step> steps = model.steps();
        if (!model.heard().isAsked() || !consents.isDoorOpen()) {
            return steps.get(0).id();
        }
        return steps.stream()
                .map(Step::id)
                .filter(id -> model.missing(id) > 0 && !id.equals("consent"))
                .findFirst()
                .orElse(steps.get(Math.min(1, steps.size() - 1)).id());
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public Screen again() {
        model.silence();
        return new IntakeScreen(shell, model, consents, Optional.of(Place.step(step)), ways);
    }

    @Override
    public void refresh() {
        model.reread();
    }

    @Override
    public void leaving() {
        heard.flush();
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

    private void go(String to) {
        leaving();
        step = to;
        heard.movedOn();
        show();
    }

    /** Opens the step and whatever hides the field there, scrolls to it and gives it the keyboard. */
    public void go(Place to) {
        if (!to.step().equals(step)) {
            go(to.step());
        }
        look(to);
    }

    private void look(Place to) {
        Optional<StepPart> shown = Optional.ofNullable(part);
        to.field()
                .flatMap(field -> shown.flatMap(one -> one.find(to.item(), field)))
                .ifPresent(this::look);
    }

    private void look(Node node) {
        Keys.look(page.scroll(), node);
    }

    private void back() {
        if (place() == 0) {
            leaving();
            ways.leave().run();
        } else {
            go(model.steps().get(place() - 1).id());
        }
    }

    private void show() {
        Step shown = model.steps().get(place());
        StepPart made = part(shown);
        part = made;
        var body = page.body().getChildren();
        body.setAll(bar.trouble(), protocols.node(), heard.node());
        minimum = null;
        if (Minimum.isJustBefore(model.steps(), place())) {
            MinimumCard card = new MinimumCard(model, this::closing, this::menu, this::go);
            minimum = card;
            body.add(card.node());
        }
        body.add(Parts.title(words.of("step." + shown.id())));
        words.find("notice.step." + shown.id()).map(Parts::quiet).ifPresent(body::add);
        body.add(made.node());
        Button stopped = Parts.withIcon(Parts.link(words.of("intake.stopped"), this::stopped), Material2MZ.PAN_TOOL);
        stopped.setId("stopped");
        body.add(stopped);
        page.scroll().setVvalue(0);
        changed();
    }

    private StepPart part(Step shown) {
        return switch (shown.group()) {
            case "consent" -> new ConsentPart(shell, model, consents, ways.refuse(), ways.leave());
            case "evidence" -> ways.evidence().apply(shown);
            default -> new StepBody(shell, model, shown, this::look);
        };
    }

    private void changed() {
        if (!isShown(step)) {
            // The answer that opened this step was taken back: the worker goes on at its place in the row.
            step = model.steps().get(Math.min(at, model.steps().size() - 1)).id();
            show();
            return;
        }
        at = place();
        bar.show(at);
        nameNext();
        protocols.refresh();
        if (minimum != null) {
            minimum.refresh();
        }
        if (part != null) {
            part.refresh();
            // After a stop nothing is asked until the person wants to go on.
            Parts.hide(part.node(), model.protocols().isStopped());
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
            go(model.steps().get(place() + 1).id());
        }
    }

    private void closing() {
        leaving();
        ways.closing().run();
    }

    private void stopped() {
        leaving();
        if (consents.isDoorOpen()) {
            model.write(ItemId.CASE, STOPPED, Value.flag(true));
        }
        ways.closing().run();
        shell.toast(words.of("intake.stopped.said"));
    }

    private void menu() {
        leaving();
        menu.open(step, consents.isDoorOpen(), this::go);
    }
}
