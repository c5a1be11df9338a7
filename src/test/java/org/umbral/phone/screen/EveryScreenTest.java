package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.shell.TextSize;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;

/** One walk by clicks and typing through every screen, in every language, looking at each. */
@Tag("looks")
class EveryScreenTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fa-AF"})
    void isWalkedByHandWithoutClippedTextOrSmallTargetsAndWritesWhatWasTyped(String language, @TempDir Path captures)
            throws Exception {
        List<String> faults = new ArrayList<>();
        try (Hand hand = Hand.on(Locale.forLanguageTag(language), captures)) {
            new Tour(hand, name -> faults.addAll(Hand.onUi(() -> look(name, hand)))).all();
            assertThat(faults).as(String.join("\n", faults)).isEmpty();
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
        assertThat(root.text("BOR-04")).contains("Puente Ficticio Sur, Villa Ejemplo");
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

    /** The screen as it is, then with the largest words, which are taken off again. */
    private static List<String> look(String screen, Hand hand) {
        Scene scene = hand.scene();
        Preferences before = hand.bench.preferences();
        List<String> faults = new ArrayList<>(new Fit(screen, scene).faults());
        // Contrast changes colours alone; the sizes between the two hold what the largest holds.
        Look.dress(scene, before.with(TextSize.LARGEST), hand.words());
        faults.addAll(new Fit(screen + " 200", scene).faults());
        Look.dress(scene, before, hand.words());
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return faults;
    }
}
