package org.umbral.phone.screen.intake;

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
    private final Course course;
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
        this.course = new Course(model, consents, first.map(Place::step));
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

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public Screen again() {
        model.silence();
        return new IntakeScreen(shell, model, consents, Optional.of(Place.step(course.step())), ways);
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

    private void go(String to) {
        leaving();
        course.go(to);
        heard.movedOn();
        show();
    }

    /** Opens the step and whatever hides the field there, scrolls to it and gives it the keyboard. */
    public void go(Place to) {
        if (!to.step().equals(course.step())) {
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
        course.previous().ifPresentOrElse(this::go, () -> {
            leaving();
            ways.leave().run();
        });
    }

    private void show() {
        Step shown = course.shown();
        StepPart made = part(shown);
        part = made;
        var body = page.body().getChildren();
        body.setAll(bar.trouble(), protocols.node(), heard.node());
        minimum = null;
        if (Minimum.isJustBefore(course.previous())) {
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
        if (course.hasMoved()) {
            show();
            return;
        }
        bar.show(course.place());
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
        boolean shut = course.isShut();
        next.setDisable(shut);
        next.setText(words.of(
                shut ? "consent.first" : course.isLast() ? "intake.done" : "intake.next",
                course.next().map(step -> words.of("step." + step + ".next")).orElse("")));
    }

    private void next() {
        course.next().ifPresentOrElse(this::go, () -> {
            leaving();
            ways.finish().run();
        });
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
    }

    private void menu() {
        leaving();
        menu.open(course.step(), consents.isDoorOpen(), this::go);
    }
}
