package org.umbral.phone.screen.evidence;

import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;

/** A tile for each page, with its number and whether it is locked or doubted; for what is on its way; and for more. */
final class PageTiles {
    private final FlowPane node = new FlowPane(8, 8);
    private final Pages pages;
    private final Pictures pictures;
    private final CaseId id;
    private final Words words;
    private final Consumer<Pages.Kept> open;
    private final Consumer<Stuck> openStuck;
    private Object shown = Set.of();

    PageTiles(Pages pages, Pictures pictures, CaseId id, Consumer<Pages.Kept> open, Consumer<Stuck> openStuck) {
        this.pages = pages;
        this.pictures = pictures;
        this.id = id;
        this.words = pictures.words();
        this.open = open;
        this.openStuck = openStuck;
    }

    Node node() {
        return node;
    }

    private record State(Object kept, Object stuck, int underWay, boolean mayAdd) {}

    /** Made anew only where something changed, so that a finger never misses a tile. */
    void show(boolean mayAdd) {
        State now = new State(pages.kept(), pages.stuck(), pages.underWay(), mayAdd);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        node.getChildren().clear();
        pages.kept().forEach(page -> node.getChildren().add(kept(page)));
        for (int i = 0; i < pages.underWay(); i++) {
            node.getChildren().add(preparing(pages.kept().size() + 1 + i));
        }
        pages.stuck().forEach(photo -> node.getChildren().add(stuck(photo)));
        if (mayAdd) {
            Button more = adding(Material2MZ.PHOTO_CAMERA, "evidence.tile.take", pages::take);
            more.setId("take-next");
            Button another = adding(Material2AL.FOLDER_OPEN, "evidence.tile.pick", pages::pick);
            another.setId("pick-next");
            node.getChildren().addAll(more, another);
        }
    }

    private Button kept(Pages.Kept page) {
        boolean doubted = !Pages.doubts(page).isEmpty();
        Button tile = pictures.thumbnail(id, page.item(), page.number(), () -> open.accept(page));
        Label number = new Label(words.of("page.tile", page.number()));
        number.getStyleClass().add("tile-number");
        Node mark = doubted
                ? Parts.icon(Material2MZ.WARNING, "wait-icon")
                : Parts.icon(Material2AL.CHECK_CIRCLE, "done-icon");
        HBox caption = new HBox(6, number, mark);
        caption.setAlignment(Pos.CENTER);
        Node picture = tile.getGraphic();
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox box = new VBox(picture, caption);
        box.setAlignment(Pos.CENTER);
        tile.setGraphic(box);
        tile.getStyleClass().add("page-tile");
        tile.setAccessibleText(words.of("page.number", page.number()) + ". " + words.of("page.sealed") + doubts(page));
        tile.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, page));
        return tile;
    }

    private String doubts(Pages.Kept page) {
        StringBuilder all = new StringBuilder();
        for (PageMark mark : Pages.doubts(page)) {
            all.append(' ').append(words.of("page.doubt." + mark, page.number()));
        }
        return all.toString();
    }

    /** Alt and an arrow along the line of reading; Delete is in the sheet only, since it asks for an eye. */
    private void key(KeyEvent event, Pages.Kept page) {
        boolean back = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP;
        boolean on = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN;
        if (event.isAltDown() && (back || on)) {
            pages.move(page.item(), back ? -1 : 1);
            event.consume();
        }
    }

    private Node preparing(int number) {
        Label tile =
                new Label(words.of("page.preparing", number), Parts.icon(Material2AL.HOURGLASS_EMPTY, "wait-icon"));
        tile.setId("preparing");
        tile.setWrapText(true);
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.getStyleClass().addAll("thumbnail", "state-tile");
        return tile;
    }

    private Button stuck(Stuck photo) {
        Button tile = new Button(words.of("page.stuck"), Parts.icon(Material2AL.ERROR, "emergency-icon"));
        tile.setId("stuck");
        tile.setWrapText(true);
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.getStyleClass().setAll("button", "thumbnail", "state-tile", "failed");
        tile.setOnAction(event -> openStuck.accept(photo));
        return tile;
    }

    private Button adding(Ikon icon, String key, Runnable run) {
        Button tile = Parts.withIcon(Parts.secondary(words.of(key), run), icon);
        tile.getStyleClass().setAll("button", "thumbnail", "add-tile");
        tile.setContentDisplay(ContentDisplay.TOP);
        return tile;
    }
}
