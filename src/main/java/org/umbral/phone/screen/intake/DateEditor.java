package org.umbral.phone.screen.intake;

import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.PickList;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** Day, month by its name, year; the year alone is fine, and what is not known stays empty. */
final class DateEditor implements Editor {
    private final Words words;
    private final Consumer<Value> write;
    private final TextField day = new TextField();
    private final Button month = new Button();
    private final TextField year = new TextField();
    private final ToggleButton about;
    private final ToggleButton hijri;
    private final Label doubt = Parts.text("", "doubt");
    private final VBox node;
    private final PauseTransition pause = new PauseTransition(Duration.millis(600));
    private int chosenMonth;
    private DateParts last = new DateParts("", 0, "", false, false);

    DateEditor(Shell shell, Words words, String id, boolean withAbout, Consumer<Value> write) {
        this.words = words;
        this.write = write;
        day.setPromptText(words.of("date.day.prompt"));
        day.setId(id + ".day");
        day.setMinWidth(68);
        day.setMaxWidth(68);
        year.setPromptText(words.of("date.year.prompt"));
        year.setId(id + ".year");
        year.setMinWidth(86);
        year.setMaxWidth(86);
        month.getStyleClass().add("pick");
        month.setId(id + ".month");
        month.setMaxWidth(Double.MAX_VALUE);
        month.setOnAction(event -> PickList.open(shell, words, words.of("date.month.title"), months(), this::chose));
        HBox.setHgrow(month, Priority.ALWAYS);
        about = Parts.choice(words.of("date.about"), true);
        hijri = Parts.choice(words.of("date.solar"), true);
        about.setOnAction(event -> flush());
        hijri.setOnAction(event -> flush());
        node = Parts.column(8, new HBox(8, day, month, year));
        if (withAbout) {
            node.getChildren().add(about);
        }
        pause.setOnFinished(event -> flush());
        List.of(day, year).forEach(this::watch);
        showMonth(0);
    }

    private void watch(TextField field) {
        field.textProperty().addListener(property -> {
            if (field.isFocused()) {
                pause.playFromStart();
            }
        });
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                flush();
            }
        });
    }

    private List<Place> months() {
        List<Place> months = new ArrayList<>();
        months.add(new Place("0", words.of("date.month.none")));
        for (int i = 1; i <= 12; i++) {
            months.add(new Place(String.valueOf(i), Said.month(words, i, TextStyle.FULL_STANDALONE)));
        }
        return months;
    }

    private void chose(Place place) {
        showMonth(Integer.parseInt(place.code()));
        flush();
    }

    private void showMonth(int number) {
        chosenMonth = number;
        month.setText(
                number == 0 ? words.of("date.month.prompt") : Said.month(words, number, TextStyle.FULL_STANDALONE));
        month.getStyleClass().remove("empty");
        if (number == 0) {
            month.getStyleClass().add("empty");
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        if (day.isFocused() || year.isFocused()) {
            return;
        }
        Optional<PartialDate> date = value.flatMap(PartialDate::from);
        if (date.isPresent() || last.value(now()).isPresent()) {
            DateParts parts = date.map(DateParts::of).orElse(new DateParts("", 0, "", false, false));
            last = parts;
            day.setText(parts.day());
            year.setText(parts.year());
            showMonth(parts.month());
            about.setSelected(parts.about());
            hijri.setSelected(parts.solarHijri());
        }
        showDoubt();
    }

    @Override
    public void flush() {
        pause.stop();
        DateParts now = typed();
        showDoubt();
        if (!now.equals(last)) {
            last = now;
            now.value(now()).ifPresent(write);
        }
    }

    private DateParts typed() {
        return new DateParts(
                day.getText().strip(), chosenMonth, year.getText().strip(), about.isSelected(), hijri.isSelected());
    }

    private Year now() {
        return Year.from(words.today());
    }

    private void showDoubt() {
        DateParts now = typed();
        node.getChildren().removeAll(doubt, hijri);
        if (now.looksHijri()) {
            node.getChildren().add(1, hijri);
        }
        now.doubt(now()).ifPresent(key -> {
            doubt.setText(words.of(key));
            node.getChildren().add(1, doubt);
        });
    }
}
