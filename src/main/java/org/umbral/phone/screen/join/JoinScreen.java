package org.umbral.phone.screen.join;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.wire.Invitation;

/** Joining a clinic: the invitation's text is pasted or typed, its check says at once whether it is whole. */
public final class JoinScreen implements Screen {
    private final Words words;
    private final Work work;
    private final Joiner joiner;
    private final Runnable done;
    private final Page page;
    private final TextArea text = new TextArea();
    private final Label said = Parts.text("", "failure");
    private final Button join;
    private final Supplier<JoinScreen> again;
    private boolean joining;
    private int seconds;

    /** Joins and answers the clinic's name; blocks. */
    @FunctionalInterface
    public interface Joiner {
        String join(Invitation invitation) throws Failure;
    }

    /** @param given an invitation to use at once */
    public JoinScreen(
            Shell shell,
            Words words,
            Work work,
            Optional<Invitation> given,
            Joiner joiner,
            Runnable later,
            Runnable done) {
        this.words = words;
        this.work = work;
        this.joiner = joiner;
        this.done = done;
        this.page = new Page(shell, words).titled(words.of("join.bar"));
        this.join = Parts.primary(words.of("join.do"), this::read);
        join.setId("join");
        said.setId("join-said");
        text.setId("invitation");
        text.setWrapText(true);
        text.setAccessibleText(words.of("join.how"));
        text.setPrefRowCount(6);
        text.setPromptText(words.of("join.prompt"));
        text.textProperty().addListener(property -> say(""));
        say("");
        Button paste = Parts.withIcon(Parts.secondary(words.of("join.paste"), this::paste), Material2AL.CONTENT_PASTE);
        Button skip = Parts.link(words.of("join.later"), later);
        skip.setId("join-later");
        page.body()
                .getChildren()
                .setAll(Parts.title(words.of("join.title")), Parts.body(words.of("join.how")), text, said, paste, skip);
        page.bottom(join);
        this.again = () -> new JoinScreen(shell, words, work, Optional.empty(), joiner, later, done);
        given.ifPresent(this::join);
    }

    @Override
    public Screen again() {
        if (joining || text.getParent() == null) {
            return this;
        }
        JoinScreen made = again.get();
        made.text.setText(text.getText());
        return made;
    }

    @Override
    public Parent node() {
        return page.node();
    }

    private void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted == null || pasted.isBlank()) {
            say(words.of("join.nothing"));
        } else {
            text.setText(pasted.strip());
            read();
        }
    }

    private void read() {
        if (joining) {
            return;
        }
        try {
            join(Invitation.parse(text.getText()));
        } catch (GiveUp mistyped) {
            say(words.failure(mistyped));
        }
    }

    private void join(Invitation invitation) {
        joining = true;
        seconds = 0;
        tick();
        work.ask(() -> joiner.join(invitation), this::joined, this::failed);
    }

    private void say(String sentence) {
        said.setText(sentence);
        Parts.hide(said, sentence.isEmpty());
    }

    private void failed(Failure failure) {
        joining = false;
        page.bottom(join);
        say(words.failure(failure));
    }

    private void joined(String clinic) {
        joining = false;
        Button next = Parts.primary(words.of("join.next"), done);
        next.setId("joined-next");
        page.body()
                .getChildren()
                .setAll(
                        Parts.icon(Material2AL.CHECK_CIRCLE, "big-icon"),
                        Parts.title(words.of("join.joined")),
                        Parts.section(clinic),
                        Parts.body(words.of("join.then")));
        page.bottom(next);
    }

    @Override
    public void tick() {
        if (joining) {
            page.bottom(Parts.body(words.of("join.joining", seconds++)));
        }
    }
}
