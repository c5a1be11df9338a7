package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.Batch;
import org.umbral.clinic.store.CaseRows.Changed;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.store.Erased;
import org.umbral.clinic.store.ErasureRows;
import org.umbral.clinic.store.JoinRows;
import org.umbral.clinic.store.LookalikeRows;
import org.umbral.clinic.store.LookalikeRows.MatchCard;
import org.umbral.clinic.store.LookalikeRows.Pair;
import org.umbral.clinic.store.Mailbox;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.AesKey;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

/** Erasing by two persons: rows, files and letters go; names, hashes and the fact stay. */
class ErasingTest {
    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession steward;
    private SamplePhone phone;
    private SealedCase sample;
    private SealedCase other;
    private Envelope words;
    private SealedCase.SealedPhoto photo;
    private SealedCase.SealedPhoto late;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        steward = Colleagues.of(attorney, Role.STEWARD, false);
        phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
        other = new SealedCase(phone, clinic.random);
        words = sample.firstSitting("WITHIN_72H");
        photo = sample.photo(jpeg(3000));
        late = sample.photo(jpeg(4000));
        clinic.deliver(phone, words);
        clinic.deliver(phone, other.firstSitting("ROUTINE"));
        clinic.deliver(phone, sample.sitting(sample.page(photo), sample.page(late)));
        clinic.deliver(phone, photo.envelope());
        clinic.desk.open(attorney, sample.id);
        clinic.desk.open(attorney, other.id);
        clinic.desk.ask(attorney, sample.id, "FICTICIO: ?", Optional.empty());
        Desk.Change change = new Desk.Change(ItemId.CASE, new FieldId("CAS-04"), Value.text("CBP"), Set.of());
        clinic.desk.write(attorney, sample.id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), List.of(change)));
    }

    @AfterEach
    void close() {
        List.of(attorney, steward).forEach(StaffSession::close);
        clinic.close();
    }

    @Test
    void afterTwoPersonsNoTableAndNoFileHoldsTheCaseAndTheOtherCaseIsWhole() throws Exception {
        erase();
        assertThat(tablesWith(sample.id.text()))
                .containsExactlyInAnyOrder("audit", "case_changes", "erased", "erasures");
        assertThat(files())
                .noneMatch(name -> name.contains(words.name().hex()))
                .noneMatch(name -> name.contains(photo.envelope().name().hex()));
        assertThat(clinic.desk.queue(attorney)).extracting(row -> row.id()).containsExactly(other.id);
        assertThatThrownBy(() -> clinic.desk.open(attorney, sample.id)).hasMessage("no-such-case");
        assertThat(clinic.desk.open(attorney, other.id).caseFile().entries()).hasSize(1);
        assertThat(clinic.desk.quarantine(attorney)).isEmpty();
        assertThat(clinic.desk.unnamedPhotos().photos()).isZero();
        assertThat(clinic.audit.verify()).isZero();
    }

    @Test
    void theReceiptHoldsNumbersAndHashesAndNoWordOfAnybody() throws Exception {
        erase();
        assertThat(guards().list(steward)).singleElement().satisfies(done -> {
            assertThat(done.state()).isEqualTo(Erasing.State.ERASED);
            assertThat(done.reason()).isEqualTo("CONSENT_WITHDRAWN");
            assertThat(done.entries()).isEqualTo(3);
            assertThat(done.photos()).isEqualTo(2);
            assertThat(done.proposedBy()).isNotEqualTo(done.decidedBy().orElseThrow());
        });
        assertThat(column("select name from erased"))
                .contains(words.name().hex(), photo.envelope().name().hex());
        assertThat(column("select json_hash from erased where json_hash is not null"))
                .hasSize(3);
    }

    @Test
    void theSameBytesAreReceiptedAndNotKeptWhenTheyComeAgain() throws Exception {
        StoredEnvelope before = clinic.store.envelopes().held(words.name()).orElseThrow();
        erase();
        clinic.deliver(phone, words);
        assertThat(clinic.store.envelopes().held(words.name())).contains(before);
        assertThat(files()).noneMatch(name -> name.contains(words.name().hex()));
        assertThat(clinic.desk.queue(attorney)).hasSize(1);

        Sha256 neverSent = late.envelope().name();
        assertThat(clinic.store.envelopes().held(neverSent))
                .as("asked for, it is held")
                .isPresent();
        clinic.deliver(phone, late.envelope());
        assertThat(files()).noneMatch(name -> name.contains(neverSent.hex()));
    }

    @Test
    void whatThePhoneStillHadOfTheCaseGoesTheSameWay() throws Exception {
        erase();
        SealedCase.SealedPhoto third = sample.photo(jpeg(5000));
        Envelope more = sample.sitting(sample.page(third));
        clinic.deliver(phone, third.envelope());
        clinic.deliver(phone, more);
        assertThat(clinic.desk.queue(attorney)).extracting(row -> row.id()).containsExactly(other.id);
        assertThat(files())
                .noneMatch(name -> name.contains(more.name().hex()))
                .noneMatch(name -> name.contains(third.envelope().name().hex()));
        assertThat(clinic.desk.quarantine(attorney)).isEmpty();
    }

    @Test
    void thePhoneIsToldAndWhatWaitedForItAboutTheCaseIsGone() throws Exception {
        erase();
        List<String> kinds = kinds();
        assertThat(kinds).containsOnlyOnce("erase").doesNotContain("question");
        assertThat(kinds).filteredOn("opened"::equals).as("of the other case").hasSize(1);
    }

    @Test
    void aStopBetweenRowsAndFilesIsFinishedAtTheNextStart() throws Exception {
        guards().propose(steward, sample.id, "CONSENT_WITHDRAWN");
        clinic.store
                .erased()
                .erase(
                        sample.id.text(),
                        List.of(new Erased.Photo(
                                photo.envelope().name(), photo.envelope().bytes().length, phone.device())),
                        List.of(),
                        attorney.staff(),
                        clinic.audit.next(attorney.staff(), Audit.Action.ERASING_APPROVED, sample.id.text()));
        assertThat(files()).anyMatch(name -> name.contains(words.name().hex()));
        try (ClinicStore again = ClinicStore.open(folder, new Disk(), clinic.clock, clinic.random)) {
            assertThat(again.envelopes().held(words.name())).isPresent();
            assertThat(again.erased().finish()).isEqualTo(1);
            assertThat(again.erased().finish()).isZero();
        }
        assertThat(files())
                .noneMatch(name -> name.contains(words.name().hex()))
                .noneMatch(name -> name.contains(photo.envelope().name().hex()));
        assertThat(guards().list(attorney).get(0).state()).isEqualTo(Erasing.State.ERASED);
    }

    @Test
    void whatWasMadeReadyBeforeTheErasingIsNotStoredAfterIt() throws Exception {
        var database = clinic.store.database();
        SealedCases cases = new SealedCases(new CaseRows(database), new StaffEntryRows(database));
        AesKey key = attorney.ring().staffKey();
        Changed stale =
                CaseFacts.changed(WholeCatalogue.read(), key, sample.id, cases.entries(attorney.ring(), sample.id));
        erase();
        Audit.Action action = Audit.Action.CASE_WRITTEN;
        Batch batch = new Batch(List.of(), List.of(stale), List.of(), List.of(), List.of(), List.of(), 0);
        assertThatThrownBy(() -> new CaseRows(database).write(batch))
                .isInstanceOf(TryAgain.class)
                .hasMessage("store-busy");
        assertThatThrownBy(() -> new StaffEntryRows(database)
                        .write(List.of(), List.of(stale), 0, List.of(clinic.audit.next("", action, ""))))
                .hasMessage("no-such-case");
        byte[] sealed = {1};
        JoinRows.Row join =
                new JoinRows.Row(sample.id.text(), "a", other.id.text(), "b", "PROPOSED", "", 0, null, null, sealed);
        assertThatThrownBy(() ->
                        new JoinRows(database).write(join, List.of(), List.of(), 0, clinic.audit.next("", action, "")))
                .hasMessage("no-such-case");
        String id = sample.id.text();
        new LookalikeRows(database)
                .write(
                        Map.of(id, "1"),
                        List.of(new MatchCard(id, sealed)),
                        List.of(new Pair(other.id.text(), "b", id, "a", false, sealed)));
        assertThat(tablesWith(id)).containsExactlyInAnyOrder("audit", "case_changes", "erased", "erasures");
        assertThat(clinic.audit.verify()).isZero();
    }

    @Test
    void aCaseThatIsThereAgainCanBeErasedAgain() throws Exception {
        var database = clinic.store.database();
        String id = sample.id.text();
        database.transaction(handle -> handle.execute("create table before as select * from cases where id = ?", id));
        erase();
        assertThatThrownBy(() -> guards().propose(steward, sample.id, "CONSENT_WITHDRAWN"))
                .hasMessage("no-such-case");
        database.transaction(handle ->
                handle.execute("insert into cases select * from before") + handle.execute("drop table before"));
        guards().propose(steward, sample.id, "TIME_IS_OVER");
        assertThat(guards().list(attorney)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(Erasing.State.WAITS);
            assertThat(one.reason()).isEqualTo("TIME_IS_OVER");
        });
        guards().approve(attorney, sample.id);
        assertThat(clinic.desk.queue(attorney)).extracting(row -> row.id()).containsExactly(other.id);
        assertThat(guards().list(attorney).get(0).entries()).as("of both times").isEqualTo(3);
    }

    @Test
    void whatWasRefusedOrErasedMeanwhileIsNotErasedAndNobodyIsTold() throws Exception {
        guards().propose(steward, sample.id, "TIME_IS_OVER");
        guards().refuse(attorney, sample.id);
        assertThatThrownBy(this::eraseRows).hasMessage("no-such-proposal");
        assertThat(clinic.desk.queue(attorney)).hasSize(2);
        assertThat(kinds()).doesNotContain("erase");
        erase();
        List<Erasing.Proposal> receipt = guards().list(attorney);
        assertThatThrownBy(this::eraseRows).hasMessage("no-such-proposal");
        assertThatThrownBy(() -> guards().approve(attorney, sample.id)).hasMessage("no-such-proposal");
        assertThatThrownBy(() -> new ErasureRows(clinic.store.database())
                        .refuse(sample.id.text(), "", 0, clinic.audit.next("", Audit.Action.ERASING_REFUSED, "")))
                .hasMessage("no-such-proposal");
        assertThat(guards().list(attorney)).isEqualTo(receipt);
        assertThat(kinds()).containsOnlyOnce("erase");
    }

    /** What an approval does that read the proposal before somebody else decided. */
    private void eraseRows() throws Failure {
        clinic.store
                .erased()
                .erase(
                        sample.id.text(),
                        List.of(),
                        List.of(new Mailbox.Sealed(phone.device(), new byte[] {1})),
                        attorney.staff(),
                        clinic.audit.next(attorney.staff(), Audit.Action.ERASING_APPROVED, sample.id.text()));
    }

    private List<String> kinds() throws Failure {
        return clinic.mail(phone).stream().map(SignedDocument::kind).toList();
    }

    @Test
    void itTakesTwoPersonsOfTwoRolesWithinFourteenDays() throws Exception {
        try (StaffSession paralegal = Colleagues.of(attorney, Role.PARALEGAL, true)) {
            for (StaffSession wrong : List.of(paralegal, attorney)) {
                assertThatThrownBy(() -> guards().propose(wrong, sample.id, "TIME_IS_OVER"))
                        .hasMessage("not-your-role");
            }
            assertThatThrownBy(() -> guards().propose(steward, sample.id, "BORED"))
                    .hasMessage("reason-missing");
            assertThatThrownBy(() -> guards().approve(attorney, sample.id)).hasMessage("no-such-proposal");
            guards().propose(steward, sample.id, "TIME_IS_OVER");
            for (StaffSession wrong : List.of(paralegal, steward)) {
                assertThatThrownBy(() -> guards().approve(wrong, sample.id)).hasMessage("not-your-role");
            }
            assertThatThrownBy(() -> guards().list(paralegal)).hasMessage("not-your-role");
            StaffSession nowAttorney = new StaffSession(steward.staff(), "Sara", Role.ATTORNEY, attorney.ring());
            assertThatThrownBy(() -> guards().approve(nowAttorney, sample.id)).hasMessage("two-persons");
        }
        clinic.clock.move(Duration.ofDays(14));
        assertThat(guards().list(attorney).get(0).state()).isEqualTo(Erasing.State.LAPSED);
        assertThatThrownBy(() -> guards().approve(attorney, sample.id)).hasMessage("no-such-proposal");
        guards().propose(steward, sample.id, "TIME_IS_OVER");
        guards().refuse(attorney, sample.id);
        assertThat(guards().list(attorney).get(0).state()).isEqualTo(Erasing.State.REFUSED);
        assertThatThrownBy(() -> guards().approve(attorney, sample.id)).hasMessage("no-such-proposal");
        assertThat(clinic.desk.queue(attorney)).hasSize(2);
    }

    private Erasing guards() {
        return clinic.guards.erasing();
    }

    private void erase() throws Failure {
        guards().propose(steward, sample.id, "CONSENT_WITHDRAWN");
        guards().approve(attorney, sample.id);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("envelopes"))) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    /** Every table in which some text is or holds this one. */
    private List<String> tablesWith(String text) throws Exception {
        List<String> found = new ArrayList<>();
        for (String table : column("select name from sqlite_master where type = 'table'")) {
            for (String name : column("select name from pragma_table_info('" + table + "')")) {
                if (!column("select 1 from \"" + table + "\" where instr(\"" + name + "\", '" + text + "') > 0")
                        .isEmpty()) {
                    found.add(table);
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private List<String> column(String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("umbral.db"));
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static byte[] jpeg(int length) {
        byte[] jpeg = new byte[length];
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[2] = (byte) length;
        return jpeg;
    }
}
