package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.clinic.casework.Desk.CasePage;
import org.umbral.clinic.casework.Desk.QueueRow;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.SealedCase.SealedPhoto;
import org.umbral.testing.StaffedClinic;

class StaffDeskTest {
    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession session;
    private SamplePhone phone;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        session = Colleagues.at(clinic, StaffSession.Role.PARALEGAL);
        phone = clinic.join(session, "Trabajador FICTICIO");
    }

    @AfterEach
    void close() {
        session.close();
        clinic.close();
    }

    @Test
    void aCaseThatArrivedStandsInTheQueueWithItsFacts() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, sample.firstSitting("WITHIN_72H"));
        assertThat(clinic.desk.queue(session)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(sample.id);
            assertThat(row.code()).isEqualTo(sample.code);
            assertThat(row.name()).isEqualTo(SealedCase.NAME);
            assertThat(row.situation()).isEqualTo("AT_PORT_OR_BORDER_OUTSIDE_US");
            assertThat(row.urgency()).isEqualTo("WITHIN_72H");
            assertThat(row.arrived()).isEqualTo(clinic.clock.instant());
            assertThat(row.opened()).isEmpty();
            assertThat(row.conflicts()).isFalse();
        });
    }

    @Test
    void whatWaitsComesFirstEmergenciesBeforeAllThenUrgencyThenTheOldest() throws Failure {
        SealedCase routine = arrives("ROUTINE");
        SealedCase older = arrives("WITHIN_72H");
        SealedCase newer = arrives("WITHIN_72H");
        SealedCase seen = arrives("NOW_LIFE_THREATENING");
        clinic.desk.open(session, seen.id);
        SealedCase emergency = arrives("NOW_LIFE_THREATENING");
        assertThat(clinic.desk.queue(session))
                .extracting(QueueRow::id)
                .containsExactly(emergency.id, older.id, newer.id, routine.id, seen.id);
    }

    @Test
    void beforeALoginOnlyNumbersAreKnown() throws Failure {
        assertThat(clinic.desk.unread().envelopes()).isZero();
        clinic.deliver(phone, new SealedCase(phone, clinic.random).firstSitting("ROUTINE"));
        clinic.clock.move(Duration.ofMinutes(5));
        clinic.deliverEmergency(phone, new SealedCase(phone, clinic.random).firstSitting("NOW_LIFE_THREATENING"));
        Desk.Unread unread = clinic.desk.unread();
        assertThat(unread.envelopes()).isEqualTo(2);
        assertThat(unread.emergencies()).isEqualTo(1);
        assertThat(unread.oldestEmergency()).contains(clinic.clock.instant());
        clinic.desk.queue(session);
        assertThat(clinic.desk.unread().envelopes()).isZero();
    }

    @Test
    void aStewardsLookIsNotTheClinicAtWork() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        clinic.deliverEmergency(phone, sample.firstSitting("NOW_LIFE_THREATENING"));
        try (StaffSession attorney = clinic.session();
                StaffSession steward = Colleagues.of(attorney, StaffSession.Role.STEWARD, false)) {
            clinic.desk.open(steward, sample.id);
        }
        assertThat(clinic.desk.oldestEmergencyNotOpened()).contains(clinic.clock.instant());
        assertThat(clinic.desk.queue(session))
                .singleElement()
                .matches(row -> row.opened().isEmpty());
        assertThat(clinic.mail(phone)).isEmpty();
        clinic.desk.open(session, sample.id);
        assertThat(clinic.mail(phone)).extracting(SignedDocument::kind).containsExactly("opened");
    }

    @Test
    void anEmergencyThatWasSetAsideCallsUntilItIsSeenThere() throws Failure {
        SealedCase strange = new SealedCase(phone.withOtherKeys(clinic.random), clinic.random);
        clinic.deliverEmergency(phone, strange.firstSitting("NOW_LIFE_THREATENING"));
        assertThat(clinic.desk.queue(session)).isEmpty();
        assertThat(clinic.desk.oldestEmergencyNotOpened()).contains(clinic.clock.instant());
        assertThat(clinic.desk.emergenciesSetAside()).isEqualTo(1);
        try (StaffSession attorney = clinic.session();
                StaffSession steward = Colleagues.of(attorney, StaffSession.Role.STEWARD, false)) {
            assertThat(clinic.desk.quarantine(steward)).hasSize(1);
        }
        assertThat(clinic.desk.oldestEmergencyNotOpened()).isPresent();
        long version = clinic.desk.version();
        assertThat(clinic.desk.quarantine(session)).hasSize(1);
        assertThat(clinic.desk.oldestEmergencyNotOpened()).isEmpty();
        assertThat(clinic.desk.emergenciesSetAside()).isZero();
        assertThat(clinic.desk.version()).as("the queue says so at once").isGreaterThan(version);
    }

    @Test
    void anEmergencyWaitsUntilItsCaseIsOpened() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        clinic.deliverEmergency(phone, sample.firstSitting("NOW_LIFE_THREATENING"));
        assertThat(clinic.desk.oldestEmergencyNotOpened()).contains(clinic.clock.instant());
        clinic.desk.queue(session);
        assertThat(clinic.desk.oldestEmergencyNotOpened()).contains(clinic.clock.instant());
        clinic.desk.open(session, sample.id);
        assertThat(clinic.desk.oldestEmergencyNotOpened()).isEmpty();
    }

    @Test
    void openingTellsThePhoneOnceForEachNewSetOfEntries() throws Failure {
        SealedCase sample = arrives("ROUTINE");
        assertThat(clinic.desk.open(session, sample.id).opened()).isEmpty();
        clinic.desk.open(session, sample.id);
        assertThat(clinic.mail(phone)).hasSize(1);
        Documents.Opened first = clinic.mail(phone)
                .get(0)
                .verified(DocumentKind.OPENED, Documents.Opened.class, clinic.signingKey(session));
        assertThat(first.caseId()).isEqualTo(sample.id.text());
        assertThat(first.entries()).hasSize(1);

        clinic.deliver(phone, sample.sitting(SealedCase.write("CAS-07", ItemId.CASE, Value.text("CHILD_MEDICAL"))));
        assertThat(clinic.desk.queue(session).get(0).opened()).isEmpty();
        clinic.desk.open(session, sample.id);
        List<SignedDocument> mail = clinic.mail(phone);
        assertThat(mail).hasSize(2);
        assertThat(mail.get(1)
                        .verified(DocumentKind.OPENED, Documents.Opened.class, clinic.signingKey(session))
                        .entries())
                .hasSize(2);
        assertThat(clinic.desk.queue(session).get(0).opened()).isPresent();
    }

    @Test
    void twoEntriesThatContradictAreBothShown() throws Failure {
        SamplePhone second = clinic.join(session, "Otra FICTICIA");
        SealedCase here = new SealedCase(phone, clinic.random);
        SealedCase there = new SealedCase(second, clinic.random, here.id);
        clinic.deliver(phone, here.sitting(SealedCase.write("CAS-06", ItemId.CASE, Value.text("ROUTINE"))));
        clinic.deliver(second, there.sitting(SealedCase.write("CAS-06", ItemId.CASE, Value.text("WITHIN_72H"))));
        CasePage page = clinic.desk.open(session, here.id);
        assertThat(page.caseFile()
                        .answer(ItemId.CASE, new FieldId("CAS-06"))
                        .orElseThrow()
                        .held())
                .extracting(held -> held.value().asText().orElseThrow())
                .containsExactlyInAnyOrder("ROUTINE", "WITHIN_72H");
        assertThat(page.authors())
                .extracting(Desk.Authorship::name)
                .containsExactlyInAnyOrder("Trabajador FICTICIO", "Otra FICTICIA");
        QueueRow row = clinic.desk.queue(session).get(0);
        assertThat(row.conflicts()).isTrue();
        assertThat(row.urgency()).isEqualTo("WITHIN_72H");
        assertThat(clinic.mail(second)).hasSize(1);
    }

    @Test
    void aPhotoIsShownOnceItIsHereAndOnlyThroughItsCase() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        SealedPhoto photo = sample.photo(jpeg(90_000));
        clinic.deliver(phone, sample.sitting(sample.page(photo)));
        assertThat(clinic.desk.queue(session).get(0)).satisfies(row -> {
            assertThat(row.photos()).isEqualTo(1);
            assertThat(row.photosHere()).isZero();
        });
        assertThatThrownBy(() -> show(sample, photo)).hasMessage("photo-on-the-way");
        clinic.deliver(phone, photo.envelope());
        assertThat(show(sample, photo)).isEqualTo(photo.jpeg());
        assertThat(clinic.desk.queue(session).get(0).photosHere()).isEqualTo(1);
        assertThat(clinic.desk.open(session, sample.id).photos())
                .singleElement()
                .satisfies(shown -> assertThat(shown.here()).isTrue());
        assertThat(clinic.desk.quarantine(session)).isEmpty();

        SealedCase another = arrives("ROUTINE");
        clinic.desk.queue(session);
        assertThatThrownBy(() -> show(another, photo)).hasMessage("no-such-photo");
    }

    @Test
    void ofAPhotoThatIsNotTheOneTheEntryNamesNothingIsShown() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        SealedPhoto photo = sample.photo(jpeg(1000));
        SealedPhoto forged = new SealedPhoto(jpeg(1001), photo.envelope());
        clinic.deliver(phone, sample.sitting(sample.page(forged)));
        clinic.deliver(phone, photo.envelope());
        clinic.desk.queue(session);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() ->
                        clinic.desk.photo(session, sample.id, photo.envelope().name(), out))
                .hasMessage("sealed-bytes-damaged");
        assertThat(out.size()).isZero();
    }

    @Test
    void aRemovedPageIsNoLongerCounted() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        Write page = sample.page(sample.photo(jpeg(1000)));
        Entry first = sample.entry(List.of(page));
        clinic.deliver(phone, sample.sealed(first));
        clinic.deliver(
                phone, sample.sitting(SealedCase.write("SYS-01", page.item(), Value.flag(true), first.writeId(0))));
        assertThat(clinic.desk.queue(session).get(0).photos()).isZero();
    }

    @Test
    void photosThatNoEntryNamesYetAreCounted() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        SealedPhoto small = sample.photo(jpeg(1000));
        Write page = sample.page(small);
        Entry first = sample.entry(List.of(page));
        clinic.deliver(phone, small.envelope());
        clinic.desk.queue(session);
        assertThat(clinic.desk.unnamedPhotos()).isEqualTo(new Desk.Unnamed(1, Optional.of(clinic.clock.instant())));
        clinic.deliver(phone, sample.sealed(first));
        clinic.desk.queue(session);
        assertThat(clinic.desk.unnamedPhotos()).isEqualTo(new Desk.Unnamed(0, Optional.empty()));
        clinic.deliver(
                phone, sample.sitting(SealedCase.write("SYS-01", page.item(), Value.flag(true), first.writeId(0))));
        assertThat(clinic.desk.queue(session).get(0).photos()).isZero();
        assertThat(clinic.desk.unnamedPhotos().photos()).isZero();
    }

    @Test
    void whatWasSetAsideForWantOfItsBytesCountsWhenTheyComeAgain() throws Exception {
        SealedCase sample = new SealedCase(phone, clinic.random);
        Envelope entry = sample.firstSitting("ROUTINE");
        clinic.deliver(phone, entry);
        String name = entry.name().hex();
        Files.delete(folder.resolve("envelopes").resolve(name.substring(0, 2)).resolve(name));
        assertThat(clinic.desk.queue(session)).isEmpty();
        assertThat(clinic.desk.quarantine(session))
                .extracting(Desk.Quarantined::reason)
                .containsExactly("sealed-bytes-missing");
        clinic.deliver(phone, entry);
        assertThat(clinic.desk.queue(session)).extracting(QueueRow::id).containsExactly(sample.id);
        assertThat(clinic.desk.quarantine(session)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadKeepsBackNothingElseAndIsTriedAgain() throws Exception {
        SealedCase hidden = new SealedCase(phone, clinic.random);
        SealedCase sample = new SealedCase(phone, clinic.random);
        Envelope entry = hidden.firstSitting("ROUTINE");
        clinic.deliver(phone, entry);
        clinic.deliver(phone, sample.firstSitting("ROUTINE"));
        String name = entry.name().hex();
        Path file = folder.resolve("envelopes").resolve(name.substring(0, 2)).resolve(name);
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(clinic.desk.queue(session)).extracting(QueueRow::id).containsExactly(sample.id);
        assertThat(clinic.desk.quarantine(session))
                .extracting(Desk.Quarantined::reason)
                .containsExactly("disk-unreadable");
        long version = clinic.desk.version();
        clinic.desk.queue(session);
        assertThat(clinic.desk.version()).as("nobody's page changes by it").isEqualTo(version);
        Files.delete(file);
        Files.write(file, entry.bytes());
        assertThat(clinic.desk.queue(session)).extracting(QueueRow::id).contains(hidden.id);
        assertThat(clinic.desk.quarantine(session)).isEmpty();
    }

    @Test
    void aDamagedCaseKeepsBackNothingButItsOwnMailAndIsTriedAgain() throws Exception {
        SealedCase damaged = new SealedCase(phone, clinic.random);
        SealedCase sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, damaged.firstSitting("ROUTINE"));
        clinic.desk.queue(session);
        invertRows();
        clinic.deliver(phone, damaged.sitting(SealedCase.write("CAP-14", ItemId.CASE, Value.text("YES"))));
        clinic.deliver(phone, sample.firstSitting("ROUTINE"));
        assertThat(clinic.desk.queue(session)).extracting(QueueRow::id).contains(sample.id);
        assertThat(clinic.desk.open(session, sample.id).caseFile().entries()).hasSize(1);
        assertThatThrownBy(() -> clinic.desk.open(session, damaged.id)).hasMessage("stored-case-damaged");
        assertThat(clinic.desk.quarantine(session))
                .extracting(Desk.Quarantined::reason)
                .containsExactly("stored-case-damaged");
        invertRows();
        assertThat(clinic.desk.open(session, damaged.id).caseFile().entries()).hasSize(2);
        assertThat(clinic.desk.quarantine(session)).isEmpty();
    }

    @Test
    void aDamagedCaseThatWasWithdrawnShutsNoDesk() throws Exception {
        SealedCase damaged = new SealedCase(phone, clinic.random);
        ItemId consent = damaged.person.child(clinic.random);
        clinic.deliver(
                phone,
                damaged.sitting(
                        SealedCase.write("CON-02", consent, Value.text("SHARE_WITH_CLINIC")),
                        SealedCase.write("CON-03", consent, Value.text("WITHDRAWN"))));
        SealedCase sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, sample.firstSitting("ROUTINE"));
        clinic.desk.openSome(session);
        invertRows();
        assertThat(clinic.desk.queue(session)).extracting(QueueRow::id).containsExactly(sample.id);
        assertThat(clinic.mail(phone)).isEmpty();
        invertRows();
        clinic.desk.queue(session);
        assertThat(clinic.mail(phone)).extracting(SignedDocument::kind).containsExactly("erase");
    }

    /** What is sealed of the first entry, turned round; the second time as it was. */
    private void invertRows() throws Failure {
        clinic.store.database().transaction(handle -> {
            var first = handle.createQuery("select entry, json from case_entries order by position limit 1")
                    .map((row, context) -> Map.entry(row.getString("entry"), row.getBytes("json")))
                    .one();
            byte[] turned = first.getValue();
            for (int i = 0; i < turned.length; i++) {
                turned[i] = (byte) ~turned[i];
            }
            return handle.execute("update case_entries set json = ? where entry = ?", turned, first.getKey());
        });
    }

    @Test
    void aMissingEntryIsAFactAndBlocksNothing() throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, sample.firstSitting("ROUTINE"));
        Envelope late = sample.sitting(SealedCase.write("CAS-07", ItemId.CASE, Value.text("FUNERAL")));
        clinic.deliver(phone, sample.sitting(SealedCase.write("CAP-14", ItemId.CASE, Value.text("YES"))));
        assertThat(clinic.desk.open(session, sample.id).missing()).isEqualTo(1);
        clinic.deliver(phone, late);
        assertThat(clinic.desk.open(session, sample.id).missing()).isZero();
    }

    @Test
    void anUnknownCaseIsSaidToBeNone() {
        assertThatThrownBy(() -> clinic.desk.open(session, new SealedCase(phone, clinic.random).id))
                .hasMessage("no-such-case");
    }

    @Test
    void theVersionGrowsWithMailAndWithOpeningAndRestsOtherwise() throws Failure {
        long empty = clinic.desk.version();
        SealedCase sample = arrives("ROUTINE");
        long arrived = clinic.desk.version();
        assertThat(arrived).isGreaterThan(empty);
        clinic.desk.queue(session);
        long opened = clinic.desk.version();
        assertThat(opened).isGreaterThanOrEqualTo(arrived);
        clinic.desk.queue(session);
        assertThat(clinic.desk.version()).isEqualTo(opened);
        clinic.desk.open(session, sample.id);
        assertThat(clinic.desk.version()).isGreaterThan(opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"𐒀", "ñ", "a", "\u0001", "\""})
    void aLongNameOrCodeIsCutSoThatItsCardStaysSmall(String character) throws Failure {
        SealedCase sample = new SealedCase(phone, clinic.random);
        String endless = character.repeat(1000);
        clinic.deliver(
                phone,
                sample.sitting(
                        SealedCase.write("PER-02", sample.person, Value.text(endless)),
                        SealedCase.write("CAS-02", ItemId.CASE, Value.text(endless)),
                        SealedCase.write("CAS-03", ItemId.CASE, Value.text(endless)),
                        SealedCase.write("CAS-06", ItemId.CASE, Value.text(endless))));
        assertThat(clinic.desk.queue(session).get(0).name())
                .startsWith(character.repeat(10))
                .endsWith("…");
    }

    private SealedCase arrives(String urgency) throws Failure {
        clinic.clock.move(Duration.ofMinutes(1));
        SealedCase sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, sample.firstSitting(urgency));
        return sample;
    }

    private byte[] show(SealedCase sample, SealedPhoto photo) throws Failure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clinic.desk.photo(session, sample.id, photo.envelope().name(), out);
        return out.toByteArray();
    }

    /** Starts like a JPEG; nobody looks at it here. */
    private static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return bytes;
    }
}
