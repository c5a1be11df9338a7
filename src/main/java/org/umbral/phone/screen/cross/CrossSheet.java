package org.umbral.phone.screen.cross;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.Undelivered;

/** Before the phone is emptied: what the clinic does not have yet, what goes and what stays, and the button to hold. */
public final class CrossSheet {
    private CrossSheet() {}

    /** Reads what is not delivered, which needs no key, then asks. {@code cross} runs once the button was held. */
    public static void open(Shell shell, Words words, Work work, Work.Task<Undelivered> reading, Runnable cross) {
        work.ask(
                reading,
                undelivered -> {
                    List<Node> content = new ArrayList<>(said(words, undelivered));
                    content.add(Parts.body(words.of("cross.what")));
                    content.add(Parts.body(words.of("notice.N8")));
                    content.add(new HoldButton(words.of("cross.hold"), words.of("cross.holding"), () -> {
                                shell.closeSheet();
                                cross.run();
                            })
                            .node());
                    content.add(Parts.secondary(words.of("cross.no"), shell::closeSheet));
                    shell.sheet(words.of("cross.title"), content.toArray(Node[]::new));
                },
                failure -> shell.toast(words.failure(failure)));
    }

    private static List<Node> said(Words words, Undelivered undelivered) {
        List<Node> lines = new ArrayList<>();
        if (undelivered.isNothing()) {
            lines.add(Parts.line(
                    Parts.icon(Material2AL.CHECK, "done-icon"), Parts.text(words.of("cross.nothing"), "bold-line")));
        } else {
            lines.add(Parts.line(
                    Parts.icon(Material2AL.CLOUD_UPLOAD, "wait-icon"),
                    Parts.text(words.of("cross.waits", undelivered.cases(), undelivered.photos()), "bold-line")));
        }
        if (undelivered.beforeConsent() > 0) {
            lines.add(Parts.line(
                    Parts.icon(Material2MZ.WARNING, "emergency-icon"),
                    Parts.text(words.of("cross.unconsented", undelivered.beforeConsent()), "emergency-text")));
        }
        return lines;
    }
}
