package org.umbral.phone.screen.outbox;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.Courier;
import org.umbral.phone.sync.LinkState;

/** Every item that waits, with its bytes; the state of the connection in words; "send now". */
public final class OutboxScreen implements Screen {
    private final Shell shell;
    private final Words words;
    private final Work work;
    private final Intake intake;
    private final Outbox outbox;
    private final Courier courier;
    private final Page page;
    private final Label state = Parts.text("", "bold-line");
    private final Label next = Parts.quiet("");
    private final VBox link = Parts.card(state, next);
    private final VBox groups = Parts.column(12);
    private final Label keepOpen;
    private final Button send;
    private final Button sendPhotos;
    private final Label photosWait;
    private final Button join;
    private final Supplier<Screen> again;
    private @Nullable OutboxView shown;

    public OutboxScreen(
            Shell shell, Words words, Work work, Intake intake, Outbox outbox, Courier courier, Runnable join) {
        this.shell = shell;
        this.words = words;
        this.work = work;
        this.intake = intake;
        this.outbox = outbox;
        this.courier = courier;
        page = new Page(shell, words).titledWithBack(words.of("outbox.title"), shell::back);
        page.node().setId("outbox");
        state.setId("link-state");
        keepOpen = Parts.quiet(words.of("outbox.keep.open"));
        send = Parts.withIcon(Parts.primary(words.of("outbox.send"), this::send), Material2AL.CLOUD_UPLOAD);
        send.setId("send-now");
        photosWait = Parts.body(words.of("outbox.photos.wait"));
        sendPhotos = Parts.withIcon(
                Parts.primary(words.of("outbox.photos.send"), courier::sendPhotos), Material2AL.CLOUD_UPLOAD);
        sendPhotos.setId("send-photos");
        this.join = Parts.primary(words.of("list.join.again"), join);
        page.body().getChildren().setAll(link, photosWait, groups, keepOpen);
        Parts.hide(link, true);
        Parts.hide(photosWait, true);
        Parts.hide(keepOpen, true);
        page.reading(groups);
        this.again = () -> new OutboxScreen(shell, words, work, intake, outbox, courier, join);
    }

    @Override
    public Screen again() {
        return again.get();
    }

    @Override
    public Parent node() {
        return page.node();
    }

    /** "Send now" also cuts what is being drafted. */
    private void send() {
        work.run(intake::leaveAll, courier::wake, failure -> shell.toast(words.failure(failure)));
    }

    @Override
    public void refresh() {
        work.ask(
                () -> OutboxView.read(outbox, intake, courier.progress()),
                this::show,
                failure -> shell.toast(words.failure(failure)));
    }

    @Override
    public void tick() {
        if (shown != null) {
            say(shown);
        }
    }

    private void say(OutboxView view) {
        LinkState now = view.link();
        boolean kept = now == LinkState.IDLE && view.count() > 0;
        state.setText(words.of(kept ? "link.IDLE.kept" : "link." + now));
        next.setText(view.minutesLeft()
                .map(minutes -> words.of("outbox.left", minutes))
                .or(() -> view.secondsToNextTry(words)
                        .filter(seconds -> now != LinkState.REVOKED)
                        .map(seconds -> words.of("outbox.next", seconds)))
                .orElseGet(() -> view.progress()
                        .lastContact()
                        .map(at -> words.of("outbox.contact", words.ago(at)))
                        .orElse("")));
        boolean empty = next.getText().isEmpty();
        next.setVisible(!empty);
        next.setManaged(!empty);
        link.getStyleClass().removeAll("wait", "emergency", "done");
        switch (now) {
            case REVOKED, NOT_THE_CLINIC -> link.getStyleClass().add("emergency");
            case NO_CONNECTION, CLINIC_BUSY, STORE_TROUBLE, SWITCHED_OFF, NOT_JOINED ->
                link.getStyleClass().add("wait");
            default -> link.getStyleClass().add("done");
        }
    }

    private void show(OutboxView view) {
        shown = view;
        Parts.hide(link, false);
        say(view);
        groups.getChildren().clear();
        if (view.count() == 0) {
            groups.getChildren()
                    .setAll(
                            Parts.icon(Material2AL.CHECK_CIRCLE, "big-icon"),
                            Parts.title(words.of("outbox.empty")),
                            Parts.body(words.of("outbox.empty.what")));
        } else {
            groups.getChildren()
                    .add(Parts.section(words.of(
                            "outbox.waits",
                            view.count(),
                            words.bytes(view.bytes()),
                            view.oldest(words).orElse(""))));
            view.groups().forEach(group -> groups.getChildren().add(card(view, group)));
        }
        boolean mustJoin = view.link() == LinkState.REVOKED || view.link() == LinkState.NOT_JOINED;
        join.setText(words.of(view.link() == LinkState.NOT_JOINED ? "list.join" : "list.join.again"));
        Parts.hide(keepOpen, view.count() == 0 || view.onlyPhotosWait());
        Parts.hide(photosWait, !view.photosWait());
        if (view.count() == 0 && !mustJoin) {
            page.bottom();
        } else {
            page.bottom(mustJoin ? join : view.onlyPhotosWait() ? sendPhotos : send);
        }
    }

    private Node card(OutboxView view, OutboxView.Group group) {
        VBox card = Parts.card(
                Parts.text(group.name().isBlank() ? words.of("outbox.case") : words.apart(group.name()), "bold-line"));
        int photo = 0;
        int entry = 0;
        for (Waiting item : group.items()) {
            int number = item.lane().isEvidence() ? ++photo : ++entry;
            card.getChildren().add(line(view, item, number));
        }
        return card;
    }

    private Node line(OutboxView view, Waiting item, int number) {
        String what = words.of(item.lane().isEvidence() ? "item.photo" : "item.words", number);
        if (item.refused().isPresent()) {
            return Parts.line(
                    Parts.icon(Material2MZ.WARNING, "emergency-icon"), Parts.body(words.of("outbox.refused", what)));
        }
        long sent = view.sent(item);
        Label text = Parts.body(
                sent == 0
                        ? words.of("outbox.item", what, words.bytes(item.size()))
                        : words.of("outbox.item.sent", what, words.bytes(sent), words.bytes(item.size())));
        ProgressBar bar = new ProgressBar((double) sent / Math.max(1, item.size()));
        bar.setMaxWidth(Double.MAX_VALUE);
        return Parts.column(4, List.of(text, bar).toArray(Node[]::new));
    }
}
