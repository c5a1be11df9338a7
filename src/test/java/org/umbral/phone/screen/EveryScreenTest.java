package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;

/** One walk by clicks and typing through every screen, in both languages, looking at each. */
class EveryScreenTest {
    private static final double TARGET = 48;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void isWalkedByHandWithoutClippedTextOrSmallTargetsAndWritesWhatWasTyped(String language, @TempDir Path captures)
            throws Exception {
        List<String> faults = new ArrayList<>();
        try (Hand hand = Hand.on(Locale.forLanguageTag(language), captures)) {
            new Tour(hand, name -> faults.addAll(Hand.onUi(() -> look(name, hand)))).all();
            assertThat(faults).isEmpty();
            whatWasTypedIsInTheCase(hand);
        }
    }

    private static void whatWasTypedIsInTheCase(Hand hand) {
        CaseId id = hand.bench.intake.caseOf(Tour.NAME);
        CaseFile file = hand.bench.intake.read(id);
        Item person = hand.bench.intake.person(id);
        Item root = file.item(ItemId.CASE).orElseThrow();
        assertThat(person.text("PER-05")).contains("FICTICIO PRUEBA");
        assertThat(person.text("PER-21")).contains("A 12-345");
        assertThat(person.text("PER-16")).contains("MEX");
        assertThat(person.answer(new org.umbral.shared.casefile.FieldId("PER-11"))
                        .flatMap(answer -> answer.settled())
                        .flatMap(PartialDate::from))
                .contains(new PartialDate(PartialDate.Calendar.GREG, 1985, 3, 17, false, ""));
        assertThat(root.text("CAS-03")).contains("AT_PORT_OR_BORDER_OUTSIDE_US");
        assertThat(root.text("CAP-06")).contains("2026-11-21T13:40-07:00");
        assertThat(root.text("GRD-03")).contains("The doctor wrote: surgery within 10 days.");
        assertThat(hand.bench.intake.catalogue().items(file, "sponsor", ItemId.CASE))
                .singleElement()
                .satisfies(sponsor -> {
                    assertThat(sponsor.text("SPO-03")).contains("Berta Ficticio");
                    assertThat(sponsor.text("SPO-02")).contains("FRIEND");
                });
        Item evidence = hand.bench
                .intake
                .catalogue()
                .items(file, "evidence", ItemId.CASE)
                .get(0);
        assertThat(hand.bench.intake.catalogue().items(file, "page", evidence.id()))
                .hasSize(3);
        assertThat(hand.bench.cameraIsOpen).isFalse();
    }

    private static List<String> look(String screen, Hand hand) {
        List<String> faults = new ArrayList<>();
        hand.scene().getRoot().applyCss();
        hand.scene().getRoot().layout();
        for (Node node : hand.scene().getRoot().lookupAll("*")) {
            if (!Hand.isShown(node)) {
                continue;
            }
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (node instanceof Labeled labeled) {
                clipped(labeled).ifPresent(text -> faults.add(screen + ": clipped: " + text));
            }
            if (isDrawnApart(node) && !node.lookupAll(".text").isEmpty()) {
                faults.add(screen + ": leaves a picture of its text: " + node);
            }
            boolean target = node instanceof ButtonBase
                    || node instanceof TextInputControl
                    || node.getStyleClass().contains("tappable");
            if (target && (bounds.getHeight() < TARGET - 0.5 || bounds.getWidth() < TARGET - 0.5)) {
                faults.add(screen + ": small target: " + node.getId() + " " + bounds.getWidth() + "×"
                        + bounds.getHeight());
            }
            if ((target || node instanceof Labeled)
                    && (bounds.getMaxX() > PhoneScreens.WIDTH + 0.5 || bounds.getMinX() < -0.5)) {
                faults.add(screen + ": beyond the edge: " + node + " " + bounds.getMaxX());
            }
        }
        return faults;
    }

    /** JavaFX draws it to a picture first, which stays in a pool when the scene is long gone. */
    private static boolean isDrawnApart(Node node) {
        return node.isCache() || node.getEffect() != null || node.getOpacity() < 1;
    }

    private static java.util.Optional<String> clipped(Labeled labeled) {
        String full = labeled.getText();
        if (full == null || full.isBlank()) {
            return java.util.Optional.empty();
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            boolean icon = child == labeled.getGraphic();
            if (!icon && child instanceof Text text && !plain(text.getText()).equals(plain(full))) {
                return java.util.Optional.of(full + " → " + text.getText());
            }
        }
        return java.util.Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
