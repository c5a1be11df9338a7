package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.ScreenBench;

/** How many taps and typed words the least of a case takes, counted on the real screens from the list to its end. */
@Tag("looks")
class TapCountTest {
    private static final List<String> NEEDED = List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");

    private Hand hand;
    private int taps;
    private int words;

    @BeforeEach
    void atTheList(@TempDir Path captures) throws Exception {
        ScreenBench bench = new ScreenBench(Locale.US, captures);
        bench.vault = PhoneServices.Vault.OPEN;
        bench.outbox.join("+1 202 555 0123");
        hand = Hand.on(bench);
        hand.see("new-intake");
    }

    @AfterEach
    void away() {
        hand.close();
    }

    @Test
    void theLeastOfOnePersonTakesAtMostTwentyFiveTapsAndTwoTypedWords() {
        begin();
        tap("next");
        type("PER-02", "Ana");
        tap("next");
        tap("PER-28A.WHATSAPP");
        type("PER-28", "+526645550100");
        tap("next");
        hand.awaitWords(hand.words().of("minimum.saved"));
        tap("minimum-stop");
        assertThat(taps).isLessThanOrEqualTo(25);
        assertThat(words).isLessThanOrEqualTo(2);
        CaseFile file = onlyCase();
        ItemId ana = people(file).get(0).id();
        assertThat(people(file))
                .singleElement()
                .satisfies(person -> assertThat(person.text("PER-02")).contains("Ana"));
        assertThat(ways(file, ana)).hasSize(1);
        assertThat(file.item(ItemId.CASE).orElseThrow().text("CAP-11")).contains("es");
        assertThat(given(file, ana)).isEqualTo(2);
    }

    @Test
    void aFamilyOfFiveTakesAtMostNinetyTaps() {
        begin();
        tap("next");
        type("PER-02", "Ana");
        member("Luis", "SPOUSE");
        for (String child : List.of("Nina", "Omar", "Rosa")) {
            member(child, "CHILD");
            tap("FAM-06.BOTH_PARENTS");
        }
        tap("next");
        tap("person-1");
        tap("PER-28A.WHATSAPP");
        type("PER-28", "+526645550100");
        for (int i = 2; i <= 5; i++) {
            tap("person-" + i);
            tap("same-contact");
        }
        tap("menu");
        tap("step-consent");
        NEEDED.forEach(purpose -> tap("consent-2." + purpose + ".GIVEN"));
        for (int i = 3; i <= 5; i++) {
            hand.tapNext("guardian-1");
            taps++;
            for (String purpose : NEEDED) {
                tap("consent-" + i + "." + purpose + ".GIVEN");
            }
        }
        hand.awaitSaved();
        tap("menu");
        tap("leave");
        hand.see("new-intake");
        assertThat(taps).isLessThanOrEqualTo(90);
        CaseFile file = onlyCase();
        assertThat(people(file)).hasSize(5).allSatisfy(person -> {
            assertThat(ways(file, person.id())).hasSize(1);
            assertThat(given(file, person.id())).isEqualTo(2);
        });
    }

    /** Language, permission, why. */
    private void begin() {
        tap("new-intake");
        tap("notice-es");
        tap("consent.COLLECT_AND_STORE.GIVEN");
        tap("read-by-WORKER");
        tap("consent.SHARE_WITH_CLINIC.GIVEN");
        tap("next");
        tap("CAS-06.WITHIN_72H");
        tap("GRD-01.NEEDS_HOSPITAL");
    }

    private void member(String name, String place) {
        tap("another-person");
        hand.typeHere("PER-02", name);
        words++;
        hand.awaitSaved();
        tap("CAS-08." + place);
    }

    private void tap(String id) {
        hand.tap(id);
        taps++;
    }

    private void type(String id, String word) {
        hand.type(id, word);
        taps++;
        words++;
    }

    private CaseFile onlyCase() {
        CaseId id = hand.bench.intake.caseOf("Ana");
        return hand.bench.intake.read(id);
    }

    private List<Item> people(CaseFile file) {
        return hand.bench.intake.catalogue().items(file, "person", ItemId.CASE);
    }

    private List<Item> ways(CaseFile file, ItemId person) {
        return hand.bench.intake.catalogue().items(file, "contact", person);
    }

    private long given(CaseFile file, ItemId person) {
        return hand.bench.intake.catalogue().items(file, "consent", person).stream()
                .filter(consent ->
                        consent.text("CON-02").filter(NEEDED::contains).isPresent())
                .filter(consent ->
                        consent.text("CON-03").filter("GIVEN"::equals).isPresent())
                .count();
    }
}
