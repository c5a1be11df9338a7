package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.scenario.Step;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** SC-06: an outreach worker offline and staff at the desk change the same case at the same time. */
class TwoWorkersTest extends OnTheLine {
    private static final FieldId PHONE = new FieldId("SPO-05");
    private static final FieldId BORN = new FieldId("PER-11");
    private static final Value BY_WORKER = Value.text("+1 202 555 0111");
    private static final Value BY_STAFF = Value.text("+1 202 555 0122");
    private static final Value YEAR = PartialDate.ofYear(1986).toValue();

    @Test
    @Step({"SC-06.1", "SC-06.assert.1", "SC-06.assert.3"})
    void bothTelephonesAreKeptThePageCountsOnceAndSendingAgainChangesNothing() throws Exception {
        Captured captured = line.capture();
        CaseId id = captured.id();
        line.phone.intake().leave(id);
        line.awaitState(id, Delivery.State.DELIVERED);
        CaseFile known = line.phone.intake().read(id);
        ItemId sponsor = first(known, "sponsor");
        ItemId person = first(known, "person");

        line.phone.courier().networkAllowed(false);
        line.phone.intake().write(id, sponsor, PHONE, BY_WORKER);
        line.phone.intake().addPhoto(id, captured.evidence(), line.phone.leave("page.jpg", LineFixture.capture(2)));
        line.phone.intake().leave(id);
        Path batch = copy(line.phone.home(), folder.resolve("the same batch"));
        staffWrite(known, sponsor, person);
        line.clock.move(Duration.ofHours(3));
        line.phone.courier().networkAllowed(true);
        line.awaitState(id, Delivery.State.DELIVERED);
        awaitEntries(id, 3);

        CaseFile file = line.phone.intake().read(id);
        assertThat(values(file, sponsor, PHONE)).containsExactlyInAnyOrder(BY_WORKER, BY_STAFF);
        assertThat(values(file, person, BORN)).containsExactly(YEAR);
        pagesAreNumberedOnce(file, captured);
        arrivedOnce(id);
        sendingAgainChangesNothing(id, batch);
    }

    @Test
    @Step({"SC-06.2", "SC-06.assert.2"})
    void whatStaffKeepSettlesItOnThePhoneTooAsANewEntryThatHasSeenBoth() throws Exception {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        CaseFile known = line.phone.intake().read(id);
        ItemId sponsor = first(known, "sponsor");
        line.phone.courier().networkAllowed(false);
        line.phone.intake().write(id, sponsor, PHONE, BY_WORKER);
        line.phone.intake().leave(id);
        staffWrite(known, sponsor, first(known, "person"));
        line.phone.courier().networkAllowed(true);
        line.awaitState(id, Delivery.State.DELIVERED);
        awaitEntries(id, 3);
        assertThat(values(line.phone.intake().read(id), sponsor, PHONE)).containsExactlyInAnyOrder(BY_WORKER, BY_STAFF);

        staffKeep(id, sponsor);
        awaitEntries(id, 4);

        Answer settled = line.phone.intake().read(id).answer(sponsor, PHONE).orElseThrow();
        assertThat(settled.settled()).contains(BY_WORKER);
        assertThat(settled.held())
                .singleElement()
                .satisfies(held -> assertThat(held.author().isClinic()).isTrue());
        assertThat(settled.every()).as("both are kept").hasSizeGreaterThanOrEqualTo(4);
    }

    private void awaitEntries(CaseId id, int entries) {
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.courier().wake();
            line.phone.intake().tidy();
            return line.phone.intake().read(id).entries().size() == entries;
        });
    }

    /** Staff change both at the desk; the phone had not seen it when it wrote. */
    private void staffWrite(CaseFile known, ItemId sponsor, ItemId person) throws Failure {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            desk.queue(staff);
            Desk.Changes changes = new Desk.Changes(
                    HowKnown.PHONE_CALL,
                    Optional.empty(),
                    List.of(
                            new Desk.Change(sponsor, PHONE, BY_STAFF, known.seen(sponsor, PHONE)),
                            new Desk.Change(person, BORN, YEAR, known.seen(person, BORN))));
            desk.write(staff, known.id(), changes);
        }
    }

    /** One click at the desk; both readings are superseded by name, on the phone too. */
    private void staffKeep(CaseId id, ItemId sponsor) throws Failure {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            desk.queue(staff);
            CaseFile file = desk.open(staff, id).caseFile();
            assertThat(values(file, sponsor, PHONE)).containsExactlyInAnyOrder(BY_WORKER, BY_STAFF);
            Desk.Change keep = new Desk.Change(sponsor, PHONE, BY_WORKER, file.seen(sponsor, PHONE));
            desk.write(staff, id, new Desk.Changes(HowKnown.PHONE_CALL, Optional.empty(), List.of(keep)));
        }
        line.phone.courier().wake();
    }

    private ItemId first(CaseFile file, String group) {
        return line.phone
                .intake()
                .catalogue()
                .items(file, group, ItemId.CASE)
                .get(0)
                .id();
    }

    private static List<Value> values(CaseFile file, ItemId item, FieldId field) {
        return file.answer(item, field).map(Answer::held).orElseThrow().stream()
                .map(Held::value)
                .toList();
    }

    private void pagesAreNumberedOnce(CaseFile file, Captured captured) {
        List<Integer> numbers = line.phone.intake().catalogue().items(file, "page", captured.evidence()).stream()
                .map(page -> values(file, page.id(), new FieldId("PAG-01"))
                        .get(0)
                        .asNumber()
                        .orElseThrow())
                .toList();
        assertThat(numbers).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    private void arrivedOnce(CaseId id) throws Failure {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            assertThat(desk.queue(staff)).singleElement().satisfies(row -> {
                assertThat(row.photos()).isEqualTo(4);
                assertThat(row.photosHere()).isEqualTo(4);
            });
            assertThat(desk.open(staff, id).caseFile().entries()).hasSize(3);
            assertThat(desk.quarantine(staff)).isEmpty();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }

    /** As a phone that does not know what became of it: the very same envelopes, with the same token. */
    private void sendingAgainChangesNothing(CaseId id, Path batch) throws Failure {
        CaseFile before = line.phone.intake().read(id);
        try (LinePhone again = new LinePhone(batch, line.clock)) {
            assertThat(again.core().outbox().waitingCount()).isEqualTo(2);
            again.start();
            await().atMost(LineFixture.PATIENCE)
                    .until(() -> again.core().outbox().waitingCount() == 0);
        }
        arrivedOnce(id);
        line.phone.intake().tidy();
        assertThat(line.phone.intake().read(id)).isEqualTo(before);
    }
}
