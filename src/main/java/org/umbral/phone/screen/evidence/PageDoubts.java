package org.umbral.phone.screen.evidence;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;

/** A line for each thing to look at again: "Page 2 is blurred. take again · keep". It warns and keeps nothing back. */
final class PageDoubts {
    private final VBox node = Parts.column(8);
    private final Pages pages;
    private final Words words;
    private Object shown = Set.of();

    PageDoubts(Pages pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    Node node() {
        return node;
    }

    void show() {
        List<Pages.Kept> kept = pages.kept();
        if (kept.equals(shown)) {
            return;
        }
        shown = kept;
        node.getChildren().clear();
        for (Pages.Kept page : kept) {
            Pages.doubts(page).forEach(mark -> node.getChildren().add(doubt(page, mark)));
        }
        List<Pages.Kept> chosen = kept.stream()
                .filter(page -> page.marks().contains(PageMark.ORIGINAL_ELSEWHERE))
                .toList();
        if (!chosen.isEmpty()) {
            node.getChildren().add(elsewhere(chosen));
        }
        Parts.hide(node, node.getChildren().isEmpty());
    }

    private Node doubt(Pages.Kept page, PageMark mark) {
        Button again = Parts.secondary(words.of("page.doubt.again"), () -> pages.takeAgain(page.item()));
        again.setId("doubt-again-" + page.number());
        Button keep = Parts.secondary(words.of("page.doubt.keep"), () -> pages.settle(mark, page.item()));
        keep.setId("doubt-keep-" + page.number());
        return card("doubt-" + page.number(), words.of("page.doubt." + mark, page.number()), Parts.beside(again, keep));
    }

    private Node elsewhere(List<Pages.Kept> chosen) {
        Button done = Parts.withIcon(
                Parts.secondary(
                        words.of("page.elsewhere.done"),
                        () -> chosen.forEach(page -> pages.settle(PageMark.ORIGINAL_ELSEWHERE, page.item()))),
                Material2AL.CHECK);
        done.setId("elsewhere-done");
        return card("elsewhere", words.of("page.elsewhere", chosen.size()), done);
    }

    private static Node card(String name, String text, Node answer) {
        VBox card = Parts.card(
                Parts.line(Parts.icon(Material2MZ.WARNING, "wait-icon"), Parts.text(text, "bold-line")), answer);
        card.getStyleClass().add("wait");
        card.setId(name);
        return card;
    }
}
