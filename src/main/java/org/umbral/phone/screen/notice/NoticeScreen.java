package org.umbral.phone.screen.notice;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;

/**
 * Notices to read aloud or to hand over: large type, the person's language, and that language's direction for the whole
 * screen. What is answered stands at the bottom.
 */
public final class NoticeScreen implements Screen {
    private static final List<Integer> SIZES = List.of(20, 24, 28, 34, 40);

    private final Shell shell;
    private final Words words;
    private final Page page;
    private final Notices notices;
    private final List<String> shown;
    private final ReadAloud reading;
    private final Language language;
    private final List<Answer> answers;
    private int size = 1;

    /**
     * @param shown ids such as N1, in their order
     * @param answers the bottom of the screen; each closes it
     */
    public NoticeScreen(
            Shell shell, Words words, Notices notices, List<String> shown, ReadAloud reading, List<Answer> answers) {
        this.shell = shell;
        this.words = words;
        this.notices = notices;
        this.shown = shown;
        this.reading = reading;
        this.answers = answers;
        this.language = reading.language();
        page = new Page(shell, words).titledWithBack(language.ownName(), shell::back);
        page.node().setId("notice");
        page.node().setNodeOrientation(NoticeText.direction(language));
        page.bottom(answers.stream().map(answer -> button(shell, answer)).toArray(Node[]::new));
        show();
    }

    /** Something to say at the end, in the language of the screens as they are now, and what it does. */
    public record Answer(String id, Supplier<String> text, boolean isFirst, Runnable run) {}

    private static Button button(Shell shell, Answer answer) {
        Function<Runnable, Button> make = run -> answer.isFirst()
                ? Parts.primary(answer.text().get(), run)
                : Parts.secondary(answer.text().get(), run);
        Button button = make.apply(() -> {
            shell.back();
            answer.run().run();
        });
        button.setId(answer.id());
        return button;
    }

    private void show() {
        List<Node> body = page.body().getChildren();
        body.clear();
        body.add(tools());
        for (String notice : shown) {
            List<String> parts = reading.brief() ? notices.readShort(notice, language) : notices.read(notice, language);
            parts.forEach(part -> body.add(NoticeText.of(part, language, "aloud", SIZES.get(size))));
        }
        if (!notices.areSigned(shown, language)) {
            body.add(Parts.quiet(words.of("notice.draft", notices.reference(shown.toArray(String[]::new)))));
        }
    }

    /** The paragraphs of one notice, to stand among other things. */
    public static List<Node> paragraphs(Notices notices, String notice, ReadAloud reading) {
        return notices.read(notice, reading.language()).stream()
                .map(part -> NoticeText.of(part, reading.language(), "aloud", SIZES.get(0)))
                .toList();
    }

    private Node tools() {
        Node aloud = Parts.line(
                Parts.icon(Material2MZ.RECORD_VOICE_OVER), Parts.text(words.of("notice.aloud"), "bold-line"));
        HBox.setHgrow(aloud, Priority.ALWAYS);
        Consumer<Integer> change = step -> {
            size = Math.max(0, Math.min(SIZES.size() - 1, size + step));
            double at = page.scroll().getVvalue();
            show();
            page.scroll().setVvalue(at);
        };
        Button smaller = Parts.iconButton(Material2MZ.REMOVE, words.of("notice.smaller"), () -> change.accept(-1));
        Button larger = Parts.iconButton(Material2AL.ADD, words.of("notice.larger"), () -> change.accept(1));
        smaller.setId("smaller");
        larger.setId("larger");
        smaller.setDisable(size == 0);
        larger.setDisable(size == SIZES.size() - 1);
        HBox tools = new HBox(8, aloud, smaller, larger);
        tools.setMinHeight(Region.USE_PREF_SIZE);
        return tools;
    }

    @Override
    public Screen again() {
        NoticeScreen made = new NoticeScreen(shell, words, notices, shown, reading, answers);
        made.size = size;
        made.show();
        return made;
    }

    @Override
    public Parent node() {
        return page.node();
    }
}
