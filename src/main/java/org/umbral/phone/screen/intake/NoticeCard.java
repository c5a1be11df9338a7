package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.notice.LanguageSheet;
import org.umbral.phone.screen.notice.NoticeScreen;
import org.umbral.phone.screen.notice.Notices;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.notice.ReadAloud;
import org.umbral.phone.screen.notice.ReadAloud.Reader;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.PickList;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** In which language the notices are read, the way to their text, and who read it. */
final class NoticeCard {
    private static final FieldId LANGUAGE = new FieldId("CAP-11");
    private static final String CONSENT = "N1 N2";

    private final Shell shell;
    private final IntakeModel model;
    private final Consents consents;
    private final Words words;
    private final VBox node = Parts.column(12);
    private boolean chosen;
    private @Nullable ReadAloud shown;

    NoticeCard(Shell shell, IntakeModel model, Consents consents) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        this.words = model.words();
        this.chosen = model.value(ItemId.CASE, "CAP-11").isPresent();
        make();
    }

    Node node() {
        return node;
    }

    void refresh() {
        if (!consents.reading().equals(shown)) {
            make();
        }
    }

    private void make() {
        shown = consents.reading();
        node.getChildren().setAll(Parts.text(words.of("notice.language"), "field-label"), languages(), card());
    }

    private void read(ReadAloud now) {
        consents.read(now);
        make();
        // The screen below may have been made anew, with another card.
        model.reread();
    }

    private Node languages() {
        String spoken = chosen || isRead() ? consents.reading().spoken() : "";
        FlowPane chips = new FlowPane(8, 8);
        List<Language> shown = new ArrayList<>(consents.notices().frequent());
        consents.notices().language(spoken).filter(one -> !shown.contains(one)).ifPresent(shown::add);
        shown.forEach(one -> chips.getChildren().add(chip(one, spoken)));
        boolean elsewhere =
                !spoken.isEmpty() && consents.notices().language(spoken).isEmpty();
        Button other = Parts.withIcon(
                Parts.link(
                        elsewhere ? Places.language(words, spoken) : words.of("notice.other.language"), this::others),
                Material2AL.LANGUAGE);
        other.setId("notice-other");
        chips.getChildren().add(other);
        return chips;
    }

    private Node chip(Language language, String spoken) {
        ToggleButton chip = new ToggleButton(language.ownName());
        chip.getStyleClass().add("chip");
        chip.setId("notice-" + language.tag());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setSelected(language.tag().equals(spoken));
        chip.setGraphic(chip.isSelected() ? Parts.icon(Material2AL.CHECK) : null);
        chip.setOnAction(event -> speak(language, language.tag()));
        return chip;
    }

    private void speak(Language text, String spoken) {
        chosen = true;
        model.write(ItemId.CASE, LANGUAGE, Value.text(spoken));
        read(consents.reading().in(text, spoken));
    }

    private void others() {
        Button further = Parts.link(words.of("notice.interpreted"), this::interpreted);
        further.setId("notice-interpreted");
        LanguageSheet.open(shell, words, consents.notices(), chosen -> speak(chosen, chosen.tag()), further);
    }

    /** A language without a text: the interpreter reads from the one that worker and interpreter share. */
    private void interpreted() {
        shell.closeSheet();
        PickList.open(
                shell,
                words,
                words.of("notice.language"),
                Places.languages(words, List.of()),
                place -> consents.notices()
                        .language(place.code())
                        .ifPresentOrElse(
                                text -> speak(text, place.code()),
                                () -> speak(consents.reading().language(), place.code())));
    }

    private boolean isRead() {
        return consents.reading().reader().isPresent();
    }

    private Node card() {
        ReadAloud reading = consents.reading();
        VBox card = Parts.card();
        card.getStyleClass().add("notice");
        card.setId("notice-card");
        reading.reader()
                .ifPresentOrElse(
                        reader -> {
                            String said = words.of(
                                    "notice.read." + reader, reading.language().ownName());
                            card.getChildren()
                                    .addAll(
                                            Parts.line(
                                                    Parts.icon(Material2AL.CHECK, "done-icon"),
                                                    Parts.text(said, "bold-line")),
                                            Parts.quiet(words.of("notice.read.again")));
                        },
                        () -> card.getChildren()
                                .add(Parts.line(
                                        Parts.icon(Material2MZ.RECORD_VOICE_OVER),
                                        Parts.text(words.of("notice.aloud"), "bold-line"))));
        if (reading.needsInterpreter()) {
            card.getChildren()
                    .add(Parts.body(words.of(
                            "notice.spoken", reading.language().ownName(), Places.language(words, reading.spoken()))));
        }
        Button open = Parts.withIcon(Parts.secondary(words.of("notice.open"), this::open), Material2AL.ARTICLE);
        open.setId("notice-open");
        ToggleButton brief = Parts.choice(words.of("notice.brief"), true);
        brief.setId("notice-brief");
        brief.setSelected(reading.brief());
        brief.setOnAction(event -> read(reading.brief(brief.isSelected())));
        card.getChildren().addAll(open, brief);
        return card;
    }

    private void open() {
        List<NoticeScreen.Answer> answers = readers().stream()
                .map(reader -> new NoticeScreen.Answer(
                        id(reader), () -> said(reader), reader == Reader.WORKER, () -> readBy(reader)))
                .toList();
        Notices notices = consents.notices();
        shell.push(new NoticeScreen(shell, words, notices, List.of(CONSENT.split(" ")), consents.reading(), answers));
    }

    private void readBy(Reader reader) {
        read(consents.reading().readBy(reader));
    }

    private List<Reader> readers() {
        return consents.reading().needsInterpreter() ? List.of(Reader.INTERPRETER) : List.of(Reader.values());
    }

    private static String id(Reader reader) {
        return "read-by-" + reader;
    }

    private String said(Reader reader) {
        return words.of(reader == Reader.WORKER ? "notice.by.worker" : "notice.by.interpreter");
    }

    /** A draft is no consent by itself: before the first yes the worker says who read it. */
    void whenRead(Runnable then) {
        if (isRead()) {
            then.run();
            return;
        }
        VBox rows = Parts.column(8, Parts.body(words.of("notice.by.why")));
        for (Reader reader : readers()) {
            Button row = Parts.secondary(said(reader), () -> {
                shell.closeSheet();
                readBy(reader);
                then.run();
            });
            row.setId(id(reader));
            rows.getChildren().add(row);
        }
        Button show = Parts.link(words.of("notice.open"), this::open);
        shell.sheet(words.of("notice.by.who"), rows, show);
    }
}
