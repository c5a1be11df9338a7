package org.umbral.phone.screen.onecase;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.Question;
import org.umbral.phone.screen.evidence.PhotoScreen;
import org.umbral.phone.screen.evidence.Pictures;
import org.umbral.phone.screen.intake.IntakeScreen;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;

/** One case: its code, where it is on its way, what is missing, and all that was written down. */
public final class CaseScreen implements Screen {
    private final Shell shell;
    private final Words words;
    private final Work work;
    private final Intake intake;
    private final Outbox outbox;
    private final CaseId id;
    private final Consumer<Optional<IntakeScreen.Place>> edit;
    private final Consumer<CaseFile> closing;
    private final Pictures pictures;
    private final Page page;
    private @Nullable AnswerSheet answering;

    private record Shown(
            CaseFile file,
            Delivery delivery,
            List<Question> questions,
            Optional<CaseRow> row,
            Optional<String> telephone) {
        CaseRow.Kept kept() {
            return row.map(CaseRow::kept).orElse(CaseRow.Kept.WHOLE);
        }
    }

    /**
     * @param edit opens the intake, at a place where one is given
     * @param closing shows what the person takes along
     */
    public CaseScreen(
            Shell shell,
            Words words,
            Work work,
            Intake intake,
            Outbox outbox,
            Pictures pictures,
            CaseId id,
            Consumer<Optional<IntakeScreen.Place>> edit,
            Consumer<CaseFile> closing) {
        this.shell = shell;
        this.words = words;
        this.work = work;
        this.intake = intake;
        this.outbox = outbox;
        this.pictures = pictures;
        this.id = id;
        this.edit = edit;
        this.closing = closing;
        page = new Page(shell, words).titledWithBack(words.of("case.bar"), shell::back);
        page.node().setId("one-case");
        Button more = Parts.withIcon(
                Parts.primary(words.of("case.more"), () -> edit.accept(Optional.empty())), Material2AL.EDIT);
        more.setId("add-more");
        page.bottom(more);
        page.reading(page.body());
    }

    @Override
    public Screen again() {
        return new CaseScreen(shell, words, work, intake, outbox, pictures, id, edit, closing);
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public void refresh() {
        work.ask(
                () -> new Shown(
                        intake.read(id),
                        intake.delivery(id),
                        intake.questions(id),
                        intake.row(id),
                        outbox.link().map(ClinicLink::emergencyTelephone)),
                this::show,
                failure -> page.body().getChildren().setAll(Parts.body(words.failure(failure))));
    }

    private void show(Shown shown) {
        CaseFile file = shown.file();
        List<Node> body = page.body().getChildren();
        body.clear();
        body.add(Parts.title(name(file)));
        code(file)
                .ifPresent(code -> body.add(Parts.column(
                        0, Parts.text(words.apart(code), "code"), Parts.quiet(words.of("case.code.for")))));
        Attention attention = new Attention(intake.catalogue(), words, edit);
        body.addAll(attention.questions(shown.questions(), this::answer));
        attention.conflicts(file).ifPresent(body::add);
        if (shown.row().filter(CaseRow::mayBeKnown).isPresent()) {
            body.add(Parts.line(Parts.icon(Material2AL.INFO), Parts.body(words.of("case.may-know"))));
        }
        body.add(DeliveryCard.of(words, shown.delivery(), shown.telephone()));
        switch (shown.kept()) {
            case WHOLE -> gaps(file, body);
            case PART -> body.add(Parts.body(words.of("case.part")));
            case STUB -> body.add(Parts.body(words.of("case.stub")));
        }
        body.add(link(
                "case-consents",
                words.of("case.consents"),
                Material2AL.FACT_CHECK,
                () -> edit.accept(Optional.of(IntakeScreen.Place.step("consent")))));
        body.add(
                link("case-closing", words.of("case.closing"), Material2AL.ASSIGNMENT_IND, () -> closing.accept(file)));
        body.add(new Summary(intake.catalogue(), file, words).node());
        wall(file, body);
        if (shown.kept() != CaseRow.Kept.STUB) {
            body.add(pin(shown.row().filter(CaseRow::pinned).isPresent()));
        }
    }

    private static Button link(String id, String text, Ikon icon, Runnable run) {
        Button link = Parts.withIcon(Parts.link(text, run), icon);
        link.setId(id);
        return link;
    }

    private void answer(Question question) {
        AnswerSheet sheet = new AnswerSheet(shell, words, work, intake, id, question);
        answering = sheet;
        sheet.open();
    }

    @Override
    public void leaving() {
        if (answering != null) {
            answering.keep();
            answering = null;
        }
        // What was answered is mail now; a case without a draft stays as it is.
        work.run(() -> intake.leave(id), () -> {}, failure -> {});
    }

    private String name(CaseFile file) {
        return intake.catalogue().items(file, "person", ItemId.CASE).stream()
                .flatMap(person -> person.text("PER-02").stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(() -> words.of("case.unnamed"));
    }

    private static Optional<String> code(CaseFile file) {
        return file.item(ItemId.CASE).flatMap(one -> one.text("CAS-02"));
    }

    private void gaps(CaseFile file, List<Node> body) {
        List<Gaps.Gap> gaps = new Gaps(intake.catalogue(), file, words).list();
        if (gaps.isEmpty()) {
            return;
        }
        VBox card = Parts.card(Parts.section(words.of("case.missing")));
        card.setId("gaps");
        for (Gaps.Gap gap : gaps) {
            Button line = Parts.withIcon(
                    Parts.link(
                            gap.text(),
                            () -> edit.accept(gap.step()
                                    .map(step -> new IntakeScreen.Place(step, gap.item(), Optional.of(gap.field()))))),
                    Material2AL.CHEVRON_RIGHT);
            line.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(line);
        }
        body.add(card);
    }

    /** Every page of every piece of evidence. */
    private void wall(CaseFile file, List<Node> body) {
        for (Item evidence : intake.catalogue().items(file, "evidence", ItemId.CASE)) {
            List<Item> pages = intake.catalogue().items(file, "page", evidence.id());
            if (pages.isEmpty()) {
                continue;
            }
            body.add(Parts.section(evidence.text("EVD-02")
                    .map(code -> words.choice("EVD-02", code))
                    .orElseGet(() -> words.of("evidence.unnamed"))));
            FlowPane tiles = new FlowPane(8, 8);
            for (int i = 0; i < pages.size(); i++) {
                ItemId one = pages.get(i).id();
                int number = i + 1;
                tiles.getChildren()
                        .add(pictures.thumbnail(
                                id, one, number, () -> shell.push(new PhotoScreen(shell, pictures, id, one, number))));
            }
            body.add(tiles);
        }
    }

    private Node pin(boolean pinned) {
        ToggleButton pin = Parts.choice(words.of("case.pin"), true);
        pin.setId("pin");
        pin.setSelected(pinned);
        pin.setOnAction(event -> {
            boolean keep = pin.isSelected();
            work.run(
                    () -> intake.pin(id, keep),
                    () -> shell.toast(words.of(keep ? "case.pinned" : "case.unpinned")),
                    failure -> shell.toast(words.failure(failure)));
        });
        return pin;
    }
}
