package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.intake.DateParts.Way;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.PickList;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.SaidDate;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Doubt;

/**
 * Day, month by its name, year, in the calendar that the person uses; or only an age, or their own words. The year alone is
 * fine, and what is not known stays empty. What follows from it in our calendar is said as a fact, never asked.
 */
final class DateEditor implements Editor {
    private final Shell shell;
    private final Words words;
    private final String id;
    private final Consumer<Value> write;
    private final Function<Value, List<Doubt>> doubts;
    private final List<Way> ways;
    private final DateBoxes boxes;
    private final ToggleButton about;
    private final Button way;
    private final Below below;
    private final VBox node;
    private final PauseTransition pause = new PauseTransition(Duration.millis(600));
    /** What the boxes do not show: the way, the day on which an age was said, words from before. */
    private DateParts base = DateParts.empty();

    private DateParts handed = DateParts.empty();
    private String asked = "";

    /** @param ways how it may be said; one alone offers no others and no "about" */
    DateEditor(
            Shell shell,
            Words words,
            String id,
            List<Way> ways,
            Function<Value, List<Doubt>> doubts,
            Consumer<Value> write) {
        this.shell = shell;
        this.words = words;
        this.id = id;
        this.ways = ways;
        this.doubts = doubts;
        this.write = write;
        boxes = new DateBoxes(words, id, this::chooseMonth, this::typing, this::leave);
        below = new Below(words, id);
        about = Parts.choice(words.of("date.about"), true);
        about.setId(id + ".about");
        about.setOnAction(event -> leave());
        way = Parts.withIcon(Parts.link("", this::chooseWay), Material2AL.EXPAND_MORE);
        way.setId(id + ".way");
        node = Parts.column(8, boxes.node(), below.node());
        if (ways.size() > 1) {
            node.getChildren().addAll(about, way);
        }
        pause.setOnFinished(event -> paused());
        put(base);
    }

    private void typing() {
        below.clear();
        pause.playFromStart();
    }

    private void chooseMonth() {
        chooseMonth(words.of("date.month.title"), month -> put(typed().withMonth(month)));
    }

    private void chooseMonth(String title, IntConsumer chosen) {
        PickList.open(shell, words, title, DateBoxes.months(words, base.way().calendar()), place -> {
            chosen.accept(Integer.parseInt(place.code()));
            leave();
        });
    }

    private void chooseWay() {
        List<Place> places = ways.stream()
                .map(one -> new Place(one.name(), words.of("date.way." + one)))
                .toList();
        PickList.open(shell, words, words.of("date.way.title"), places, place -> change(Way.valueOf(place.code())));
    }

    private void change(Way chosen) {
        put(typed().in(chosen, words.today()));
        leave();
    }

    private DateParts typed() {
        return boxes.over(base, about.isSelected());
    }

    private void put(DateParts parts) {
        base = parts;
        boxes.put(parts);
        about.setSelected(parts.about());
        Parts.hide(about, ways.size() == 1 || parts.way() == Way.WORDS);
        way.setText(words.of(parts.way() == Way.GREG ? "date.way" : "date.way." + parts.way()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        if (!boxes.isFocused() && typed().equals(handed)) {
            put(value.flatMap(PartialDate::from).map(DateParts::of).orElse(DateParts.empty()));
            handed = typed();
            say();
        }
    }

    /** A whole date that was typed into one box opens the months at once; half a date waits for its rest. */
    private void paused() {
        DateParts now = typed();
        if (now.isAmbiguous()) {
            askMonth(now);
        } else if (now.doubt(words.today()).isEmpty()) {
            hand(now);
        }
    }

    private void askMonth(DateParts now) {
        hand(now);
        if (!asked.equals(now.year() + now.day())) {
            asked = now.year() + now.day();
            chooseMonth(words.of("date.which", asked), month -> put(typed().withMonthOf(month)));
        }
    }

    private void hand(DateParts now) {
        pause.stop();
        if (!now.equals(handed)) {
            handed = now;
            write.accept(now.value(words.today()));
        }
    }

    @Override
    public void flush() {
        hand(typed());
    }

    private void leave() {
        hand(typed());
        // Later, when the focus has come to where it goes: a date that is half typed is no doubt yet.
        Platform.runLater(() -> {
            if (!boxes.isFocused()) {
                say();
            }
        });
    }

    /** The days of our calendar that it may be, and what is worth a second look. */
    private void say() {
        DateParts now = typed();
        Optional<String> odd = now.doubt(words.today());
        Optional<PartialDate> date = odd.isEmpty() ? now.date() : Optional.empty();
        below.show(
                date.flatMap(this::fact).orElse(""),
                date.map(PartialDate::toValue).map(doubts).orElse(List.of()),
                doubt -> {});
        odd.ifPresent(key -> below.add(Parts.text(words.of(key), "doubt")));
        if (now.looksHijri() && ways.size() > 1) {
            Set<PartialDate.Flag> flags = PartialDate.ofYear(
                            DateParts.number(now.year()).orElseThrow())
                    .flags(words.today());
            offer(flags.contains(PartialDate.Flag.YEAR_LOOKS_SOLAR_HIJRI), "date.use.solar", Way.SOLAR_HIJRI);
            offer(flags.contains(PartialDate.Flag.YEAR_LOOKS_LUNAR_HIJRI), "date.use.lunar", Way.LUNAR_HIJRI);
        }
    }

    /** What follows in our calendar from what was said; nothing where that is said already. */
    private Optional<String> fact(PartialDate date) {
        if (date.age() != null) {
            return date.earliest()
                    .flatMap(first ->
                            date.latest().map(last -> words.of("date.born", words.date(first), words.date(last))));
        }
        boolean said = date.calendar() == PartialDate.Calendar.GREG && !date.about();
        return said ? Optional.empty() : SaidDate.span(words, date);
    }

    private void offer(boolean likely, String key, Way other) {
        if (likely) {
            Button use = Parts.link(words.of(key), () -> change(other));
            use.setId(id + "." + other);
            below.add(use);
        }
    }
}
