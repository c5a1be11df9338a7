package org.umbral.phone.screen.list;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.casefile.CaseId;

/** The cases on this phone; the big button begins a new one. */
public final class CaseList implements Screen {
    private static final int SEARCH_FROM = 2;
    /** Cards are made as the list is scrolled: three hundred at once would stall the screen. */
    private static final int AT_ONCE = 30;

    private static final double NEARLY_DOWN = 0.8;

    private final Shell shell;
    private final Words words;
    private final Work work;
    private final Intake intake;
    private final Outbox outbox;
    private final Ways ways;
    private final Page page;
    private final TextField search = new TextField();
    private final VBox cards = Parts.column(12);
    private final Button wait;
    private final Button begin;
    private final Button join;
    private @Nullable Overview overview;
    private int seconds;
    private int most = AT_ONCE;

    /** Where the list leads. */
    public record Ways(Runnable begin, Consumer<CaseId> open, Runnable outbox, Runnable join, Runnable cross) {}

    public CaseList(Shell shell, Words words, Work work, Intake intake, Outbox outbox, Ways ways) {
        this.shell = shell;
        this.words = words;
        this.work = work;
        this.intake = intake;
        this.outbox = outbox;
        this.ways = ways;
        Button cross = Parts.iconButton(Material2MZ.PHONELINK_ERASE, words.of("cross.title"), ways.cross);
        cross.setId("cross");
        page = new Page(shell, words).titledWithSettings(words.of("list.title"), cross);
        page.node().setId("case-list");
        search.setId("search");
        search.setAccessibleText(words.of("list.search"));
        search.setPromptText(words.of("list.search"));
        search.textProperty().addListener(property -> {
            most = AT_ONCE;
            cards();
        });
        wait = Parts.withIcon(Parts.link("", ways.outbox), Material2AL.CLOUD_UPLOAD);
        wait.setId("outbox-line");
        wait.setMaxWidth(Double.MAX_VALUE);
        begin = Parts.withIcon(Parts.primary(words.of("list.new"), ways.begin), Material2AL.ADD);
        begin.setId("new-intake");
        page.body().getChildren().setAll(search, cards);
        join = Parts.primary(words.of("list.join"), ways.join);
        join.setId("join-first");
        page.bottom(wait, begin, join);
        Parts.hide(search, true);
        Parts.hide(wait, true);
        Parts.hide(begin, true);
        Parts.hide(join, true);
        page.reading(cards);
        page.scroll().vvalueProperty().addListener((Observable moved) -> more());
    }

    @Override
    public Screen again() {
        CaseList made = new CaseList(shell, words, work, intake, outbox, ways);
        made.search.setText(search.getText());
        return made;
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public void refresh() {
        work.ask(() -> Overview.read(intake, outbox), this::show, failure -> shell.toast(words.failure(failure)));
    }

    /** Times as a person says them grow old. */
    @Override
    public void tick() {
        if (++seconds % 30 == 0) {
            refresh();
        }
    }

    private void show(Overview read) {
        overview = read;
        Parts.hide(search, read.rows().size() < SEARCH_FROM);
        // What is written is sealed to a clinic, so there has to be one first.
        Parts.hide(begin, read.clinic().isEmpty());
        Parts.hide(join, read.clinic().isPresent());
        // Before the first case there is nothing that could be sent or not.
        Parts.hide(wait, read.rows().isEmpty() && read.waiting() == 0);
        wait.setText(
                read.waiting() == 0
                        ? words.of("list.nothing.waits")
                        : words.of(
                                "list.waits",
                                read.waiting(),
                                read.oldest().map(words::since).orElse("")));
        wait.setGraphic(Parts.icon(read.waiting() == 0 ? Material2AL.CHECK : Material2AL.CLOUD_UPLOAD));
        cards();
    }

    private void cards() {
        Overview shown = overview;
        if (shown == null) {
            return;
        }
        cards.getChildren().clear();
        shown.clinic().filter(ClinicLink::revoked).ifPresent(clinic -> joinAgain("list.revoked"));
        if (shown.needing() > 0) {
            cards.getChildren()
                    .add(Parts.line(
                            Parts.icon(Material2MZ.WARNING, "emergency-icon"),
                            Parts.text(words.of("list.needs", shown.needing()), "emergency-text")));
        }
        if (shown.mustJoinAgain() && shown.clinic().isPresent()) {
            joinAgain("cross.join.again");
        }
        if (shown.removed() > 0) {
            cards.getChildren().add(Parts.body(words.of("list.removed", shown.removed())));
        }
        List<CaseRow> rows = shown.found(search.getText());
        rows.stream()
                .limit(most)
                .forEach(row -> cards.getChildren().add(CaseCard.of(words, row, shown.telephone(), ways.open)));
        if (shown.rows().isEmpty()) {
            empty(shown.clinic().isPresent());
        } else if (rows.isEmpty()) {
            cards.getChildren().add(Parts.body(words.of("list.not.found")));
        }
    }

    /** Further cards below those that are there, before the end is reached. */
    private void more() {
        Overview shown = overview;
        if (shown == null || page.scroll().getVvalue() < NEARLY_DOWN) {
            return;
        }
        List<CaseRow> rows = shown.found(search.getText());
        int until = Math.min(rows.size(), most + AT_ONCE);
        for (CaseRow row : rows.subList(Math.min(most, rows.size()), until)) {
            cards.getChildren().add(CaseCard.of(words, row, shown.telephone(), ways.open));
        }
        most = Math.max(most, until);
    }

    private void joinAgain(String why) {
        VBox card = Parts.card(Parts.body(words.of(why)), Parts.secondary(words.of("list.join.again"), ways.join));
        card.getStyleClass().add("wait");
        cards.getChildren().add(card);
    }

    private void empty(boolean hasClinic) {
        VBox empty = Parts.column(
                12,
                Parts.icon(Material2MZ.PERSON_ADD, "big-icon"),
                Parts.title(words.of("list.empty")),
                Parts.body(words.of(hasClinic ? "list.empty.first" : "list.not.joined")));
        empty.setId("empty");
        cards.getChildren().add(empty);
    }
}
