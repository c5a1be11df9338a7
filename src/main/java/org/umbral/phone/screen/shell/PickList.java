package org.umbral.phone.screen.shell;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.capture.Folded;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Words;

/** A long list over the whole screen, with a search field. */
public final class PickList {
    private static final int SEARCH_FROM = 15;

    private PickList() {}

    public static void open(Shell shell, Words words, String title, List<Place> places, Consumer<Place> chosen) {
        ListView<Place> list = new ListView<>(FXCollections.observableArrayList(places));
        list.setId("pick-list");
        list.setAccessibleText(title);
        list.setCellFactory(view -> new NameCell());
        list.setPlaceholder(Parts.quiet(words.of("pick.nothing")));
        Consumer<@Nullable Place> choose = place -> {
            if (place != null) {
                shell.closeSheet();
                chosen.accept(place);
            }
        };
        list.setOnMouseClicked(event -> choose.accept(list.getSelectionModel().getSelectedItem()));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose.accept(list.getSelectionModel().getSelectedItem());
            }
        });
        Label name = Parts.text(title, "bar-title");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox bar = new HBox(name, Parts.iconButton(Material2AL.CLOSE, words.of("close"), shell::closeSheet));
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        bar.getStyleClass().add("bar");
        VBox top = new VBox(bar);
        if (places.size() >= SEARCH_FROM) {
            VBox box = new VBox(search(words, places, list, choose));
            box.getStyleClass().add("search-box");
            top.getChildren().add(box);
        }
        BorderPane pane = new BorderPane(list);
        pane.setTop(top);
        shell.tallSheet(pane);
    }

    private static TextField search(
            Words words, List<Place> places, ListView<Place> list, Consumer<@Nullable Place> choose) {
        TextField search = new TextField();
        search.setId("pick-search");
        search.setPromptText(words.of("pick.search"));
        search.setAccessibleText(words.of("pick.search"));
        List<Findable> findable = places.stream().map(Findable::of).toList();
        search.textProperty()
                .addListener(property -> list.getItems().setAll(matching(findable, Folded.spaced(search.getText()))));
        search.setOnAction(event ->
                choose.accept(list.getItems().isEmpty() ? null : list.getItems().get(0)));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
                list.getSelectionModel().selectFirst();
                list.requestFocus();
                event.consume();
            }
        });
        return search;
    }

    /** A place with all its names, folded once. */
    private record Findable(Place place, String name, String every) {
        static Findable of(Place place) {
            String name = Folded.spaced(place.name());
            return new Findable(place, name, " " + name + " " + place.also().replace('|', ' '));
        }
    }

    static List<Place> found(List<Place> places, String typed) {
        return matching(places.stream().map(Findable::of).toList(), Folded.spaced(typed));
    }

    /** What begins with the letters comes before what has them inside; their own order holds within. */
    private static List<Place> matching(List<Findable> places, String wanted) {
        if (wanted.isEmpty()) {
            return places.stream().map(Findable::place).toList();
        }
        return places.stream()
                .filter(one -> one.every().contains(wanted))
                .sorted(Comparator.comparingInt(one -> rank(one, wanted)))
                .map(Findable::place)
                .toList();
    }

    private static int rank(Findable one, String wanted) {
        if (one.name().startsWith(wanted)) {
            return 0;
        }
        return one.every().contains(" " + wanted) ? 1 : 2;
    }

    private static final class NameCell extends ListCell<Place> {
        @Override
        protected void updateItem(@Nullable Place place, boolean empty) {
            super.updateItem(place, empty);
            setText(place == null || empty ? null : place.name());
        }
    }
}
