package org.umbral.clinic.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Histories;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** What arrives and is not a trusted entry is set aside with its reason, and never keeps back the rest. */
class OpenMailTest {
    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession session;
    private SamplePhone phone;
    private SealedCase sample;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        session = clinic.session();
        phone = clinic.join(session, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
    }

    @AfterEach
    void close() {
        session.close();
        clinic.close();
    }

    @Test
    void poisonInTheMiddleOfFiftyKeepsNothingBack() throws Failure {
        List<SealedCase> good = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            if (i >= 20 && i < 30) {
                clinic.deliver(phone, poison(i));
            } else {
                SealedCase one = new SealedCase(phone, clinic.random);
                good.add(one);
                clinic.deliver(phone, one.firstSitting("ROUTINE"));
            }
        }
        assertThat(clinic.desk.queue(session))
                .extracting(Desk.QueueRow::id)
                .containsExactlyInAnyOrderElementsOf(
                        good.stream().map(one -> one.id).toList());
        assertThat(clinic.desk.quarantine(session))
                .hasSize(10)
                .allSatisfy(row -> assertThat(row.device()).contains(phone.device()));
        assertThat(clinic.desk.unread().envelopes()).isZero();
    }

    @Test
    void aFlippedByteIsSetAside() throws Failure {
        byte[] bytes = sample.firstSitting("ROUTINE").bytes();
        bytes[bytes.length - 20] ^= 1;
        clinic.deliver(phone, Envelope.of(bytes));
        assertThat(reason()).isEqualTo("sealed-bytes-damaged");
    }

    @Test
    void whatIsSealedToSomebodyElseIsSetAside() throws Failure {
        clinic.deliver(
                phone,
                sample.signed(sample.entry(sample.words("ROUTINE")))
                        .sealTo(OpeningKey.generate(clinic.random).sealingKey()));
        assertThat(reason()).isEqualTo("not-sealed-to-this-key");
    }

    @Test
    void anEntryThatAnotherKeySignedIsSetAside() throws Failure {
        Entry entry = sample.entry(sample.words("ROUTINE"));
        SignedEntry forged =
                SignedEntry.sign(EntryJson.write(entry), phone.device(), SigningKey.generate(clinic.random));
        clinic.deliver(phone, forged.sealTo(phone.identity()));
        assertThat(reason()).isEqualTo("signature-does-not-hold");
    }

    @Test
    void aKeyThatNeverJoinedIsSetAside() throws Failure {
        SealedCase stranger = new SealedCase(phone.withOtherKeys(clinic.random), clinic.random);
        clinic.deliver(phone, stranger.firstSitting("ROUTINE"));
        assertThat(reason()).isEqualTo("unknown-key");
    }

    @Test
    void aHeaderThatNamesAnotherDeviceIsSetAside() throws Failure {
        Entry entry = sample.entry(sample.words("ROUTINE"));
        clinic.deliver(
                phone,
                SignedEntry.sign(EntryJson.write(entry), "another-device", phone.signing())
                        .sealTo(phone.identity()));
        assertThat(reason()).isEqualTo("author-differs");
    }

    @Test
    void whoSignsInAnotherWorkersNameIsSetAside() throws Failure {
        SamplePhone other = clinic.join(session, "Otra FICTICIA");
        SamplePhone pretender = new SamplePhone(
                phone.clinic(), phone.device(), other.person(), phone.signing(), phone.opening(), phone.identity());
        clinic.deliver(phone, new SealedCase(pretender, clinic.random).firstSitting("ROUTINE"));
        assertThat(reason()).isEqualTo("author-differs");
    }

    @Test
    void anotherClinicsEntryIsSetAside() throws Failure {
        SamplePhone elsewhere = new SamplePhone(
                "another-clinic", phone.device(), phone.person(), phone.signing(), phone.opening(), phone.identity());
        clinic.deliver(phone, new SealedCase(elsewhere, clinic.random).firstSitting("ROUTINE"));
        assertThat(reason()).isEqualTo("other-clinic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAS-04", "GRD-02", "EVD-15", "CAS-11"})
    void attorneyOnlyFieldsCannotBeReceived(String field) throws Failure {
        clinic.deliver(phone, sample.sitting(SealedCase.write(field, ItemId.CASE, Value.text("ICE"))));
        assertThat(reason()).isEqualTo("field-not-allowed");
    }

    @Test
    void anAudienceThatPhonesMayNotWriteIsSetAside() throws Failure {
        Entry entry = sample.entry(sample.words("ROUTINE"));
        Entry forAttorneys = new Entry(
                entry.id(),
                entry.clinic(),
                entry.caseId(),
                entry.catalogue(),
                Audience.ATTORNEY,
                entry.author(),
                entry.sequence(),
                entry.previous(),
                entry.heard(),
                entry.typed(),
                entry.known(),
                entry.writes());
        clinic.deliver(phone, sample.sealed(forAttorneys));
        assertThat(reason()).isEqualTo("field-not-allowed");
    }

    @Test
    void aFieldThatNobodyKnowsIsKeptAsItIs() throws Failure {
        clinic.deliver(phone, sample.sitting(SealedCase.write("ZZZ-01", ItemId.CASE, Value.text("later"))));
        // An attorney reads what nobody knows after the conflict check.
        clinic.desk.queue(session);
        clinic.desk.write(
                session,
                sample.id,
                new Desk.Changes(
                        HowKnown.STAFF,
                        Optional.empty(),
                        List.of(new Desk.Change(ItemId.CASE, new FieldId("CAS-11"), Value.text("CLEAR"), Set.of()))));
        assertThat(clinic.desk
                        .open(session, sample.id)
                        .caseFile()
                        .answer(ItemId.CASE, new FieldId("ZZZ-01"))
                        .orElseThrow()
                        .settled())
                .contains(Value.text("later"));
    }

    @Test
    void theSameEntryIdWithOtherBytesIsSetAsideAndTheFirstStays() throws Failure {
        Entry first = sample.entry(sample.words("ROUTINE"));
        clinic.deliver(phone, sample.sealed(first));
        clinic.deliver(phone, sample.sealed(withWrites(first, "WITHIN_72H")));
        assertThat(reason()).isEqualTo("entry-id-reused");
        clinic.deliver(phone, sample.sealed(withWrites(first, "WITHIN_2_WEEKS")));
        assertThat(clinic.desk.quarantine(session)).hasSize(2);
        assertThat(clinic.desk.queue(session).get(0).urgency()).isEqualTo("ROUTINE");
    }

    @Test
    void theSameEntrySealedAgainCountsOnceAndIsNoPoison() throws Failure {
        Entry entry = sample.entry(sample.words("ROUTINE"));
        clinic.deliver(phone, sample.sealed(entry));
        clinic.deliver(phone, sample.sealed(entry));
        clinic.desk.queue(session);
        clinic.deliver(phone, sample.sealed(entry));
        assertThat(clinic.desk.open(session, sample.id).caseFile().entries()).hasSize(1);
        assertThat(clinic.desk.quarantine(session)).isEmpty();
    }

    @Test
    void whatArrivedBeforeAPhoneWasRevokedCountsAndWhatCameLaterIsSetAside() throws Failure {
        clinic.deliver(phone, sample.firstSitting("ROUTINE"));
        clinic.clock.move(Duration.ofMinutes(1));
        clinic.phones.revoke(session, phone.device(), Phones.Why.LOST);
        clinic.deliver(phone, new SealedCase(phone, clinic.random).firstSitting("ROUTINE"));
        assertThat(clinic.desk.queue(session)).extracting(Desk.QueueRow::id).containsExactly(sample.id);
        assertThat(reason()).isEqualTo("revoked-key");
    }

    @Test
    void aRevokedPhoneThatJoinedAgainWithItsKeysIsTrustedAndTold() throws Failure {
        clinic.phones.revoke(session, phone.device(), Phones.Why.LOST);
        clinic.clock.move(Duration.ofMinutes(1));
        SamplePhone again = clinic.join(session, "Trabajador FICTICIO", phone.signing());
        clinic.deliver(again, sample.firstSitting("ROUTINE"));
        clinic.desk.open(session, sample.id);
        assertThat(clinic.desk.quarantine(session)).isEmpty();
        assertThat(clinic.mail(again)).hasSize(1);
    }

    @Test
    void aSmallPhotoThatTravelsLikeAnEntryIsNoPoison() throws Failure {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2, 3};
        clinic.deliver(phone, sample.photo(jpeg).envelope());
        assertThat(clinic.desk.quarantine(session)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void openingInAnyOrderGivesTheSameCase(long seed) throws Failure {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : Histories.of(seed, 12)) {
            entries.add(mine(entry));
        }
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        for (Entry entry : shuffled) {
            clinic.deliver(phone, sample.sealed(entry));
            if (entry.id().text().charAt(0) % 3 == 0) {
                clinic.desk.queue(session);
            }
        }
        CaseFile opened = clinic.desk.open(session, entries.get(0).caseId()).caseFile();
        CaseFile whole = CaseFile.fold(entries.get(0).caseId(), entries);
        assertThat(opened.items()).isEqualTo(whole.items());
        assertThat(opened).isEqualTo(whole);
    }

    /** The same entry, written on this phone. */
    private Entry mine(Entry entry) {
        Author author = phone.author();
        return new Entry(
                entry.id(),
                phone.clinic(),
                entry.caseId(),
                entry.catalogue(),
                Audience.PHONE,
                author,
                entry.sequence(),
                entry.previous(),
                entry.heard(),
                entry.typed(),
                entry.known(),
                entry.writes());
    }

    private Entry withWrites(Entry entry, String urgency) {
        return entry.with(List.of(SealedCase.write("CAS-06", ItemId.CASE, Value.text(urgency))));
    }

    private Envelope poison(int kind) {
        byte[] plain = switch (kind % 5) {
            case 0 -> new byte[0];
            case 1 -> "not gzip".getBytes(UTF_8);
            case 2 ->
                SignedEntry.sign(new byte[] {'{', '}'}, phone.device(), phone.signing())
                        .json();
            default -> new byte[5000];
        };
        if (kind % 5 == 3) {
            return SignedEntry.sign(
                            ("{\"format\":1,\"kind\":\"entry\",\"n\":" + kind + "}").getBytes(UTF_8),
                            phone.device(),
                            phone.signing())
                    .sealTo(phone.identity());
        }
        return kind % 5 == 4
                ? Envelope.of(("no age file " + kind).getBytes(UTF_8))
                : Envelope.of(Age.seal(plain, phone.identity()));
    }

    private String reason() throws Failure {
        return clinic.desk.quarantine(session).get(0).reason();
    }
}
