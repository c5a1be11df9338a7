package org.umbral.phone.screen.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
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
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Step;

/** One piece of evidence: its pages first, since the paper is in the hand now, then what it is. */
public final class EvidenceScreen implements Screen {
    private final Shell shell;
    private final IntakeModel model;
    private final Consents consents;
    private final Shutter shutter;
    private final Pictures pictures;
    private final ItemId item;
    private final Words words;
    private final Page page;
    private final FlowPane tiles = new FlowPane(8, 8);
    private final VBox permission = Parts.column(8);
    private final Label preparing = Parts.text("", "bold-line");
    private final Label said = Parts.text("", "failure");
    private final Label noPages;
    private final Fields kind;
    private final Button take;
    private final Button pick;
    private final Button done;
    private @Nullable List<ItemId> shown;
    private final Supplier<Screen> again;
    private int underWay;

    public EvidenceScreen(
            Shell shell,
            IntakeModel model,
            Consents consents,
            Shutter shutter,
            Pictures pictures,
            Step step,
            ItemId item) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        this.shutter = shutter;
        this.pictures = pictures;
        this.item = item;
        this.words = model.words();
        page = new Page(shell, words).titledWithBack(words.of("evidence.bar"), shell::back);
        page.node().setId("evidence");
        kind = new Fields(shell, model, step.group(), item, step.fields(), step.more());
        take = Parts.withIcon(
                Parts.primary(words.of("evidence.take"), () -> take(Optional.empty())), Material2MZ.PHOTO_CAMERA);
        take.setId("take");
        pick = Parts.withIcon(Parts.secondary(words.of("evidence.pick"), this::pick), Material2AL.FOLDER_OPEN);
        pick.setId("pick");
        done = Parts.primary(words.of("evidence.done"), shell::back);
        done.setId("evidence-done");
        preparing.setId("preparing");
        noPages = Parts.body(words.of("evidence.no.pages"));
        page.body()
                .getChildren()
                .setAll(
                        Parts.section(words.of("evidence.pages")),
                        permission,
                        noPages,
                        tiles,
                        preparing,
                        said,
                        kind.node());
        model.onChange(this::changed);
        this.again = () -> new EvidenceScreen(shell, model, consents, shutter, pictures, step, item);
        changed();
    }

    @Override
    public Screen again() {
        return again.get();
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public void leaving() {
        kind.flush();
    }

    @Override
    public void refresh() {
        model.reread();
    }

    private void changed() {
        kind.refresh();
        permission();
        List<ItemId> pages = model.items("page", item);
        if (!pages.equals(shown)) {
            shown = pages;
            tiles(pages);
        }
        preparing.setText(underWay == 0 ? "" : words.of("evidence.preparing", pages.size() + 1));
        Parts.hide(preparing, underWay == 0);
        Parts.hide(said, said.getText().isEmpty());
    }

    /** Photographs need their own yes (notice N3). */
    private void permission() {
        boolean given = consents.isGiven(Consents.PHOTOGRAPH);
        permission.getChildren().clear();
        Parts.hide(permission, given);
        take.setDisable(!given);
        pick.setDisable(!given);
        if (!given) {
            Button yes = Parts.secondary(
                    words.of("evidence.permission.yes"),
                    () -> consents.decide(
                            Consents.PHOTOGRAPH, "GIVEN", words.locale().getLanguage(), "ORAL_WITNESSED"));
            yes.setId("photos-yes");
            VBox card = Parts.card(
                    Parts.line(
                            Parts.icon(Material2MZ.RECORD_VOICE_OVER),
                            Parts.text(words.of("notice.aloud"), "bold-line")),
                    Parts.aloud(words.of("notice.N3")),
                    yes);
            card.getStyleClass().add("notice");
            permission.getChildren().add(card);
        }
    }

    private void tiles(List<ItemId> pages) {
        tiles.getChildren().clear();
        for (int i = 0; i < pages.size(); i++) {
            ItemId one = pages.get(i);
            int number = i + 1;
            tiles.getChildren().add(pictures.thumbnail(model.id(), one, number, () -> sheet(one, number)));
        }
        Parts.hide(noPages, !pages.isEmpty());
        if (pages.isEmpty()) {
            page.bottom(take, pick);
        } else {
            Button more = tile(Material2MZ.PHOTO_CAMERA, "evidence.tile.take", () -> take(Optional.empty()));
            more.setId("take-next");
            Button another = tile(Material2AL.FOLDER_OPEN, "evidence.tile.pick", this::pick);
            another.setId("pick-next");
            tiles.getChildren().addAll(more, another);
            page.bottom(done);
        }
    }

    private Button tile(Ikon icon, String key, Runnable run) {
        Button tile = Parts.withIcon(Parts.secondary(words.of(key), run), icon);
        tile.getStyleClass().setAll("button", "thumbnail", "add-tile");
        tile.setContentDisplay(ContentDisplay.TOP);
        return tile;
    }

    private void sheet(ItemId one, int number) {
        Button see = Parts.secondary(
                words.of("page.see"), () -> shell.push(new PhotoScreen(shell, pictures, model.id(), one, number)));
        see.setId("see");
        Button again = Parts.withIcon(
                Parts.secondary(words.of("page.again"), () -> {
                    shell.closeSheet();
                    take(Optional.of(one));
                }),
                Material2MZ.PHOTO_CAMERA);
        again.setId("retake");
        Button remove = Parts.withIcon(
                Parts.secondary(words.of("items.remove"), () -> {
                    shell.closeSheet();
                    model.remove(one);
                    shell.toast(words.of("page.removed"), words.of("undo"), model::undo);
                }),
                Material2AL.DELETE);
        remove.setId("remove-page");
        shell.sheet(words.of("page.number", number), see, again, remove);
    }

    private void take(Optional<ItemId> insteadOf) {
        shutter.take(model.id(), item, watcher(insteadOf));
    }

    private void pick() {
        shutter.pick(model.id(), item, watcher(Optional.empty()));
    }

    private Shutter.Watcher watcher(Optional<ItemId> insteadOf) {
        return new Shutter.Watcher() {
            @Override
            public void preparing() {
                underWay++;
                said.setText("");
                changed();
            }

            @Override
            public void added(ItemId made, boolean originalElsewhere) {
                underWay--;
                insteadOf.ifPresent(model::remove);
                if (originalElsewhere) {
                    shell.toast(words.of("evidence.original.elsewhere"));
                }
                model.reread();
            }

            @Override
            public void failed(Failure failure) {
                underWay = Math.max(0, underWay - 1);
                said.setText(words.failure(failure));
                changed();
            }

            @Override
            public void cancelled() {}
        };
    }
}
