package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.scenario.Journal;
import org.umbral.scenario.Step;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** SC-05 with a finger on the screens: the grandmother is there, the mother answers for the child by telephone. */
class GrandmotherByHandTest {
    private static final List<String> NEEDED = List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");

    @Test
    @Step(
            value = {"SC-05.1", "SC-05.2"},
            onScreens = true)
    void eachAnswersForThemselvesAndTheMotherForTheChild(@TempDir Path home) throws Exception {
        try (Walk walk = Walk.on(home, 115)) {
            walk.begin();
            walk.hand.tap("notice-es");
            walk.gives("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
            walk.type("PER-02", "Rosa");
            walk.hand.type("PER-11.year", "1958");
            another(walk, "Marta", "1988");
            another(walk, "Nina", "2015");
            walk.hand.tap("FAM-06.RELATIVE_NOT_GUARDIAN");
            walk.hand.awaitSaved();
            walk.hand.awaitWords(walk.hand.words().of("protocol.CHILD_ALONE.title"));
            theMotherAnswers(walk);

            Journal journal = walk.leave();

            List<ItemId> people = walk.items("person").stream().map(Item::id).toList();
            assertThat(people).hasSize(3);
            ItemId nina = people.get(2);
            assertThat(journal.written(nina, "PER-02")).containsExactly(Value.text("Nina"));
            assertThat(journal.written(nina, "FAM-06")).containsExactly(Value.text("RELATIVE_NOT_GUARDIAN"));
            assertThat(journal.written(ItemId.CASE, "CAS-13"))
                    .last()
                    .satisfies(flags -> assertThat(flags.asChoices()).contains("MINOR_NO_PARENT"));
            for (ItemId grown : people.subList(0, 2)) {
                assertThat(consents(walk, journal, grown)).hasSize(2).noneMatch(one -> one.has("CON-08"));
            }
            assertThat(consents(walk, journal, nina)).hasSize(2).allSatisfy(one -> {
                assertThat(one.text("CON-03")).contains("GIVEN");
                assertThat(one.text("CON-06")).contains("ORAL_WITNESSED");
                assertThat(one.text("CON-08")).contains(people.get(1).path());
                assertThat(one.text("CON-08A")).contains("PARENT");
            });
        }
    }

    private static void another(Walk walk, String name, String year) {
        walk.hand.tap("another-person");
        walk.hand.typeHere("PER-02", name);
        walk.hand.type("PER-11.year", year);
        walk.hand.awaitSaved();
    }

    private static void theMotherAnswers(Walk walk) {
        walk.hand.tap("menu");
        walk.hand.tap("step-consent");
        NEEDED.forEach(purpose -> walk.hand.tap("consent-2." + purpose + ".GIVEN"));
        walk.hand.tap("guardian-2");
        walk.hand.tap("CON-08A.PARENT");
        walk.hand.tap("CON-08B.YES");
        walk.hand.tap("CON-09.YES");
        NEEDED.forEach(purpose -> walk.hand.tap("consent-3." + purpose + ".GIVEN"));
        walk.hand.awaitSaved();
    }

    private static List<Item> consents(Walk walk, Journal journal, ItemId person) {
        return walk.phone.intake.catalogue().items(journal.file(), "consent", person);
    }
}
