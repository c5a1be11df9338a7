package org.umbral.phone.screen.notice;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;

/**
 * The card that every intake ends with, also one that was stopped: the case's code, the clinic's telephone, what happens
 * next, and that nothing is promised; in the person's language, to be written down or photographed. Names nobody.
 */
public final class ClosingScreen implements Screen {
    private static final int TEXT = 20;
    private static final int NUMBER = 34;

    private final Shell shell;
    private final Words words;
    private final Notices notices;
    private final Card card;
    private final Runnable done;
    private final Page page;
    private Language language;

    /**
     * What the card says.
     *
     * @param telephone the clinic's; empty while the phone has not joined one
     */
    public record Card(String code, String clinic, Optional<String> telephone) {
        public static Card of(CaseFile file, Optional<ClinicLink> link) {
            return new Card(
                    file.item(ItemId.CASE).flatMap(one -> one.text("CAS-02")).orElse(""),
                    link.map(ClinicLink::clinicName).orElse(""),
                    link.map(ClinicLink::emergencyTelephone));
        }
    }

    /** @param done what comes after it */
    public ClosingScreen(Shell shell, Words words, Notices notices, Language language, Card card, Runnable done) {
        this.shell = shell;
        this.words = words;
        this.notices = notices;
        this.card = card;
        this.language = language;
        this.done = done;
        page = new Page(shell, words).titled(words.of("closing.bar"));
        page.node().setId("closing");
        Button given = Parts.withIcon(Parts.primary(words.of("closing.done"), done), Material2AL.CHECK);
        given.setId("closing-done");
        page.bottom(given);
        show();
    }

    private void show() {
        page.node().setNodeOrientation(NoticeText.direction(language));
        VBox paper = Parts.card(
                text("closing.title", "section", TEXT + 4),
                text("closing.code", "quiet", TEXT - 4),
                NoticeText.number(card.code(), NUMBER));
        paper.getChildren().get(2).setId("closing-code");
        card.telephone().ifPresent(number -> {
            paper.getChildren().add(text("closing.telephone", "quiet", TEXT - 4));
            Node shown = NoticeText.number(number, NUMBER - 8);
            shown.setId("closing-telephone");
            paper.getChildren().add(shown);
        });
        if (!card.clinic().isBlank()) {
            paper.getChildren().add(Parts.text(card.clinic(), "bold-line"));
        }
        List.of("closing.1", "closing.2", "closing.3")
                .forEach(key -> paper.getChildren().add(text(key, "body", TEXT)));
        page.body().getChildren().setAll(paper, text("closing.keep", "bold-line", TEXT - 2), languages());
    }

    private Node text(String key, String style, int size) {
        return NoticeText.of(notices.word(key, language), language, style, size);
    }

    private Node languages() {
        Button other = Parts.withIcon(
                Parts.link(
                        words.of("notice.other.language"),
                        () -> LanguageSheet.open(shell, words, notices, chosen -> {
                            language = chosen;
                            show();
                        })),
                Material2AL.LANGUAGE);
        other.setId("closing-language");
        return other;
    }

    @Override
    public Screen again() {
        return new ClosingScreen(shell, words, notices, language, card, done);
    }

    @Override
    public Parent node() {
        return page.node();
    }
}
