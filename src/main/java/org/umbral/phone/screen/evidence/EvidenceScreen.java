package org.umbral.phone.screen.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.intake.Consents;
import org.umbral.phone.screen.intake.Fields;
import org.umbral.phone.screen.intake.IntakeModel;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Step;

/** One piece of evidence: its pages first, since the paper is in the hand now, then what it is. */
public final class EvidenceScreen implements Screen {
    private static final String IN_ALL = "EVD-08";

    private final IntakeModel model;
    private final ItemId item;
    private final Words words;
    private final Page page;
    private final Pages pages;
    private final PageTiles tiles;
    private final PageDoubts doubts;
    private final PhotoPermission permission;
    private final VBox inAll = Parts.column(8);
    private final Label heading = Parts.section("");
    private final Label said = Parts.text("", "failure");
    private final Label noPages;
    private final Fields count;
    private final Fields kind;
    private final Button allThere;
    private final Button take;
    private final Button pick;
    private final Button done;
    private final Supplier<Screen> again;
    private List<ItemId> known = List.of();

    public EvidenceScreen(
            Shell shell,
            IntakeModel model,
            Consents consents,
            Shutter shutter,
            Pictures pictures,
            Step step,
            ItemId item) {
        this.again = () -> new EvidenceScreen(shell, model, consents, shutter, pictures, step, item);
        this.model = model;
        this.permission = new PhotoPermission(consents, model.words());
        this.item = item;
        this.words = model.words();
        page = new Page(shell, words).titledWithBack(words.of("evidence.bar"), shell::back);
        page.node().setId("evidence");
        pages = new Pages(model, shutter, pictures, item, this::changed);
        PageSheets sheets = new PageSheets(shell, pages, pictures, model.id());
        boolean mayTurn = model.catalogue().field(Turn.FIELD).isPresent();
        tiles = new PageTiles(
                pages, pictures, model.id(), one -> sheets.page(one, permission.isGiven(), mayTurn), sheets::stuck);
        doubts = new PageDoubts(pages, words);
        count = new Fields(shell, model, step.group(), item, List.of(IN_ALL), List.of());
        kind = new Fields(shell, model, step.group(), item, without(step.fields()), without(step.more()));
        take = Parts.withIcon(Parts.primary(words.of("evidence.take"), pages::take), Material2MZ.PHOTO_CAMERA);
        take.setId("take");
        pick = Parts.withIcon(Parts.secondary(words.of("evidence.pick"), pages::pick), Material2AL.FOLDER_OPEN);
        pick.setId("pick");
        done = Parts.primary(words.of("evidence.done"), shell::back);
        done.setId("evidence-done");
        allThere = Parts.withIcon(Parts.secondary("", pages::allThere), Material2AL.CHECK);
        allThere.setId("all-there");
        inAll.getChildren().setAll(allThere, count.node());
        noPages = Parts.body(words.of("evidence.no.pages"));
        page.body()
                .getChildren()
                .setAll(heading, permission.node(), noPages, tiles.node(), said, doubts.node(), inAll, kind.node());
        model.onChange(this::changed);
        changed();
    }

    private static List<String> without(List<String> fields) {
        return fields.stream().filter(id -> !id.equals(IN_ALL)).toList();
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public Screen again() {
        return again.get();
    }

    @Override
    public void leaving() {
        count.flush();
        kind.flush();
        pages.close();
    }

    @Override
    public void refresh() {
        model.reread();
        pages.open();
    }

    private void changed() {
        kind.refresh();
        count.refresh();
        permission.show();
        take.setDisable(!permission.isGiven());
        pick.setDisable(!permission.isGiven());
        List<ItemId> now = pages.kept().stream().map(Pages.Kept::item).toList();
        if (!now.equals(known)) {
            known = now;
            pages.read();
        }
        boolean none = now.isEmpty() && pages.stuck().isEmpty() && pages.underWay() == 0;
        tiles.show(!none && permission.isGiven());
        doubts.show();
        heading(now.size());
        said.setText(pages.failure().map(words::failure).orElse(""));
        Parts.hide(said, said.getText().isEmpty());
        Parts.hide(noPages, !none);
        Parts.hide(inAll, now.isEmpty());
        if (none) {
            page.bottom(take, pick);
        } else {
            page.bottom(done);
        }
    }

    /** "2 of 3 pages" once somebody said how many there are. */
    private void heading(int captured) {
        Optional<Integer> all = pages.inAll();
        heading.setText(
                captured == 0
                        ? words.of("evidence.pages")
                        : all.map(count -> words.of("evidence.pages.of", captured, count))
                                .orElseGet(() -> words.of("evidence.count", captured)));
        allThere.setText(words.of("evidence.all.there", captured));
        Parts.hide(allThere, all.filter(count -> count >= captured).isPresent());
    }
}
