package org.umbral.phone.screen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.scenario.Journal;
import org.umbral.scenario.Step;
import org.umbral.scenario.Worker;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.TestPhotos;

/** SC-05: Nina is eleven and travels with her grandmother Rosa; her mother answers by telephone. */
class ChildWithGrandmotherTest {
    @TempDir
    Path home;

    private Worker worker;
    private ItemId rosa;
    private ItemId nina;
    private ItemId mother;

    @BeforeEach
    void threePeople() throws Exception {
        worker = Worker.with(home, 105);
        worker.begin(HowKnown.FACE_TO_FACE);
        rosa = worker.person();
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
        worker.answer(rosa, "PER-02", "Rosa Ficticio");
        worker.answer(rosa, "PER-11", PartialDate.ofYear(1958).toValue());
        worker.answer("CAP-14", "YES");
        mother = person("Marta Ficticio", PartialDate.ofYear(1988).toValue());
        nina = person("Nina Ficticio", PartialDate.of(LocalDate.of(2015, 6, 11)).toValue());
    }

    private ItemId person(String name, Value born) {
        ItemId person = worker.another("person", ItemId.CASE);
        worker.answer(person, "PER-02", name);
        worker.answer(person, "PER-11", born);
        return person;
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private void motherAnswers() {
        for (String purpose : Consents.NEEDED) {
            worker.consents().decide(mother, purpose, "GIVEN");
        }
        Guardian parent = Guardian.of(worker.model(), nina)
                .by(mother)
                .related("PARENT")
                .seen("YES")
                .assents("YES");
        worker.consents().guardian(nina, parent);
        for (String purpose : List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS")) {
            worker.consents().decide(nina, purpose, "GIVEN");
        }
    }

    @Test
    @Step("SC-05.1")
    void aRelativeWhoIsNoGuardianLeavesTheChildWithoutAParent() throws Exception {
        assertThat(worker.cards()).contains(Protocol.CHILD_WITH_WHOM);
        worker.answer(nina, "FAM-06", "RELATIVE_NOT_GUARDIAN");
        assertThat(worker.cards()).contains(Protocol.CHILD_ALONE).doesNotContain(Protocol.CHILD_WITH_WHOM);

        Journal journal = worker.done();

        assertThat(journal.written(nina, "FAM-06")).containsExactly(Value.text("RELATIVE_NOT_GUARDIAN"));
        assertThat(journal.written(ItemId.CASE, "CAS-13"))
                .last()
                .satisfies(flags -> assertThat(flags.asChoices()).contains("MINOR_NO_PARENT"));
    }

    @Test
    @Step({"SC-05.2", "SC-05.assert.1"})
    void theMotherAnswersForTheChildAndEachHasConsentsOfTheirOwn() throws Exception {
        worker.answer(nina, "FAM-06", "RELATIVE_NOT_GUARDIAN");
        motherAnswers();
        ItemId birth = related("BIRTH_CERT", nina, mother);

        Journal journal = worker.done();

        CaseFile file = journal.file();
        assertThat(consents(file, rosa)).hasSize(2).allSatisfy(one -> {
            assertThat(one.text("CON-01")).contains(rosa.path());
            assertThat(one.has("CON-08")).isFalse();
        });
        assertThat(consents(file, mother))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.text("CON-06")).contains("ORAL_WITNESSED"));
        assertThat(consents(file, nina)).hasSize(3).allSatisfy(one -> {
            assertThat(one.text("CON-03")).contains("GIVEN");
            assertThat(one.text("CON-08")).contains(mother.path());
            assertThat(one.text("CON-08A")).contains("PARENT");
            assertThat(one.text("CON-08B")).contains("YES");
            assertThat(one.text("CON-09")).contains("YES");
        });
        Item page = worker.model().catalogue().items(file, "page", birth).get(0);
        assertThat(journal.picture(worker.phone, page.id())).isNotEmpty();
    }

    private List<Item> consents(CaseFile file, ItemId person) {
        return worker.model().catalogue().items(file, "consent", person);
    }

    private ItemId related(String kind, ItemId... about) throws Exception {
        ItemId paper = worker.another("evidence");
        worker.answer(paper, "EVD-02", kind);
        worker.answer(paper, "EVD-03", Value.choices(List.of("RELATIONSHIP")));
        worker.answer(
                paper,
                "EVD-04",
                Value.choices(java.util.Arrays.stream(about).map(ItemId::path).toList()));
        worker.photograph(
                paper,
                TestPhotos.capture(TestPhotos.letter(300, 400, paper.path().hashCode()), 1));
        return paper;
    }

    @Test
    @Step("SC-05.assert.3")
    void whoIsRelatedToWhomIsShownByAPaperEach() throws Exception {
        worker.answer(nina, "FAM-06", "RELATIVE_NOT_GUARDIAN");
        motherAnswers();
        ItemId birth = related("BIRTH_CERT", nina, mother);
        ItemId other = related("BIRTH_CERT", mother, rosa);

        Journal journal = worker.done();

        assertThat(journal.written(birth, "EVD-04").get(0).asChoices()).containsExactly(nina.path(), mother.path());
        assertThat(journal.written(other, "EVD-04").get(0).asChoices()).containsExactly(mother.path(), rosa.path());
        assertThat(journal.written("EVD-03")).containsOnly(Value.choices(List.of("RELATIONSHIP")));
    }

    @Test
    @Step("SC-05.assert.4")
    void theOtherParentIsAskedAboutOnceAndNothingFollows() throws Exception {
        worker.answer(nina, "FAM-06", "RELATIVE_NOT_GUARDIAN");
        List<String> before = asked();
        worker.answer(nina, "FAM-07", "DECEASED");

        assertThat(asked()).isEqualTo(before);
        assertThat(worker.done().written(nina, "FAM-07")).containsExactly(Value.text("DECEASED"));
    }

    private List<String> asked() {
        return worker.model().catalogue().fields().stream()
                .map(one -> one.id())
                .filter(id -> worker.isAsked(nina, id))
                .toList();
    }
}
