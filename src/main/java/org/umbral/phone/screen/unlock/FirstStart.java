package org.umbral.phone.screen.unlock;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;

/** The first start: four words are offered, or the worker makes an own passphrase; the key is made off the UI thread. */
public final class FirstStart implements Screen {
    private final Words words;
    private final Work work;
    private final Supplier<char[]> offers;
    private final Maker maker;
    private final Runnable made;
    private final Page page;
    private final Label said = Parts.text("", "failure");
    private final Supplier<FirstStart> again;
    private Label offered = new Label();
    private ToggleButton wrote = new ToggleButton();
    private @Nullable SecretField first;
    private @Nullable SecretField second;
    private boolean making;
    private int seconds;

    /** Makes the vault; blocks. */
    @FunctionalInterface
    public interface Maker {
        void make(Passphrase passphrase) throws Failure;
    }

    public FirstStart(Shell shell, Words words, Work work, Supplier<char[]> offers, Maker maker, Runnable made) {
        this.words = words;
        this.work = work;
        this.offers = offers;
        this.maker = maker;
        this.made = made;
        this.page = new Page(shell, words);
        page.node().setId("first-start");
        page.titledWithSettings("");
        this.again = () -> new FirstStart(shell, words, work, offers, maker, made);
        offer();
    }

    /** What was typed or offered is still there: the person may have written it down. */
    @Override
    public Screen again() {
        FirstStart other = again.get();
        if (!making) {
            other.takeOver(this);
        }
        return making ? this : other;
    }

    private void takeOver(FirstStart before) {
        if (before.first == null || before.second == null) {
            offered.setText(before.offered.getText());
            wrote.setSelected(before.wrote.isSelected());
        } else {
            own();
            copy(before.first, first);
            copy(before.second, second);
        }
    }

    private static void copy(SecretField from, @Nullable SecretField to) {
        if (to != null) {
            to.type(from.typed());
        }
    }

    @Override
    public Parent node() {
        return page.node();
    }

    private void offer() {
        VBox body = begin("passphrase.title");
        first = null;
        second = null;
        offered = Parts.text("", "offer");
        offered.setId("offer");
        another(offered);
        Button another =
                Parts.withIcon(Parts.link(words.of("passphrase.another"), () -> another(offered)), Material2MZ.REFRESH);
        wrote = Parts.choice(words.of("passphrase.wrote"), true);
        wrote.setId("wrote");
        Button use = Parts.primary(words.of("passphrase.use.words"), () -> make(offered.getText()));
        use.setId("use-words");
        use.disableProperty().bind(wrote.selectedProperty().not());
        body.getChildren().addAll(Parts.card(Parts.quiet(words.of("passphrase.offer")), offered, another), wrote, said);
        Button own = Parts.link(words.of("passphrase.own"), this::own);
        own.setId("own");
        body.getChildren().add(own);
        page.bottom(use);
    }

    private void another(Label offered) {
        char[] offer = offers.get();
        offered.setText(new String(offer));
        Arrays.fill(offer, '\0');
    }

    private void own() {
        VBox body = begin("passphrase.own.title");
        Button use = Parts.primary(words.of("passphrase.use.own"), () -> {});
        use.setId("use-own");
        SecretField one = new SecretField(words, "passphrase", use::fire);
        SecretField again = new SecretField(words, "passphrase-again", use::fire);
        first = one;
        second = again;
        use.setOnAction(event -> {
            Optional<String> refusal = PassphraseRule.refusal(one.typed(), again.typed());
            say(refusal.map(words::of).orElse(""));
            if (refusal.isEmpty()) {
                make(one.typed());
            }
        });
        one.onTyping(() -> say(""));
        body.getChildren()
                .addAll(
                        Parts.text(words.of("passphrase.field"), "field-label"),
                        one.node(),
                        Parts.quiet(words.of("passphrase.rule")),
                        Parts.text(words.of("passphrase.field.again"), "field-label"),
                        again.node(),
                        said);
        body.getChildren().add(Parts.link(words.of("passphrase.words"), this::offer));
        page.bottom(use);
    }

    private VBox begin(String title) {
        say("");
        VBox body = page.body();
        body.getChildren().setAll(Parts.title(words.of(title)), Parts.body(words.of("passphrase.why")));
        page.scroll().setVvalue(0);
        return body;
    }

    private void make(CharSequence typed) {
        Passphrase passphrase = Passphrase.of(PassphraseRule.chars(typed));
        making = true;
        seconds = 0;
        tick();
        work.run(
                () -> {
                    try (passphrase) {
                        maker.make(passphrase);
                    }
                },
                made,
                this::failed);
    }

    private void say(String sentence) {
        said.setText(sentence);
        Parts.hide(said, sentence.isEmpty());
    }

    private void failed(Failure failure) {
        making = false;
        offer();
        say(words.failure(failure));
    }

    @Override
    public void tick() {
        if (making) {
            Label line = Parts.body(words.of("passphrase.making", seconds++));
            line.setId("making");
            page.bottom(line);
        }
    }
}
