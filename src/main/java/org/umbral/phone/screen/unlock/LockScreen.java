package org.umbral.phone.screen.unlock;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.cross.CrossSheet;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.Undelivered;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;

/** A field and nothing else: no name, no hint. Only after three wrong tries it offers a way on for who has forgotten. */
public final class LockScreen implements Screen {
    private static final int TRIES = 3;

    private final Shell shell;
    private final Words words;
    private final Work work;
    private final Vault vault;
    private final Runnable opened;
    private final Runnable forgotten;
    private final BorderPane node = new BorderPane();
    private final SecretField field;
    private final Label said = Parts.text("", "failure");
    private final Button open;
    private final Button forgot;
    private boolean opening;
    private int seconds;
    private int wrong;

    /** What the lock screen does to the vault; blocks. */
    public interface Vault {
        void unlock(Passphrase passphrase) throws Failure;

        void forget() throws Failure;

        /** Known without a key. */
        Undelivered undelivered() throws Failure;
    }

    public LockScreen(Shell shell, Words words, Work work, Vault vault, Runnable opened, Runnable forgotten) {
        this.shell = shell;
        this.words = words;
        this.work = work;
        this.vault = vault;
        this.opened = opened;
        this.forgotten = forgotten;
        this.field = new SecretField(words, "unlock-field", this::unlock);
        this.open = Parts.primary(words.of("unlock.open"), this::unlock);
        this.forgot = Parts.link(words.of("unlock.forgot"), this::askToForget);
        open.setId("unlock");
        said.setId("unlock-said");
        forgot.setVisible(false);
        VBox middle = Parts.column(12, field.node(), open, said, forgot);
        middle.setAlignment(Pos.CENTER);
        middle.getStyleClass().add("page-body");
        HBox corner = new HBox(Page.settings(shell, words));
        corner.setAlignment(Pos.CENTER_RIGHT);
        corner.getStyleClass().add("lock-corner");
        node.setId("lock-screen");
        node.getStyleClass().addAll("ground");
        node.setTop(corner);
        node.setCenter(middle);
        Button empty = Parts.link(words.of("cross.lock"), this::askToCross);
        empty.setId("cross");
        HBox foot = new HBox(empty);
        foot.setAlignment(Pos.CENTER);
        foot.getStyleClass().add("page-body");
        node.setBottom(foot);
    }

    @Override
    public Screen again() {
        if (opening) {
            return this;
        }
        LockScreen other = new LockScreen(shell, words, work, vault, opened, forgotten);
        other.wrong = wrong;
        other.forgot.setVisible(forgot.isVisible());
        other.field.type(field.typed());
        return other;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void refresh() {
        field.focus();
    }

    private void unlock() {
        if (opening || field.typed().length() == 0) {
            return;
        }
        Passphrase passphrase = Passphrase.of(PassphraseRule.chars(field.typed()));
        field.clear();
        opening = true;
        open.setDisable(true);
        seconds = 0;
        tick();
        work.run(
                () -> {
                    try (passphrase) {
                        vault.unlock(passphrase);
                    }
                },
                opened,
                this::failed);
    }

    private void failed(Failure failure) {
        opening = false;
        open.setDisable(false);
        wrong++;
        forgot.setVisible(wrong >= TRIES);
        said.getStyleClass().setAll("label", "failure");
        said.setText(words.failure(failure));
        field.focus();
    }

    @Override
    public void tick() {
        if (opening) {
            said.getStyleClass().setAll("label", "body");
            said.setText(words.of("unlock.opening", seconds++));
        }
    }

    private void askToCross() {
        if (!opening) {
            CrossSheet.open(
                    shell, words, work, vault::undelivered, () -> work.run(vault::forget, forgotten, this::failed));
        }
    }

    private void askToForget() {
        Button yes = Parts.primary(words.of("forget.yes"), () -> {
            shell.closeSheet();
            work.run(vault::forget, forgotten, this::failed);
        });
        yes.getStyleClass().add("danger-primary");
        shell.sheet(
                words.of("forget.title"),
                Parts.body(words.of("forget.what")),
                yes,
                Parts.secondary(words.of("forget.no"), shell::closeSheet));
    }
}
