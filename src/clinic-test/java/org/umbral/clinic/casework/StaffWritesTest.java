package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk.Change;
import org.umbral.clinic.casework.Desk.Changes;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.Roles;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

class StaffWritesTest {
    private static final FieldId BORN = new FieldId("PER-11");
    private static final FieldId A_NUMBER = new FieldId("PER-21");
    private static final FieldId AUTHORITY = new FieldId("CAS-04");
    private static final FieldId STATUS = new FieldId("SPO-07");
    private static final FieldId SPONSORS_CONSENT = new FieldId("SPO-08");
    private static final Value YEAR = PartialDate.ofYear(1985).toValue();

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession paralegal;
    private SamplePhone phone;
    private SealedCase sample;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        paralegal = Roles.paralegal(attorney);
        phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, sample.firstSitting("WITHIN_72H"));
        clinic.desk.open(attorney, sample.id);
    }

    @AfterEach
    void close() {
        attorney.close();
        clinic.close();
    }

    @Test
    void aSaveIsOneSignedEntryThatTheNextReaderFoldsIn() throws Failure {
        write(paralegal, HowKnown.PHONE_CALL, change(sample.person, BORN, YEAR));

        Desk.CasePage page = clinic.desk.open(attorney, sample.id);
        Held held = held(page.caseFile(), sample.person, BORN).get(0);
        assertThat(held.value()).isEqualTo(YEAR);
        assertThat(held.entry().known()).isEqualTo(HowKnown.PHONE_CALL);
        assertThat(held.entry().audience()).isEqualTo(Audience.PHONE);
        assertThat(held.author().person()).isEqualTo("paralegal-1");
        assertThat(held.author().isClinic()).isTrue();
        assertThat(held.author().key()).isEqualTo(clinic.signingKey(attorney));
        assertThat(page.authors()).anySatisfy(author -> {
            assertThat(author.person()).isEqualTo("paralegal-1");
            assertThat(author.name()).isEqualTo("Paula FICTICIA");
        });
        assertThat(page.missing()).isZero();
        assertThat(page.opened()).as("what staff write is not news to staff").isPresent();
    }

    @Test
    void thePhoneGetsItByteForByteAsItWasSignedAndOnlyOnce() throws Failure {
        write(paralegal, HowKnown.PHONE_CALL, change(sample.person, BORN, YEAR));
        clinic.desk.open(paralegal, sample.id);

        Documents.Settlement letter = settlements().get(0);
        assertThat(settlements()).hasSize(1);
        byte[] json = letter.entryJson().getBytes(StandardCharsets.UTF_8);
        assertThat(clinic.signingKey(attorney)
                        .verify(json, Base64.getUrlDecoder().decode(letter.signature())))
                .isTrue();
        assertThat(letter.device()).isEqualTo("clinic");
        assertThat(EntryJson.read(json).writes())
                .extracting(write -> write.field())
                .containsExactly(BORN);
    }

    @Test
    void eachAudienceIsAnEntryOfItsOwnWithItsOwnNumbers() throws Failure {
        Value first = Value.text("CBP");
        write(attorney, HowKnown.STAFF, change(sample.person, BORN, YEAR), change(ItemId.CASE, AUTHORITY, first));
        write(attorney, HowKnown.STAFF, change(ItemId.CASE, AUTHORITY, Value.text("ICE")));

        List<Entry> staff = clinic.desk.open(attorney, sample.id).caseFile().entries().values().stream()
                .filter(entry -> entry.author().isClinic())
                .toList();
        assertThat(staff).hasSize(3);
        List<Entry> attorneys = staff.stream()
                .filter(entry -> entry.audience() == Audience.ATTORNEY)
                .sorted((one, other) -> one.sequence() - other.sequence())
                .toList();
        assertThat(attorneys).extracting(Entry::sequence).containsExactly(1, 2);
        assertThat(attorneys.get(1).previous()).isEqualTo(Sha256.of(EntryJson.write(attorneys.get(0))));
        assertThat(settlements()).as("an attorney's field never travels").hasSize(1);
        assertThat(settlements().get(0).entryJson()).doesNotContain("CAS-04");
    }

    @Test
    void whatAnAttorneyWritesIsNotInTheCaseThatAParalegalReads() throws Failure {
        write(attorney, HowKnown.STAFF, change(ItemId.CASE, AUTHORITY, Value.text("CBP")));

        CaseFile read = clinic.desk.open(paralegal, sample.id).caseFile();
        assertThat(read.answer(ItemId.CASE, AUTHORITY)).isEmpty();
        assertThat(read.entries()).hasSize(1);
        assertThat(clinic.desk.open(attorney, sample.id).caseFile().answer(ItemId.CASE, AUTHORITY))
                .isPresent();
    }

    @Test
    void rolesWriteOnlyWhatTheCatalogueLetsThemEnter() throws Failure {
        Change authority = change(ItemId.CASE, AUTHORITY, Value.text("CBP"));
        assertThatThrownBy(() -> write(paralegal, HowKnown.STAFF, authority)).hasMessage("not-your-role");
        assertThatThrownBy(() -> write(Roles.paralegal(attorney, Audience.ATTORNEY), HowKnown.STAFF, authority))
                .as("a key alone is not enough")
                .hasMessage("not-your-role");
        assertThatThrownBy(() -> write(Roles.coordinator(attorney), HowKnown.STAFF, change(sample.person, BORN, YEAR)))
                .hasMessage("not-your-role");
        ItemId sponsor = sponsor();
        Change status = change(sponsor, STATUS, Value.text("USC"));
        assertThatThrownBy(() -> write(paralegal, HowKnown.PHONE_CALL, status)).hasMessage("not-your-role");
        assertThat(clinic.desk.open(attorney, sample.id).caseFile().entries()).hasSize(1);
    }

    @Test
    void aSponsorsStatusOpensWithTheirOwnConsentAndStaysWithThePermission() throws Failure {
        StaffSession permitted = Roles.paralegal(attorney, Audience.SPONSOR);
        ItemId sponsor = sponsor();
        Change status = change(sponsor, STATUS, Value.text("USC"));
        assertThatThrownBy(() -> write(permitted, HowKnown.PHONE_CALL, status)).hasMessage("not-your-role");
        clinic.guards.sponsors().open(permitted, sample.id, "RECORD_WHAT_WAS_TOLD", "");
        assertThatThrownBy(() -> write(permitted, HowKnown.PHONE_CALL, status)).hasMessage("sponsor-consent-first");
        write(permitted, HowKnown.PHONE_CALL, change(sponsor, SPONSORS_CONSENT, Value.text("GIVEN")), status);

        assertThat(held(clinic.desk.open(permitted, sample.id).caseFile(), sponsor, STATUS))
                .extracting(Held::value)
                .containsExactly(Value.text("USC"));
        assertThat(clinic.desk.open(paralegal, sample.id).caseFile().answer(sponsor, STATUS))
                .isEmpty();
        assertThat(settlements())
                .hasSize(1)
                .allSatisfy(letter -> assertThat(letter.entryJson()).doesNotContain("SPO-07"));
    }

    @Test
    void whatCameWhileTheFormWasOpenIsNotOverwritten() throws Failure {
        Change fromTheForm = change(sample.person, BORN, YEAR);
        clinic.deliver(
                phone,
                sample.sitting(SealedCase.write(
                        "PER-11", sample.person, PartialDate.ofYear(1986).toValue())));
        clinic.desk.queue(attorney);
        write(paralegal, HowKnown.PHONE_CALL, fromTheForm);

        CaseFile both = clinic.desk.open(attorney, sample.id).caseFile();
        assertThat(both.answer(sample.person, BORN).orElseThrow().isConflict()).isTrue();
        assertThat(clinic.desk.queue(attorney).get(0).conflicts()).isTrue();

        write(paralegal, HowKnown.PHONE_CALL, change(sample.person, BORN, YEAR));
        assertThat(held(clinic.desk.open(attorney, sample.id).caseFile(), sample.person, BORN))
                .extracting(Held::value)
                .containsExactly(YEAR);
        assertThat(clinic.desk.queue(attorney).get(0).conflicts()).isFalse();
    }

    @Test
    void aSeenWriteThatIsNotThereCountsForNothing() throws Failure {
        Entry other = clinic.desk
                .open(attorney, sample.id)
                .caseFile()
                .entries()
                .values()
                .iterator()
                .next();
        Set<WriteId> forged = Set.of(other.writeId(0), new WriteId(other.id(), 4000));
        write(paralegal, HowKnown.STAFF, new Change(sample.person, BORN, YEAR, forged));
        Entry written = held(clinic.desk.open(attorney, sample.id).caseFile(), sample.person, BORN)
                .get(0)
                .entry();
        assertThat(written.writes())
                .allSatisfy(write -> assertThat(write.seen()).isEmpty());
    }

    @Test
    void aNewItemStandsInItsPlaceAndNowhereElse() throws Failure {
        ItemId name = sample.person.child(clinic.random);
        write(
                paralegal,
                HowKnown.GOVERNMENT_RECORD,
                change(name, new FieldId("PER-09"), Value.text("FNU FICTICIO")),
                change(name, new FieldId("PER-09A"), Value.text("NAME_ICE_USES")));
        CaseFile file = clinic.desk.open(attorney, sample.id).caseFile();
        assertThat(file.item(name).orElseThrow().text("PER-09")).contains("FNU FICTICIO");
        assertThat(file.answer(name, FieldId.ORDER)).isPresent();

        ItemId nowhere = ItemId.random(clinic.random).child(clinic.random);
        for (ItemId wrong :
                List.of(ItemId.CASE, sample.person.child(clinic.random).child(clinic.random), nowhere)) {
            assertThatThrownBy(() ->
                            write(paralegal, HowKnown.STAFF, change(wrong, new FieldId("PER-09"), Value.text("x"))))
                    .hasMessage("no-such-field");
        }
    }

    @Test
    void whatIsNoValueOfItsFieldIsRefusedAndWhatIsDoubtedIsKept() throws Failure {
        assertThatThrownBy(() -> write(
                        paralegal, HowKnown.STAFF, change(sample.person, new FieldId("PER-05"), Value.text("FNU"))))
                .hasMessage("value-does-not-fit");
        assertThatThrownBy(() -> write(
                        paralegal, HowKnown.STAFF, change(ItemId.CASE, new FieldId("CAS-06"), Value.text("SOON"))))
                .hasMessage("value-does-not-fit");
        write(paralegal, HowKnown.STAFF, change(sample.person, A_NUMBER, Value.text("12")));
        assertThat(held(clinic.desk.open(attorney, sample.id).caseFile(), sample.person, A_NUMBER))
                .hasSize(1);
    }

    @Test
    void eachSaveIsARowOfTheAudit() throws Failure {
        write(paralegal, HowKnown.STAFF, change(sample.person, BORN, YEAR));
        assertThat(new AuditRows(clinic.store.database()).after(0, 100)).anySatisfy(row -> {
            assertThat(row.action()).isEqualTo("CASE_WRITTEN");
            assertThat(row.staff()).isEqualTo("paralegal-1");
            assertThat(row.object()).isEqualTo(sample.id.text());
        });
        assertThat(clinic.audit.verify()).isZero();
    }

    @Test
    void whatAStopLeftBetweenRowAndLetterGoesAtTheNextOpening() throws Failure {
        write(paralegal, HowKnown.STAFF, change(sample.person, BORN, YEAR));
        clinic.store.database().transaction(handle -> handle.execute("update staff_entries set sent = false"));
        clinic.desk.open(paralegal, sample.id);
        assertThat(settlements()).hasSize(2);
        assertThat(settlements().get(0)).isEqualTo(settlements().get(1));
    }

    @Test
    void atRestNothingOfItCanBeRead() throws Failure {
        write(attorney, HowKnown.STAFF, change(ItemId.CASE, AUTHORITY, Value.text("USCIS_ABROAD")));
        for (StaffEntryRows.Row row : new StaffEntryRows(clinic.store.database()).of(sample.id.text())) {
            for (byte[] sealed : List.of(row.json(), row.signature(), row.writer())) {
                assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                        .doesNotContain("USCIS_ABROAD", "CAS-04", StaffedClinic.STAFF);
            }
            assertThatThrownBy(() -> attorney.ring().staffKey().open(row.json(), new byte[0]))
                    .hasMessage("sealed-value-damaged");
        }
    }

    private void write(StaffSession session, HowKnown known, Change... changes) throws Failure {
        clinic.desk.write(session, sample.id, new Changes(known, Optional.empty(), List.of(changes)));
    }

    /** As a form that was opened now would send it. */
    private Change change(ItemId item, FieldId field, Value value) throws Failure {
        SortedSet<WriteId> seen =
                clinic.desk.open(attorney, sample.id).caseFile().seen(item, field);
        return new Change(item, field, value, seen);
    }

    private ItemId sponsor() throws Failure {
        return clinic.desk.open(attorney, sample.id).caseFile().items().values().stream()
                .filter(item -> item.has("SPO-03"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<Held> held(CaseFile file, ItemId item, FieldId field) {
        return file.answer(item, field).map(Answer::held).orElse(List.of());
    }

    private List<Documents.Settlement> settlements() throws Failure {
        List<Documents.Settlement> letters = new ArrayList<>();
        for (SignedDocument document : clinic.mail(phone)) {
            if (document.kind().equals(DocumentKind.SETTLEMENT.wireName())) {
                letters.add(document.verified(
                        DocumentKind.SETTLEMENT, Documents.Settlement.class, clinic.signingKey(attorney)));
            }
        }
        return letters;
    }
}
