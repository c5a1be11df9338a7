package org.umbral.phone.screen.evidence;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;

/** What can be done with one page, or with a photo that did not become one. */
final class PageSheets {
    private final Shell shell;
    private final Pages pages;
    private final Pictures pictures;
    private final CaseId id;
    private final Words words;

    PageSheets(Shell shell, Pages pages, Pictures pictures, CaseId id) {
        this.shell = shell;
        this.pages = pages;
        this.pictures = pictures;
        this.id = id;
        this.words = pictures.words();
    }

    void page(Pages.Kept page, boolean mayTake, boolean mayTurn) {
        List<Node> rows = new ArrayList<>();
        rows.add(row(
                "see",
                "page.see",
                Material2AL.FULLSCREEN,
                () -> shell.push(new PhotoScreen(shell, pictures, id, page.item(), page.number()))));
        if (mayTake) {
            rows.add(row("retake", "page.again", Material2MZ.PHOTO_CAMERA, () -> pages.takeAgain(page.item())));
        }
        if (mayTurn) {
            rows.add(row("turn", "page.turn", Material2MZ.ROTATE_RIGHT, () -> pages.turn(page)));
        }
        int last = pages.kept().size();
        if (last > 1) {
            Button earlier = row("earlier", "page.earlier", Material2AL.ARROW_UPWARD, () -> move(page, -1));
            Button later = row("later", "page.later", Material2AL.ARROW_DOWNWARD, () -> move(page, 1));
            earlier.setDisable(page.number() == 1);
            later.setDisable(page.number() == last);
            rows.add(Parts.beside(earlier, later));
        }
        rows.add(row("remove-page", "items.remove", Material2AL.DELETE, () -> remove(page)));
        shell.sheet(words.of("page.number", page.number()), rows.toArray(Node[]::new));
    }

    private void move(Pages.Kept page, int by) {
        pages.move(page.item(), by);
        shell.toast(words.of("page.moved", page.number(), page.number() + by));
    }

    private void remove(Pages.Kept page) {
        pages.remove(page.item());
        shell.toast(words.of("page.removed"), words.of("undo"), () -> pages.restore(page.item()));
    }

    void stuck(Stuck photo) {
        List<Node> rows = new ArrayList<>();
        rows.add(Parts.body(photo.why().map(words::failure).orElseGet(() -> words.of("page.stuck.left"))));
        if (photo.mayWorkLater()) {
            rows.add(row("stuck-again", "again", Material2MZ.REFRESH, () -> pages.tryAgain(photo)));
        }
        rows.add(row("stuck-retake", "page.again", Material2MZ.PHOTO_CAMERA, pages::take));
        rows.add(row("stuck-drop", "page.throw", Material2AL.DELETE, () -> pages.throwAway(photo)));
        shell.sheet(words.of("page.stuck.title"), rows.toArray(Node[]::new));
    }

    private Button row(String name, String key, Ikon icon, Runnable run) {
        Button button = Parts.withIcon(
                Parts.secondary(words.of(key), () -> {
                    shell.closeSheet();
                    run.run();
                }),
                icon);
        button.setId(name);
        return button;
    }
}
