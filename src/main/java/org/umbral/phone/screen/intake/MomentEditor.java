package org.umbral.phone.screen.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** Now, earlier today, or another day. Written once it names a time. */
final class MomentEditor implements Editor {
    private final Words words;
    private final Consumer<Value> write;
    private final ToggleButton now;
    private final ToggleButton earlier;
    private final ToggleButton other;
    private final TextField time = new TextField();
    private final DateEditor date;
    private final Label doubt = Parts.text("", "doubt");
    private final VBox more = Parts.column(8);
    private final VBox node;
    private Optional<LocalDate> day = Optional.empty();

    MomentEditor(Shell shell, Words words, String id, Consumer<Value> write) {
        this.words = words;
        this.write = write;
        now = row("moment.now", id + ".now", () -> write(zoned()));
        earlier = row("moment.earlier", id + ".earlier", () -> {});
        other = row("moment.other", id + ".other", () -> {});
        date = new DateEditor(shell, words, id + ".date", List.of(DateParts.Way.GREG), value -> List.of(), value -> {
            day = PartialDate.from(value).flatMap(one -> one.day() == null ? Optional.empty() : one.earliest());
            flush();
        });
        time.setId(id + ".time");
        time.setPromptText(words.of("moment.time"));
        time.setAccessibleText(words.of("moment.time"));
        time.setOnAction(event -> flush());
        time.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                flush();
            }
        });
        node = Parts.column(8, now, earlier, other, more);
    }

    private ToggleButton row(String key, String id, Runnable chosen) {
        ToggleButton row = Parts.choice(words.of(key), false);
        row.setId(id);
        row.setOnAction(event -> {
            choose(row);
            chosen.run();
        });
        return row;
    }

    private void choose(ToggleButton row) {
        List.of(now, earlier, other).forEach(one -> one.setSelected(one == row));
        more.getChildren().clear();
        if (row == earlier) {
            more.getChildren().add(time);
        } else if (row == other) {
            more.getChildren().addAll(date.node(), time);
        }
    }

    private ZonedDateTime zoned() {
        return ZonedDateTime.now(words.clock()).truncatedTo(ChronoUnit.MINUTES);
    }

    private void write(ZonedDateTime when) {
        write.accept(Value.text(when.toOffsetDateTime().toString()));
    }

    @Override
    public void flush() {
        more.getChildren().remove(doubt);
        if (now.isSelected() || time.getText().isBlank()) {
            return;
        }
        Optional<LocalTime> at = time(time.getText());
        Optional<LocalDate> on = earlier.isSelected() ? Optional.of(words.today()) : day;
        if (at.isEmpty() || on.isEmpty()) {
            say(at.isEmpty() ? "moment.time.odd" : "moment.day.odd");
            return;
        }
        ZonedDateTime when = on.get().atTime(at.get()).atZone(words.clock().getZone());
        if (when.isAfter(zoned().plusMinutes(5))) {
            say("moment.future");
        } else {
            write(when);
        }
    }

    private void say(String key) {
        doubt.setText(words.of(key));
        more.getChildren().add(doubt);
    }

    /** {@code 14:10}, {@code 14.10}, {@code 1410} or {@code 9}. */
    static Optional<LocalTime> time(String typed) {
        String digits = typed.strip().replaceAll("[:.h ]", "");
        Optional<Integer> number = DateParts.number(digits);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int hour = digits.length() <= 2 ? number.get() : number.get() / 100;
        int minute = digits.length() <= 2 ? 0 : number.get() % 100;
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        Optional<OffsetDateTime> when = value.flatMap(Value::asText).flatMap(MomentEditor::moment);
        if (when.isEmpty() || now.isSelected() || earlier.isSelected() || other.isSelected()) {
            return;
        }
        ZonedDateTime there = when.get().atZoneSameInstant(words.clock().getZone());
        boolean today = there.toLocalDate().equals(words.today());
        choose(today ? earlier : other);
        day = Optional.of(there.toLocalDate());
        date.show(Optional.of(PartialDate.of(there.toLocalDate()).toValue()));
        time.setText(there.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    }
}
