package org.umbral.phone.screen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.phone.screen.notice.ReadAloud;
import org.umbral.phone.screen.notice.ReadAloud.Reader;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.phone.screen.protocol.Protocols;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.Catalogues;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.Seeds;

/** Consent by person and purpose, as it reaches the case. */
class ConsentsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T21:12:34Z"), ZoneId.of("America/Phoenix"));

    private final FakeIntake intake = new FakeIntake(Catalogues.shipped(), Seeds.repeatable(8), CLOCK);
    private final CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
    private final Words words = Words.of(Locale.ENGLISH, CLOCK);
    private final IntakeModel model =
            new IntakeModel(intake, new Work(Runnable::run, Runnable::run), words, intake.read(id));
    private Consents consents = new Consents(model, intake);
    private ItemId ana = ItemId.CASE;

    @BeforeEach
    void ready() {
        model.ready(() -> {});
        ana = model.principal().orElseThrow();
        consents = new Consents(model, intake);
    }

    private void readBy(String tag, Reader reader) {
        var language = consents.notices().language(tag).orElseThrow();
        consents.read(ReadAloud.in(language).readBy(reader));
    }

    private Item row(ItemId person, String purpose) {
        return intake.catalogue().items(intake.read(id), "consent", person).stream()
                .filter(item -> item.text("CON-02").equals(Optional.of(purpose)))
                .findFirst()
                .orElseThrow();
    }

    private void opens(ItemId person) {
        Consents.NEEDED.forEach(purpose -> consents.decide(person, purpose, "GIVEN"));
    }

    private ItemId somebodyElse() {
        ItemId made = intake.newItem(id, "person", ItemId.CASE);
        intake.set(id, made, "PER-02", Value.text("Niño Ficticio"));
        model.reread();
        return made;
    }

    @Test
    void aYesSaysWhoToWhatOnWhichTextReadHowAndWhen() {
        readBy("ht", Reader.INTERPRETER);
        consents.decide(ana, "COLLECT_AND_STORE", "GIVEN");

        Item row = row(ana, "COLLECT_AND_STORE");
        assertThat(row.text("CON-01")).contains(ana.path());
        assertThat(row.text("CON-03")).contains("GIVEN");
        assertThat(row.text("CON-04")).contains("N1 v1, N2 v1, ht, draft notice, read by an interpreter");
        assertThat(row.text("CON-04A")).contains("DRAFT");
        assertThat(row.text("CON-05")).contains("ht");
        assertThat(row.text("CON-06")).contains("ORAL_WITNESSED");
        assertThat(row.text("CON-07")).contains("2026-11-20T14:12-07:00");
        assertThat(row.answer(new FieldId("CON-11")).flatMap(answer -> answer.settled()))
                .flatMap(PartialDate::from)
                .contains(PartialDate.of(LocalDate.of(2027, 11, 20)));
    }

    @Test
    void whetherThePersonSaidItBackIsKeptWithEveryAnswerOfThatPersonAlone() {
        readBy("es", Reader.WORKER);
        ItemId nino = somebodyElse();
        consents.decide(ana, "COLLECT_AND_STORE", "GIVEN");
        consents.decide(nino, "COLLECT_AND_STORE", "GIVEN");
        assertThat(consents.saidBack(ana)).isEmpty();

        consents.saidBack(ana, Value.text("YES"));
        consents.decide(ana, "SHARE_WITH_CLINIC", "GIVEN");

        assertThat(row(ana, "COLLECT_AND_STORE").text("CON-10")).contains("YES");
        assertThat(row(ana, "SHARE_WITH_CLINIC").text("CON-10")).contains("YES");
        assertThat(row(nino, "COLLECT_AND_STORE").text("CON-10")).isEmpty();
        assertThat(consents.saidBack(ana)).contains(Value.text("YES"));
    }

    @Test
    void eachPurposeIsAnsweredOnItsOwn() {
        readBy("es", Reader.WORKER);
        consents.decide(ana, "COLLECT_AND_STORE", "GIVEN");
        assertThat(consents.isDoorOpen()).isFalse();
        consents.decide(ana, "SHARE_WITH_CLINIC", "GIVEN");
        assertThat(consents.isDoorOpen()).isTrue();
        assertThat(consents.decision(ana, Consents.PHOTOGRAPH)).isEmpty();
        consents.decide(ana, "TELL_STORY_PUBLICLY", "REFUSED");
        assertThat(consents.isDoorOpen()).isTrue();
        assertThat(consents.isGiven(ana, "TELL_STORY_PUBLICLY")).isFalse();
    }

    @Test
    void photosAreAgreedToOnTheirOwnNotice() {
        readBy("es", Reader.WORKER);
        consents.decide(Consents.PHOTOGRAPH, "GIVEN");
        assertThat(row(ana, Consents.PHOTOGRAPH).text("CON-04").orElseThrow()).startsWith("N1 v1, N2 v1, N3 v1, es");
    }

    @Test
    void theShortFormOfAnEmergencyIsMarked() {
        var es = consents.notices().language("es").orElseThrow();
        consents.read(ReadAloud.in(es).brief(true).readBy(Reader.WORKER));
        consents.decide(ana, "COLLECT_AND_STORE", "GIVEN");
        assertThat(row(ana, "COLLECT_AND_STORE").text("CON-04").orElseThrow()).contains("CONSENT_SHORT");
        assertThat(row(ana, "COLLECT_AND_STORE").answer(new FieldId("CON-04B")).flatMap(answer -> answer.settled()))
                .contains(Value.flag(true));
    }

    @Test
    void aLanguageWithoutATextNeedsAnInterpreter() {
        var es = consents.notices().language("es").orElseThrow();
        consents.read(ReadAloud.in(es).in(es, "mam"));
        assertThat(consents.reading().needsInterpreter()).isTrue();
        consents.read(consents.reading().readBy(Reader.INTERPRETER));
        consents.decide(ana, "COLLECT_AND_STORE", "GIVEN");
        assertThat(row(ana, "COLLECT_AND_STORE").text("CON-05")).contains("mam");
        assertThat(row(ana, "COLLECT_AND_STORE").text("CON-04").orElseThrow()).contains(", es, ");
    }

    @Test
    void anotherLanguageHasToBeReadAnew() {
        readBy("es", Reader.WORKER);
        var fr = consents.notices().language("fr").orElseThrow();
        assertThat(consents.reading().in(fr, "fr").reader()).isEmpty();
        assertThat(consents.reading().brief(true).reader()).isEmpty();
    }

    @Test
    void everyPersonAnswersForThemselves() {
        readBy("es", Reader.WORKER);
        opens(ana);
        ItemId luis = somebodyElse();
        assertThat(consents.isOpenFor(luis)).isFalse();
        consents.decide(luis, "COLLECT_AND_STORE", "REFUSED");
        assertThat(consents.isOpenFor(ana)).isTrue();
        assertThat(consents.isDoorOpen()).isTrue();
        assertThat(row(luis, "COLLECT_AND_STORE").id().parent()).contains(luis);
    }

    @Test
    void forAChildItIsWrittenWhoAnswersHowRelatedAndWhatTheChildSays() {
        readBy("es", Reader.WORKER);
        opens(ana);
        ItemId child = somebodyElse();
        consents.guardian(
                child,
                Guardian.NONE.needed(true).by(ana).related("PARENT").seen("YES").assents("TOO_YOUNG"));
        opens(child);

        Item row = row(child, "COLLECT_AND_STORE");
        assertThat(row.text("CON-01")).contains(child.path());
        assertThat(row.text("CON-08")).contains(ana.path());
        assertThat(row.text("CON-08A")).contains("PARENT");
        assertThat(row.text("CON-08B")).contains("YES");
        assertThat(row.text("CON-09")).contains("TOO_YOUNG");
        consents.guardian(child, consents.guardian(child).nobody().assents("YES"));
        assertThat(row(child, "COLLECT_AND_STORE").text("CON-08")).contains("");
        assertThat(row(child, "COLLECT_AND_STORE").text("CON-08A")).contains("NOBODY");
        assertThat(row(child, "COLLECT_AND_STORE").text("CON-09")).contains("YES");
    }

    @Test
    void whoMayBeUnder18IsTakenForAChildUntilTheWorkerSaysOtherwise() {
        ItemId child = somebodyElse();
        intake.set(id, child, "PER-11", PartialDate.ofYear(2015).toValue());
        model.reread();
        assertThat(consents.guardian(child).isNeeded()).isTrue();
        assertThat(consents.guardian(child).isKnown()).isFalse();
        assertThat(consents.guardian(ana).isNeeded()).isFalse();
    }

    @Test
    void aYesThatIsTakenBackSaysWhenAndHowAndShutsTheDoor() {
        readBy("es", Reader.WORKER);
        opens(ana);
        intake.leave(id);
        consents.withdraw(ana, "COLLECT_AND_STORE", "PHONE_CALL");

        Item row = row(ana, "COLLECT_AND_STORE");
        assertThat(row.text("CON-03")).contains("WITHDRAWN");
        assertThat(row.text("CON-12")).contains("2026-11-20T14:12-07:00");
        assertThat(row.text("CON-12A")).contains("PHONE_CALL");
        assertThat(consents.isDoorOpen()).isFalse();
        model.write(ana, new FieldId("PER-02"), Value.text("Ana Ficticio"));
        assertThat(model.failure()).map(failure -> failure.reason()).contains("consent-first");
    }

    @Test
    void aChildChosenAsInterpreterIsNotKeptAndBringsUpItsCard() {
        readBy("es", Reader.WORKER);
        opens(ana);
        model.write(ItemId.CASE, new FieldId("CAP-12"), Value.text("CHILD"));
        assertThat(model.value(ItemId.CASE, "CAP-12")).isEmpty();
        assertThat(model.cards()).extracting(Protocols.Card::protocol).containsExactly(Protocol.CHILD_INTERPRETER);
        model.write(ItemId.CASE, new FieldId("CAP-12"), Value.text("PROFESSIONAL"));
        assertThat(model.cards()).isEmpty();
        assertThat(model.value(ItemId.CASE, "CAP-12")).contains(Value.text("PROFESSIONAL"));
    }
}
