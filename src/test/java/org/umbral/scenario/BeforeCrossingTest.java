package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.device.PhotoWorkshop;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.Undelivered;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.TestPhotos;

/** SC-01 and SC-09: the letter that has to be taken again, what is still missing, and the way back over the border. */
class BeforeCrossingTest {
    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void anaAtTheShelter() throws Exception {
        worker = Worker.with(home, 121);
        worker.begin(HowKnown.FACE_TO_FACE);
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS");
        worker.answer("PER-02", "Ana María Ficticio Prueba");
        worker.answer("CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US");
        worker.answer("GRD-01", Value.choices(List.of("NEEDS_HOSPITAL")));
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    @Step("SC-01.3b")
    void aBlurredPageIsDoubtedAndTakenAgainAndTheAcceptingLetterStandsBesideIt() throws Exception {
        ItemId letter = paper("DOCTOR_LETTER", "es");
        worker.answer(letter, "EVD-08", Value.number(2));
        ItemId first = worker.photograph(letter, TestPhotos.jpeg(TestPhotos.letter(900, 1200, 1)));
        byte[] blurred = TestPhotos.jpeg(blurred(TestPhotos.letter(900, 1200, 2)));
        byte[] sharp = TestPhotos.jpeg(TestPhotos.letter(900, 1200, 2));
        assertThat(new PhotoWorkshop().prepare(blurred).doubts()).isNotEmpty();
        assertThat(new PhotoWorkshop().prepare(sharp).doubts()).isEmpty();
        ItemId second = worker.photograph(letter, blurred);
        worker.model().remove(second);
        ItemId again = worker.photograph(letter, sharp);
        ItemId accepting = paper("HOSPITAL_ACCEPTANCE", "en");
        worker.photograph(accepting, TestPhotos.jpeg(TestPhotos.letter(900, 1200, 3)));

        Journal journal = worker.done();

        assertThat(worker.model().catalogue().items(journal.file(), "page", letter))
                .extracting(Item::id)
                .containsExactly(first, again);
        assertThat(journal.picture(worker.phone, again))
                .isEqualTo(new PhotoWorkshop().prepare(sharp).jpeg());
        assertThat(journal.written(accepting, "EVD-07")).containsExactly(Value.text("en"));
    }

    private ItemId paper(String kind, String language) {
        ItemId paper = worker.another("evidence");
        worker.answer(paper, "EVD-02", kind);
        worker.answer(paper, "EVD-07", language);
        worker.answer(paper, "EVD-09", "ORIGINAL");
        return paper;
    }

    /** Each pixel becomes the mean of a square around it. */
    private static BufferedImage blurred(BufferedImage sharp) {
        int reach = 6;
        float[] even = new float[(2 * reach + 1) * (2 * reach + 1)];
        java.util.Arrays.fill(even, 1f / even.length);
        return new java.awt.image.ConvolveOp(new java.awt.image.Kernel(2 * reach + 1, 2 * reach + 1, even))
                .filter(sharp, new BufferedImage(sharp.getWidth(), sharp.getHeight(), BufferedImage.TYPE_INT_RGB));
    }

    @Test
    @Step("SC-01.4")
    void whatCanStillBeHadInTheFieldIsListedInPlainWordsAndNothingElse() throws Exception {
        assertThat(worker.gaps()).contains("CBP-04C", "CBP-12");
        for (String language : List.of("en", "es")) {
            Words words = Words.of(Locale.forLanguageTag(language), worker.phone.clock);
            for (String gap : worker.gaps()) {
                assertThat(words.of("gap." + gap, "Ana", "2"))
                        .doesNotContainPattern(
                                "(?i)\\b(qualif|eligib|strong|weak|likely|chance|should apply|elegible)");
            }
        }
        ItemId proof = paper("TREATMENT_UNAVAILABLE_LETTER", "es");
        worker.answer(proof, "EVD-03", Value.choices(List.of("TREATMENT_UNAVAILABLE")));
        worker.photograph(proof, TestPhotos.jpeg(TestPhotos.letter(300, 400, 4)));
        worker.answer("PER-30", new Value(org.umbral.shared.Json.object().put("street", "100 Example St")));

        assertThat(worker.gaps()).doesNotContain("CBP-04C", "CBP-12");
    }

    @Test
    @Step("SC-01.5a")
    void beforeCrossingThePhoneSaysWhatIsNotSentAndAfterwardsOnlySealedMailIsLeft() throws Exception {
        ItemId letter = paper("DOCTOR_LETTER", "es");
        worker.photograph(letter, TestPhotos.jpeg(TestPhotos.letter(300, 400, 5)));
        worker.phone.intake.leave(worker.id());
        Undelivered left = worker.phone.core.outbox().undelivered();
        assertThat(left.cases()).isEqualTo(1);
        assertThat(left.photos()).isEqualTo(1);
        Journal journal = Journal.sealedOn(worker.phone, worker.id());

        worker.phone.intake.close();
        worker.phone.core.prepareToCross();

        assertThat(worker.phone.core.outbox().undelivered()).isEqualTo(left);
        assertThat(worker.phone.core.vaults().state().name()).isEqualTo("NONE");
        assertThat(worker.phone.finds("Ana María")).isFalse();
        assertThat(journal.only().writes()).isNotEmpty();
    }

    @Test
    @Step("SC-09.3")
    void theReminderAboutTheBorderIsThereInBothLanguages() {
        for (String language : List.of("en", "es")) {
            Words words = Words.of(Locale.forLanguageTag(language), worker.phone.clock);
            assertThat(words.of("notice.N8")).isNotBlank();
        }
    }
}
