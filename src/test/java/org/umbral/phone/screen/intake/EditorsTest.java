package org.umbral.phone.screen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Telephone;

/** The editors on a stage with real focus: what a worker does, and what then stands in the journal and on the screen. */
class EditorsTest {
    private EditorBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new EditorBench("en");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Optional<PartialDate> birth() {
        return bench.held("PER-11").flatMap(PartialDate::from);
    }

    @Test
    void aSolarHijriYearIsKeptAsSpokenAndItsConversionIsSaidAsAFact() {
        bench.ask("PER-11");
        bench.tap("PER-11.way");
        bench.pick("SOLAR_HIJRI");
        bench.type("PER-11.year", "1375");
        bench.leave();
        assertThat(birth()).contains(new PartialDate(Calendar.SOLAR_HIJRI, 1375, null, null, false, ""));
        assertThat(bench.says()).contains("20 Mar 1996 to 20 Mar 1997");
    }

    @Test
    void theAfghanMonthsHaveTheirOwnNamesAndAreFoundByThem() {
        bench.ask("PER-11");
        bench.tap("PER-11.way");
        bench.pick("SOLAR_HIJRI");
        bench.tap("PER-11.month");
        assertThat(bench.listed()).hasSize(13);
        bench.pick("10");
        assertThat(bench.says()).anyMatch(text -> text.equals("Jadi"));
        bench.type("PER-11.day", "11");
        bench.type("PER-11.year", "۱۳۶۹");
        bench.leave();
        assertThat(birth().flatMap(PartialDate::earliest)).contains(LocalDate.of(1991, 1, 1));
        assertThat(bench.says())
                .contains("1 Jan 1991", "1 January is often a placeholder. Kept as said.")
                .noneMatch(text -> text.contains("فروردین"));
    }

    @Test
    void aYearThatLooksAfghanIsAskedAndKeptUntilAnswered() {
        bench.ask("PER-11");
        bench.type("PER-11.year", "1369");
        bench.leave();
        assertThat(birth()).contains(PartialDate.spoken("1369"));
        assertThat(bench.says()).contains("Is this a year of another calendar? It is kept as you wrote it.");
        bench.tap("PER-11.SOLAR_HIJRI");
        assertThat(birth()).contains(new PartialDate(Calendar.SOLAR_HIJRI, 1369, null, null, false, ""));
        assertThat(bench.says()).contains("21 Mar 1990 to 20 Mar 1991");
    }

    @Test
    void aDateInNumbersIsRefusedAndTheMonthsOpen() {
        bench.ask("PER-11");
        bench.type("PER-11.year", "03/04/1990");
        org.awaitility.Awaitility.await().until(() -> bench.seen("pick-list").isPresent());
        assertThat(birth()).contains(PartialDate.spoken("03/04/1990"));
        assertThat(bench.says()).contains("Which month is it in 03/04/1990?");
        bench.pick("4");
        bench.leave();
        assertThat(birth()).contains(new PartialDate(Calendar.GREG, 1990, 4, 3, false, "03/04/1990"));
    }

    @Test
    void aYearOfTwoDigitsIsNeverMadeUp() {
        bench.ask("PER-11");
        bench.type("PER-11.year", "03/04/90");
        org.awaitility.Awaitility.await().until(() -> bench.seen("pick-list").isPresent());
        bench.pick("3");
        bench.leave();
        assertThat(birth().map(PartialDate::year)).isEmpty();
        assertThat(birth().map(PartialDate::asSpoken).orElse("")).contains("03/04/90");
        assertThat(bench.says()).contains("Which year? Four numbers, such as 1985.");
    }

    @Test
    void sixteenOrEighteenIsAnAgeOnTheDayItWasSaid() {
        bench.ask("PER-11");
        bench.tap("PER-11.way");
        bench.pick("AGE");
        bench.type("PER-11.age", "16");
        bench.type("PER-11.age.to", "18");
        bench.leave();
        assertThat(birth().map(PartialDate::age)).contains(new PartialDate.Age(16, 18, LocalDate.of(2026, 11, 21)));
        assertThat(bench.says()).contains("Born between 22 Nov 2007 and 21 Nov 2010");
        bench.ask("PER-11");
        assertThat(((TextInputControl) bench.find("PER-11.age")).getText()).isEqualTo("16");
    }

    @Test
    void theirOwnWordsStayWhenADateIsFoundLater() {
        bench.ask("PER-11");
        bench.tap("PER-11.way");
        bench.pick("WORDS");
        bench.type("PER-11.words", "the year of the flood");
        bench.leave();
        assertThat(birth()).contains(PartialDate.spoken("the year of the flood"));
        bench.tap("PER-11.way");
        bench.pick("GREG");
        bench.type("PER-11.year", "1998");
        bench.leave();
        assertThat(birth()).contains(new PartialDate(Calendar.GREG, 1998, null, null, false, "the year of the flood"));
    }

