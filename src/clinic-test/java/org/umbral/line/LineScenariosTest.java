package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Delivery;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.LinkState;
import org.umbral.scenario.Step;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.secret.Passphrase;

/** What the scenarios of the domain notes ask of a phone that has a clinic behind it. */
class LineScenariosTest extends OnTheLine {
    /** Code and situation, where things belong, and what was decided about consent; nothing that names anybody. */
    private static final List<FieldId> KEPT_IN_A_STUB = Stream.of(
                    "SYS-03", "CAS-02", "CAS-03", "CAS-08", "CON-02", "CON-03", "SPO-08")
            .map(FieldId::new)
            .toList();

    @Test
    @Step({"SC-01.5b", "SC-01.assert.2"})
    void brokenInTheMiddleItResumesEachPhotoIsThereOnceAndOnlyAStubStays() throws Exception {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        String code = code(line.phone.intake().read(captured.id()));
        line.proxy.holdAfter(sealedBytes() * 60 / 100);
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE).until(line.proxy::holds);
        line.proxy.cut();
        line.proxy.letGo();

        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        eachPhotoIsThereOnce(captured);
        line.clock.move(Duration.ofHours(73));
        line.phone.intake().leave(captured.id());
        line.phone.intake().tidy();

        CaseFile stub = line.phone.intake().read(captured.id());
        assertThat(stub.items().values())
                .allSatisfy(item -> assertThat(item.answers().keySet())
                        .filteredOn(field -> item.has(field.text()))
                        .isSubsetOf(KEPT_IN_A_STUB));
        assertThat(line.phone.intake().cases())
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo(code));
        assertThat(line.phone.intake().photo(captured.id(), captured.pages().get(0)))
                .isEmpty();
    }

    private long sealedBytes() throws Failure {
        return line.phone.core().outbox().waiting().stream()
                .mapToLong(Waiting::size)
                .sum();
    }

    private static String code(CaseFile file) {
        return file.item(ItemId.CASE).flatMap(item -> item.text("CAS-02")).orElseThrow();
    }

    private void eachPhotoIsThereOnce(Captured captured) throws Exception {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            assertThat(desk.queue(staff)).hasSize(1);
            Desk.CasePage page = desk.open(staff, captured.id());
            assertThat(page.photos()).hasSize(captured.pages().size());
            assertThat(page.photos()).extracting(Desk.Photo::envelope).doesNotHaveDuplicates();
            for (int i = 0; i < page.photos().size(); i++) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                desk.photo(staff, captured.id(), page.photos().get(i).envelope(), out);
                assertThat(own(captured)).contains(Sha256.of(out.toByteArray()));
            }
        }
    }

    private List<Sha256> own(Captured captured) throws Exception {
        List<Sha256> own = new java.util.ArrayList<>();
        for (ItemId page : captured.pages()) {
            own.add(Sha256.of(LinePhone.bytes(
                    line.phone.intake().photo(captured.id(), page).orElseThrow())));
        }
        return own;
    }

    @Test
    @Step("SC-08.2")
    void whatTheClinicErasesIsGoneFromThePhoneAtTheNextContactTheStubToo() throws Exception {
        CaseId kept = line.words();
        CaseId withdrawn = line.words();
        line.awaitState(withdrawn, Delivery.State.DELIVERED);
        line.awaitState(kept, Delivery.State.DELIVERED);
        line.clock.move(Duration.ofHours(73));
        line.phone.intake().tidy();
        assertThat(line.phone.intake().cases()).hasSize(2);

        line.clinic.write(DocumentKind.ERASE, new Documents.Erase(1, withdrawn.text()));
        line.phone.courier().wake();

        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.intake().tidy();
            return line.phone.intake().cases().size() == 1;
        });
        assertThat(line.phone.intake().cases()).extracting(CaseRow::id).containsExactly(kept);
        assertThatThrownBy(() -> line.phone.intake().read(withdrawn)).hasMessage("no-such-case");
    }

    @Test
    @Step({"SC-09.1", "SC-09.assert.2"})
    void aPhoneThatWasTakenIsRefusedItsTokenKeepsItsMailAndOpensForNobody() throws Exception {
        line.phone.courier().networkAllowed(false);
        List<CaseId> notSent = List.of(line.words(), line.words(), line.words());
        revoke();
        line.phone.lock();
        line.phone.courier().networkAllowed(true);

        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.courier().progress().state() == LinkState.REVOKED);

        assertThat(line.phone.core().outbox().waitingCount()).isEqualTo(notSent.size());
        try (StaffSession staff = line.clinic.reader()) {
            assertThat(line.clinic.clinic().desk().queue(staff)).isEmpty();
        }
        try (Passphrase guess = Passphrase.of("the officer's guess".toCharArray())) {
            assertThatThrownBy(() -> line.phone.core().vaults().unlock(guess)).hasMessage("wrong-passphrase");
        }
    }

    private void revoke() throws Failure {
        line.clock.move(Duration.ofMinutes(1));
        try (StaffSession staff = line.clinic.reader()) {
            Phones phones = line.clinic.clinic().phones();
            phones.revoke(staff, phones.list(staff).get(0).device(), Phones.Why.LOST);
        }
        line.clock.move(Duration.ofMinutes(1));
    }
}
