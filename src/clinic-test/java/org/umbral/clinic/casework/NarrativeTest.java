package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk.Change;
import org.umbral.clinic.casework.Desk.Changes;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Readiness;
import org.umbral.testing.Roles;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.SealedCase.SealedPhoto;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

/** An attorney reads a case's story once its conflict check is clear (CAS-11); each test is one way to it. */
class NarrativeTest {
    private static final FieldId STORY = new FieldId("GRD-03");
    private static final FieldId CHECK = new FieldId("CAS-11");
    private static final FieldId NOTE = new FieldId("NOT-01");
    private static final FieldId UNKNOWN = new FieldId("ZZZ-01");
    private static final List<String> PLANTED = List.of("operación en diez días", "PLANTED");
    private static final Catalogue CATALOGUE = WholeCatalogue.read();

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession paralegal;
    private SamplePhone phone;
    private SealedCase sample;
    private SealedPhoto photo;
    private ItemId note;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        paralegal = Roles.paralegal(attorney);
        phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
        photo = sample.photo(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});
        note = ItemId.random(clinic.random);
        clinic.deliver(phone, sample.firstSitting("WITHIN_72H"));
        clinic.deliver(
                phone,
                sample.sitting(
                        sample.page(photo),
                        SealedCase.write("NOT-01", note, Value.text("PLANTED note")),
                        SealedCase.write("ZZZ-01", ItemId.CASE, Value.text("PLANTED by a newer phone")),
                        SealedCase.write("MED-02", ItemId.random(clinic.random), Value.text("PLANTED illness")),
                        SealedCase.write("BOR-13", ItemId.CASE, Value.unanswered(Value.Unanswered.DECLINED))));
        clinic.deliver(phone, photo.envelope());
        clinic.desk.queue(attorney);
    }

    @AfterEach
    void close() {
        attorney.close();
        clinic.close();
    }

    @Test
    void theCaseThatAnAttorneyOpensHoldsNoneOfItAndAParalegalsAll() throws Failure {
        assertThat(words(read(attorney))).doesNotContain(PLANTED);
        assertThat(words(read(paralegal))).contains(PLANTED);
        assertThat(value(read(attorney), ItemId.CASE, STORY)).matches(Narrative::isShut);
        assertThat(value(read(attorney), note, NOTE)).matches(Narrative::isShut);
        assertThat(value(read(attorney), ItemId.CASE, UNKNOWN)).matches(Narrative::isShut);
        assertThat(read(attorney).item(sample.person).orElseThrow().text("PER-02"))
                .contains(SealedCase.NAME);
    }

    @Test
    void theHistoryOfWhatStoodThereBeforeIsShutToo() throws Failure {
        write(paralegal, ItemId.CASE, STORY, "PLANTED later");
        assertThat(words(read(attorney))).doesNotContain(PLANTED);
        check("CLEAR");
        assertThat(words(read(attorney))).contains("operación en diez días");
    }

    @Test
    void onlyClearOpensItAndAnEarlierClearDoesNotCount() throws Failure {
        for (String answer : List.of("NOT_RUN", "POSSIBLE", "BLOCKED")) {
            check("CLEAR");
            assertThat(words(read(attorney))).contains("operación en diez días");
            check(answer);
            assertThat(words(read(attorney))).doesNotContain(PLANTED);
        }
    }

    @Test
    void ofTwoAnswersTheLessClearOneCounts() throws Failure {
        write(paralegal, ItemId.CASE, CHECK, "CLEAR", Set.of());
        clinic.desk.write(
                attorney,
                sample.id,
                new Changes(
                        HowKnown.STAFF,
                        Optional.empty(),
                        List.of(new Change(ItemId.CASE, CHECK, Value.text("POSSIBLE"), Set.of()))));
        assertThat(words(read(attorney))).doesNotContain(PLANTED);
    }

    @Test
    void noPhotoIsShownAndNothingIsSaidOfIt() throws Failure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() ->
                        clinic.desk.photo(attorney, sample.id, photo.envelope().name(), out))
                .hasMessage("conflict-check-first");
        assertThat(out.size()).isZero();
        clinic.desk.photo(paralegal, sample.id, photo.envelope().name(), out);
        assertThat(out.toByteArray()).isEqualTo(photo.jpeg());
        check("CLEAR");
        clinic.desk.photo(attorney, sample.id, photo.envelope().name(), out);
    }

    @Test
    void nothingOfItIsWrittenUnseen() throws Failure {
        for (FieldId field : List.of(STORY, new FieldId("INA-03"))) {
            assertThatThrownBy(() -> write(attorney, ItemId.CASE, field, "x")).hasMessage("conflict-check-first");
        }
        write(attorney, sample.person, new FieldId("PER-05"), "FICTICIO");
        check("CLEAR");
        write(attorney, ItemId.CASE, STORY, "FICTICIO");
    }

    @Test
    void questionsThatQuoteItWaitToo() throws Failure {
        clinic.desk.ask(paralegal, sample.id, "PLANTED question", Optional.empty());
        assertThat(clinic.desk.open(attorney, sample.id).questions())
                .singleElement()
                .satisfies(asked -> assertThat(asked.text()).isEmpty());
        check("CLEAR");
        assertThat(clinic.desk.open(attorney, sample.id).questions().get(0).text())
                .contains("PLANTED");
    }

    @Test
    void whatIsComparedOfTwoPeopleHasNoneOfIt() throws Failure {
        Lookalikes lookalikes = Casework.lookalikes(clinic.store, CATALOGUE, clinic.audit);
        for (int i = 0; i < 2; i++) {
            SealedCase one = new SealedCase(phone, clinic.random);
            clinic.deliver(phone, one.firstSitting("ROUTINE"));
            clinic.deliver(phone, one.sitting(SealedCase.write("PER-21", one.person, Value.text("000000012"))));
        }
        clinic.desk.queue(attorney);
        var found = lookalikes.all(attorney).get(0);
        Lookalikes.Compared compared = lookalikes.compare(attorney, found.first(), found.second());
        assertThat(new String(PersonJson.write(List.of(compared.first(), compared.second())), StandardCharsets.UTF_8))
                .contains(SealedCase.NAME)
                .doesNotContain(PLANTED);
    }

    @Test
    void theSameIsMissingAndWhyNothingWasSaidStaysReadable() throws Failure {
        LocalDate today = LocalDate.of(2026, 11, 21);
        assertThat(Readiness.of(CATALOGUE, read(attorney), today))
                .isEqualTo(Readiness.of(CATALOGUE, read(paralegal), today));
        assertThat(value(read(attorney), ItemId.CASE, new FieldId("BOR-13")).whyUnanswered())
                .contains(Value.Unanswered.DECLINED);
    }

    @Test
    void itIsReasonHealthSafetyAndNotesAndNeitherNamesNorNumbers() {
        assertThat(CATALOGUE.fields().stream().filter(Narrative::isOf).map(Field::id))
                .contains("GRD-03", "MED-02", "MED-01A", "NOT-01", "QST-02", "SAF-05", "INA-03", "INA-06", "BOR-13")
                .doesNotContain("PER-02", "PER-05", "PER-28", "SPO-03", "DET-02", "CAS-11", "CAS-11A", "GRD-01");
    }

    private CaseFile read(StaffSession session) throws Failure {
        return clinic.desk.open(session, sample.id).caseFile();
    }

    private static String words(CaseFile file) {
        StringBuilder all = new StringBuilder();
        for (Entry entry : file.entries().values()) {
            all.append(new String(EntryJson.write(entry), StandardCharsets.UTF_8));
            entry.writes().stream().map(Write::value).forEach(all::append);
        }
        return all.toString();
    }

    private static Value value(CaseFile file, ItemId item, FieldId field) {
        return file.answer(item, field).orElseThrow().settled().orElseThrow();
    }

    private void check(String answer) throws Failure {
        write(paralegal, ItemId.CASE, CHECK, answer);
    }

    private void write(StaffSession session, ItemId item, FieldId field, String text) throws Failure {
        write(session, item, field, text, read(paralegal).seen(item, field));
    }

    private void write(StaffSession session, ItemId item, FieldId field, String text, Set<WriteId> seen)
            throws Failure {
        clinic.desk.write(
                session,
                sample.id,
                new Changes(
                        HowKnown.STAFF, Optional.empty(), List.of(new Change(item, field, Value.text(text), seen))));
    }
}
