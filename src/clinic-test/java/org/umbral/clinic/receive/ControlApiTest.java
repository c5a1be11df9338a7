package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.ManyLetters;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.HaveAnswer;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Wire;

class ControlApiTest {
    private static final int SENT = 5;

    @TempDir
    Path folder;

    ClinicUnderTest clinic;
    PhoneUnderTest phone;

    @BeforeEach
    void start() throws Exception {
        clinic = ClinicUnderTest.overTls(folder);
        phone = clinic.join();
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void forEachHashTheClinicSaysWhatItHolds() throws Exception {
        byte[] whole = EnvelopeApiTest.bytes(500, 1);
        byte[] half = EnvelopeApiTest.bytes(90_000, 2);
        phone.put(Sha256.of(whole), whole);
        phone.create(Sha256.of(half), half.length);
        phone.patch(Sha256.of(half), 0, EnvelopeApiTest.bytes(1234, 2));
        List<String> hashes = List.of(
                Sha256.ofText("unknown").hex(),
                Sha256.of(half).hex(),
                Sha256.of(whole).hex());
        HaveAnswer answer =
                phone.postJson(Wire.HAVE, new HaveRequest(hashes, List.of())).as(HaveAnswer.class);
        assertThat(answer.epoch()).isEqualTo(clinic.store.state().epoch());
        assertThat(answer.items()).extracting(HaveAnswer.Held::sha256).isEqualTo(hashes);
        assertThat(answer.items()).extracting(HaveAnswer.Held::bytes).containsExactly(0L, 1234L, 500L);
        assertThat(answer.items().get(0).receipt()).isNull();
        assertThat(answer.items().get(1).receipt()).isNull();
        SignedDocument receipt = Objects.requireNonNull(answer.items().get(2).receipt());
        assertThat(Receipt.verified(receipt, clinic.receiptKey.verifyingKey(), Sha256.of(whole))
                        .size())
                .isEqualTo(500);
    }

    @Test
    void aThousandHashesAreAnsweredAndOneMoreIsNot() throws Exception {
        List<String> hashes = new ArrayList<>(
                Collections.nCopies(Wire.MAX_HAVE, Sha256.ofText("unknown").hex()));
        assertThat(phone.postJson(Wire.HAVE, new HaveRequest(hashes, List.of())).status())
                .isEqualTo(200);
        hashes.add(hashes.get(0));
        assertThat(phone.postJson(Wire.HAVE, new HaveRequest(hashes, List.of())).status())
                .isEqualTo(413);
        assertThat(phone.postJson(Wire.HAVE, new HaveRequest(List.of("x"), List.of()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aReceiptThatNobodyCanServeIsAGapUntilItsBytesTurnUp() throws Exception {
        byte[] lost = EnvelopeApiTest.bytes(500, 3);
        HaveRequest.Gone gone = new HaveRequest.Gone(Sha256.of(lost).hex(), 500, "2026-11-20T10:00:00Z");
        phone.postJson(Wire.HAVE, new HaveRequest(List.of(), List.of(gone)));
        phone.postJson(Wire.HAVE, new HaveRequest(List.of(), List.of(gone)));
        assertThat(clinic.store.gaps().list()).singleElement().satisfies(gap -> {
            assertThat(gap.sha256()).isEqualTo(Sha256.of(lost));
            assertThat(gap.device()).isEqualTo(phone.device);
            assertThat(gap.receivedAt()).isEqualTo("2026-11-20T10:00:00Z");
        });
        phone.put(Sha256.of(lost), lost);
        assertThat(clinic.store.gaps().list()).isEmpty();
    }

    @Test
    void aReceiptOfASizeThatNoEnvelopeHasIsNone() throws Exception {
        for (long size : List.of(0L, -1L, Envelope.MAX_EVIDENCE_BYTES + 1L)) {
            HaveRequest.Gone gone = new HaveRequest.Gone(Sha256.ofText("x").hex(), size, "2026-11-20T10:00:00Z");
            assertThat(phone.postJson(Wire.HAVE, new HaveRequest(List.of(), List.of(gone)))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(clinic.store.gaps().list()).isEmpty();
    }

    @Test
    void mailComesInOrderAndOnlyToTheDeviceItIsFor() throws Exception {
        PhoneUnderTest other = clinic.join();
        for (int i = 0; i < SENT; i++) {
            clinic.letters.send(
                    clinic.session.ring(), phone.device, DocumentKind.OPENED, opened("2026-11-21T14:00:" + i));
            clinic.letters.send(clinic.session.ring(), other.device, DocumentKind.OPENED, opened("other"));
        }
        Device to = clinic.store.devices().find(phone.device).orElseThrow();
        ManyLetters.put(
                clinic.store.database(),
                IntStream.range(SENT, Wire.MAX_MAIL + 5)
                        .mapToObj(i -> Letters.sealed(
                                clinic.session.ring(), to, DocumentKind.OPENED, opened("2026-11-21T14:00:" + i)))
                        .toList());
        MailPage first = phone.get(Wire.MAIL).as(MailPage.class);
        assertThat(first.letters()).hasSize(Wire.MAX_MAIL);
        assertThat(first.more()).isTrue();
        MailPage second = phone.get(Wire.MAIL + "?after=" + first.cursor()).as(MailPage.class);
        assertThat(second.letters()).hasSize(5);
        assertThat(second.more()).isFalse();
        List<MailPage.Letter> all = new ArrayList<>(first.letters());
        all.addAll(second.letters());
        assertThat(all).extracting(MailPage.Letter::position).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < all.size(); i++) {
            assertThat(read(all.get(i)).at()).isEqualTo("2026-11-21T14:00:" + i);
        }
        MailPage end = phone.get(Wire.MAIL + "?after=" + second.cursor()).as(MailPage.class);
        assertThat(end.letters()).isEmpty();
        assertThat(end.cursor()).isEqualTo(second.cursor());
    }

    @Test
    void aCursorWhoseLetterIsNotTheOneThatStandsThereReadsFromTheStart() throws Exception {
        clinic.letters.send(clinic.session.ring(), phone.device, DocumentKind.OPENED, opened("first"));
        String read = phone.get(Wire.MAIL).as(MailPage.class).cursor();
        assertThat(after(read).letters()).isEmpty();
        // As after a snapshot of the machine came back: the counter stands where it stood, and another letter got the
        // place.
        clinic.store
                .database()
                .transaction(handle -> handle.execute("delete from letters where device = ?", phone.device)
                        + handle.execute("update clinic_state set value = '0' where name = 'mail-position'"));
        assertThat(after(read).letters()).isEmpty();
        clinic.letters.send(clinic.session.ring(), phone.device, DocumentKind.OPENED, opened("second"));

        MailPage page = after(read);

        assertThat(page.letters()).hasSize(1);
        assertThat(read(page.letters().get(0)).at()).isEqualTo("second");
        assertThat(after(page.cursor()).letters()).isEmpty();
    }

    @Test
    void aLetterThatWasTakenBackLeavesNothingButItsPlace() throws Exception {
        clinic.letters.send(clinic.session.ring(), phone.device, DocumentKind.OPENED, opened("kept"));
        clinic.letters.send(clinic.session.ring(), phone.device, DocumentKind.OPENED, opened("gone"), "a-case");
        String read = phone.get(Wire.MAIL).as(MailPage.class).cursor();

        clinic.store.mailbox().dropOf("a-case");

        assertThat(after(read).letters()).isEmpty();
        assertThat(phone.get(Wire.MAIL).as(MailPage.class).letters()).hasSize(1);
        List<Integer> sizes = clinic.store
                .database()
                .read(handle -> handle.createQuery(
                                "select length(sealed) from letters where print is not null or case_id is not null")
                        .mapTo(Integer.class)
                        .list());
        assertThat(sizes).containsExactly(0);
    }

    @Test
    void aPhoneWhoseNewestReceiptIsForWhatWasNeverHereIsToldThatTheClinicStandsAtNothing() throws Exception {
        byte[] here = EnvelopeApiTest.bytes(500, 4);
        phone.put(Sha256.of(here), here);
        phone.put(Sha256.ofText("x"), "x".getBytes(StandardCharsets.UTF_8));

        assertThat(stands("1 " + Sha256.of(here).hex())).isEqualTo("2");
        assertThat(stands("2 " + Sha256.of(here).hex())).isEqualTo("0");
        assertThat(stands("1 " + Sha256.ofText("lost").hex())).isEqualTo("0");
        assertThat(stands("nonsense")).isEqualTo("2");
        clinic.store
                .database()
                .transaction(handle -> handle.execute(
                        "insert into erased (name, case_id, erased_at) values (?, 'a-case', 0)",
                        Sha256.ofText("erased").hex()));
        assertThat(stands("1 " + Sha256.ofText("erased").hex())).isEqualTo("2");
    }

    private String stands(String newest) throws Exception {
        return phone.send(phone.request(Wire.MAIL).header(Wire.NEWEST, newest).get())
                .header(Wire.POSITION);
    }

    private MailPage after(String cursor) throws Exception {
        return phone.get(Wire.MAIL + "?after=" + cursor).as(MailPage.class);
    }

    @Test
    void aCursorOfAnotherEpochReadsFromTheStart() throws Exception {
        clinic.letters.send(clinic.session.ring(), phone.device, DocumentKind.OPENED, opened("once"));
        for (String cursor : List.of(
                "",
                "otherEpoch.7",
                "nonsense",
                clinic.store.state().epoch() + ".x",
                clinic.store.state().epoch() + ".1.0")) {
            assertThat(phone.get(Wire.MAIL + "?after=" + cursor)
                            .as(MailPage.class)
                            .letters())
                    .hasSize(1);
        }
    }

    @Test
    void mailToNobodyIsNotSent() throws Exception {
        assertThat(clinic.letters.send(clinic.session.ring(), "nobody", DocumentKind.OPENED, opened("x")))
                .isFalse();
    }

    private static Documents.Opened opened(String at) {
        return new Documents.Opened(1, "case", at, List.of());
    }

    private Documents.Opened read(MailPage.Letter letter) throws Exception {
        SignedDocument document = Json.read(Age.open(letter.sealed(), phone.openingKey), SignedDocument.class);
        return document.verified(
                DocumentKind.OPENED,
                Documents.Opened.class,
                clinic.session.ring().signingKey().verifyingKey());
    }
}