    @Test
    void anANumberFromMemoryIsAskedTwiceAndBothAreKeptWhereTheyDiffer() {
        bench.write(ItemId.CASE, "CAP-08", "RECALLED");
        bench.ask("PER-21");
        bench.type("PER-21", "A000-000-021");
        bench.type("PER-21.again", "A000 000 012");
        bench.leave();
        assertThat(bench.held("PER-21")).contains(Value.text("000000021"));
        assertThat(bench.held("PER-21A")).contains(Value.text("000000012"));
        assertThat(bench.says())
                .contains(
                        "The two are not the same: A000-000-021 and A000-000-012. Both are kept, and the clinic sees it.");
        assertThat(((TextInputControl) bench.find("PER-21")).getText()).isEqualTo("A000-000-021");
    }

    @Test
    void anANumberSaidFaceToFaceIsAskedOnce() {
        bench.write(ItemId.CASE, "CAP-08", "FACE_TO_FACE");
        bench.ask("PER-21");
        assertThat(bench.seen("PER-21.again")).isEmpty();
    }

    @Test
    void aNameThatStandsForNoneIsOfferedAPlaceOfItsOwn() {
        bench.ask("PER-06");
        bench.type("PER-06", "FNU");
        bench.leave();
        assertThat(bench.held("PER-06").filter(Value::isAnswer)).isEmpty();
        bench.tap("PER-06.offer");
        var others = bench.model.catalogue().items(bench.model.file(), "othername", bench.person);
        assertThat(others).singleElement().satisfies(other -> {
            assertThat(other.text("PER-09")).contains("FNU");
            assertThat(other.text("PER-09A")).contains("NAME_ICE_USES");
        });
        assertThat(((TextInputControl) bench.find("PER-06")).getText()).isEmpty();
    }

    @Test
    void whichNoticeASponsorWasReadStandsBesideTheirAnswer() throws Exception {
        ItemId sponsor = bench.intake.newItem(bench.id, "sponsor", ItemId.CASE);
        bench.write(sponsor, "SPO-03", "Berta Ficticio");
        bench.ask("SPO-08", sponsor);
        bench.tap("notice-N4");
        bench.tap("language-ht");
        assertThat(EditorBench.onUi(() -> bench.model.value(sponsor, "SPO-08A")))
                .contains(Value.text("N4 v1, ht, draft notice"));
    }

    @Test
    void aTelephoneIsReadAsTypedAndUnderstoodBesideIt() throws Exception {
        ItemId contact = bench.intake.newItem(bench.id, "contact", bench.person);
        bench.write(contact, "PER-28A", "WHATSAPP");
        bench.write(ItemId.CASE, "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US");
        bench.ask("PER-28", contact);
        bench.type("PER-28", "+52 1 664 555 0100");
        bench.leave();
        assertThat(contactHeld(contact)).contains(Value.text("+52 1 664 555 0100"));
        bench.tap("PER-28.offer");
        assertThat(contactHeld(contact).flatMap(value -> value.part(Telephone.E164)))
                .contains("+526645550100");
        assertThat(contactHeld(contact).flatMap(Value::asText)).contains("+52 1 664 555 0100");
        bench.type("PER-28", "911");
        bench.leave();
        assertThat(bench.says()).anyMatch(text -> text.startsWith("911 is for emergencies"));
        assertThat(contactHeld(contact).flatMap(Value::asText)).contains("+52 1 664 555 0100");
    }

    private Optional<Value> contactHeld(ItemId contact) {
        return EditorBench.onUi(() -> bench.model.value(contact, "PER-28"));
    }

    @Test
    void anAddressIsKeptInPartsWithTheCountryLast() {
        bench.ask("PER-29");
        bench.type("PER-29.street", "Calle Ficticia 1");
        bench.type("PER-29.city", "Tijuana");
        bench.tap("PER-29.country");
        bench.type("pick-search", "mexico");
        assertThat(bench.listed()).first().isEqualTo("MEX");
        bench.pick("MEX");
        bench.leave();
        Value address = bench.held("PER-29").orElseThrow();
        assertThat(address.part("street")).contains("Calle Ficticia 1");
        assertThat(address.part("country")).contains("MEX");
    }

    @Test
    void whatIsBeingTypedIsNeverOverwritten() {
        bench.ask("PER-05");
        bench.type("PER-05", "FICTI");
        bench.write(bench.person, "PER-05", "PRUEBA");
        assertThat(((TextInputControl) bench.find("PER-05")).getText()).isEqualTo("FICTI");
        bench.leave();
        assertThat(bench.intake
                        .read(bench.id)
                        .answer(bench.person, new FieldId("PER-05"))
                        .flatMap(answer -> answer.settled()))
                .contains(Value.text("FICTI"));
    }

    @Test
    void nativeScriptKeepsItsDirection() {
        bench.ask("PER-03");
        bench.type("PER-03", "زلمی فرضی");
        bench.leave();
        assertThat(bench.find("PER-03").getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(bench.held("PER-03")).contains(Value.text("زلمی فرضی"));
    }
}
