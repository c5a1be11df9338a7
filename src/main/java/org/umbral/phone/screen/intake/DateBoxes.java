package org.umbral.phone.screen.intake;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.umbral.phone.capture.Folded;
import org.umbral.phone.screen.intake.DateParts.Way;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.SaidDate;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.PartialDate.Calendar;

/** The boxes of a date: day, month, year; or one or two ages; or words. */
final class DateBoxes {
    private final Words words;
    private final TextField day;
    private final Button month = new Button();
    private final TextField year;
    private final TextField from;
    private final TextField to;
    private final TextField spoken;
    private final Region days;
    private final HBox ages;
    private final StackPane node;
    private int chosenMonth;

    /**
     * @param chooseMonth the month was tapped
     * @param typing something is being typed
     * @param left a box was left, or its text confirmed
     */
    DateBoxes(Words words, String id, Runnable chooseMonth, Runnable typing, Runnable left) {
        this.words = words;
        day = box(id + ".day", "date.day.prompt", "date-day");
        year = box(id + ".year", "date.year.prompt", "date-year");
        from = box(id + ".age", "date.age.from", "date-age");
        to = box(id + ".age.to", "date.age.from", "date-age");
        spoken = box(id + ".words", "date.words.prompt", "date-words");
        month.getStyleClass().add("pick");
        month.setId(id + ".month");
        month.setMaxWidth(Double.MAX_VALUE);
        month.setOnAction(event -> chooseMonth.run());
        days = Parts.filled(month, day, month, year);
        Label or = Parts.body(words.of("date.age.to"));
        ages = row(from, or, to, Parts.body(words.of("date.age.years")));
        node = new StackPane(days, ages, spoken);
        boxes().forEach(field -> watch(field, typing, left));
    }

    private TextField box(String id, String prompt, String style) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(words.of(prompt));
        field.setAccessibleText(words.of(prompt));
        field.getStyleClass().add(style);
        return field;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Stream<TextField> boxes() {
        return Stream.of(day, year, from, to, spoken);
    }

    private static void watch(TextField field, Runnable typing, Runnable left) {
        field.setOnAction(event -> left.run());
        field.textProperty().addListener(property -> {
            if (field.isFocused()) {
                typing.run();
            }
        });
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                left.run();
            }
        });
    }

    Node node() {
        return node;
    }

    boolean isFocused() {
        return boxes().anyMatch(Node::isFocused);
    }

    /** Shows the boxes of one way and what stands in them. */
    void put(DateParts parts) {
        Parts.hide(days, !parts.way().hasDays());
        Parts.hide(ages, parts.way() != Way.AGE);
        Parts.hide(spoken, parts.way() != Way.WORDS);
        day.setText(parts.day());
        year.setText(parts.year());
        from.setText(parts.from());
        to.setText(parts.to());
        spoken.setText(parts.words());
        chosenMonth = parts.month();
        month.getStyleClass().remove("empty");
        if (chosenMonth == 0) {
            month.getStyleClass().add("empty");
        }
        month.setText(
                chosenMonth == 0
                        ? words.of("date.month.prompt")
                        : SaidDate.month(words, parts.way().calendar(), chosenMonth, TextStyle.FULL_STANDALONE));
        month.setAccessibleText(words.of("date.month.title") + ": " + month.getText());
    }

    /** What was typed, over what the boxes do not show. */
    DateParts over(DateParts base, boolean about) {
        return new DateParts(
                base.way(),
                day.getText().strip(),
                chosenMonth,
                year.getText().strip(),
                about,
                from.getText().strip(),
                to.getText().strip(),
                spoken.getText().strip(),
                base.on());
    }

    /** Every month of a calendar by its name, with the name that the person knows beside it. */
    static List<Place> months(Words words, Calendar calendar) {
        List<Place> months = new ArrayList<>();
        months.add(new Place("0", words.of("date.month.none")));
        for (int i = 1; i <= calendar.months(); i++) {
            String key = "month." + calendar + "." + i;
            String name = SaidDate.month(words, calendar, i, TextStyle.FULL_STANDALONE);
            String own = words.find(key + ".own")
                    .filter(there -> !there.equals(name))
                    .map(there -> " · " + Said.isolated(words, there))
                    .orElse("");
            months.add(new Place(
                    String.valueOf(i),
                    name + own,
                    words.find(key + ".also").map(Folded::spaced).orElse("")));
        }
        return months;
    }
}
