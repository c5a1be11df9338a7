package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.FaultyDisk.Fault;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.PhoneUnderTest.Answer;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.wire.HaveAnswer;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Wire;

class EnvelopeApiTest {
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

    static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void anEnvelopeIsReceiptedOnceItIsHeld() throws Exception {
        byte[] sealed = bytes(2000, 1);
        Sha256 name = Sha256.of(sealed);
        Answer answer = phone.put(name, sealed);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.protocol()).isEqualTo(Protocol.HTTP_2);
        Receipt receipt = phone.receipt(answer, name);
        assertThat(receipt.size()).isEqualTo(2000);
        assertThat(receipt.epoch()).isEqualTo(clinic.store.state().epoch());
        StoredEnvelope held = clinic.store.envelopes().since(0, 10).get(0);
        assertThat(held.device()).isEqualTo(phone.device);
        assertThat(held.position()).isEqualTo(receipt.position());
        assertThat(clinic.store.envelopes().read(held)).isEqualTo(sealed);
    }

    @Test
    void theSameAgainGetsTheSameReceipt() throws Exception {
        byte[] sealed = bytes(2000, 2);
        Sha256 name = Sha256.of(sealed);
        Receipt first = phone.receipt(phone.put(name, sealed), name);
        Answer again = phone.put(name, sealed);
        assertThat(again.status()).isEqualTo(200);
        assertThat(phone.receipt(again, name)).isEqualTo(first);
    }

    @Test
    void aFlippedByteIsRefusedAndNothingIsKept() throws Exception {
        byte[] sealed = bytes(2000, 3);
        Sha256 name = Sha256.of(sealed);
        sealed[1000] ^= 1;
        Answer answer = phone.put(name, sealed);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("hash-differs");
        assertThat(clinic.store.envelopes().since(0, 10)).isEmpty();
    }

    @Test
    void anAcknowledgedEnvelopeCannotBeReplaced() throws Exception {
        byte[] sealed = bytes(2000, 4);
        Sha256 name = Sha256.of(sealed);
        phone.put(name, sealed);
        assertThat(phone.put(name, bytes(2000, 5)).status()).isEqualTo(400);
        StoredEnvelope held = clinic.store.envelopes().find(name).orElseThrow();
        assertThat(clinic.store.envelopes().read(held)).isEqualTo(sealed);
    }

    @Test
    void bytesThatAreGoneAreNotReceiptedButTakenAgain() throws Exception {
        byte[] sealed = bytes(2000, 30);
        Sha256 name = Sha256.of(sealed);
        Receipt first = phone.receipt(phone.put(name, sealed), name);
        Path file =
                folder.resolve("envelopes").resolve(name.hex().substring(0, 2)).resolve(name.hex());
        for (byte[] left : new byte[][] {null, new byte[0], bytes(1999, 30)}) {
            Files.delete(file);
            if (left != null) {
                Files.write(file, left);
            }
            assertThat(held(name).bytes()).isZero();
            assertThat(held(name).receipt()).isNull();
            Answer again = phone.put(name, sealed);
            assertThat(again.status()).isEqualTo(201);
            assertThat(phone.receipt(again, name).position()).isGreaterThan(first.position());
            assertThat(held(name).bytes()).isEqualTo(2000);
            assertThat(phone.put(name, sealed).status()).isEqualTo(200);
            StoredEnvelope held = clinic.store.envelopes().since(0, 10).get(0);
            assertThat(held.position())
                    .isEqualTo(phone.receipt(phone.put(name, sealed), name).position());
            assertThat(clinic.store.envelopes().read(held)).isEqualTo(sealed);
        }
        assertThat(clinic.store.envelopes().since(0, 10)).hasSize(1);
    }

    private HaveAnswer.Held held(Sha256 name) throws Exception {
        return phone.postJson(Wire.HAVE, new HaveRequest(List.of(name.hex()), List.of()))
                .as(HaveAnswer.class)
                .items()
                .get(0);
    }

    @Test
    void theLargestIsTakenAndOneByteMoreIsNot() throws Exception {
        byte[] most = bytes(Envelope.MAX_BYTES, 6);
        assertThat(phone.put(Sha256.of(most), most).status()).isEqualTo(201);
        byte[] more = bytes(Envelope.MAX_BYTES + 1, 7);
        Answer answer = phone.put(Sha256.of(more), more);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.reason()).isEqualTo("too-large");
    }

    @Test
    void onlyAPhoneThatJoinedAndWasNotRevokedIsHeard() throws Exception {
        byte[] sealed = bytes(100, 8);
        Sha256 name = Sha256.of(sealed);
        String token = phone.token;
        for (String wrong : List.of("", "x", phone.device, phone.device + ".", token + "A", "." + token)) {
            phone.token = wrong;
            Answer answer = phone.put(name, sealed);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.reason()).isEqualTo("unknown-token");
        }
        phone.token = token;
        clinic.phones.revoke(clinic.session, phone.device, Phones.Why.LOST);
        Answer revoked = phone.put(name, sealed);
        assertThat(revoked.status()).isEqualTo(403);
        assertThat(revoked.reason()).isEqualTo("revoked");
        assertThat(clinic.store.envelopes().since(0, 10)).isEmpty();
    }

    @Test
    void whatARevokedPhoneHoldsIsTakenOnceItJoinedAgain() throws Exception {
        byte[] sealed = bytes(100, 9);
        Sha256 name = Sha256.of(sealed);
        clinic.phones.revoke(clinic.session, phone.device, Phones.Why.LOST);
        String before = phone.device;
        phone.join(clinic.phones.invite(clinic.session, "Berta Ficticia").code());
        assertThat(phone.device).isNotEqualTo(before);
        assertThat(phone.put(name, sealed).status()).isEqualTo(201);
    }

    @Test
    void parallelRetriesGiveOneEnvelopeAndAReceiptEach() throws Exception {
        ExecutorService five = Executors.newFixedThreadPool(5);
        try {
            for (int round = 0; round < 60; round++) {
                byte[] sealed = bytes(500, 100 + round);
                Sha256 name = Sha256.of(sealed);
                List<Future<Answer>> answers = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    answers.add(five.submit(() -> phone.put(name, sealed)));
                }
                for (Future<Answer> answer : answers) {
                    assertThat(answer.get().status()).isIn(200, 201);
                    assertThat(phone.receipt(answer.get(), name).position()).isEqualTo(round + 1);
                }
            }
        } finally {
            five.shutdownNow();
        }
        assertThat(clinic.store.envelopes().since(0, 1000)).hasSize(60);
    }

    @Test
    void withoutAForcedDiskThereIsNoReceipt() throws Exception {
        for (Fault fault : List.of(Fault.WRITE, Fault.FORCE, Fault.MOVE)) {
            byte[] sealed = bytes(300, fault.ordinal());
            Sha256 name = Sha256.of(sealed);
            clinic.disk.fail(fault);
            Answer answer = phone.put(name, sealed);
            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.reason()).isEqualTo("disk-full");
            assertThat(clinic.store.envelopes().find(name)).isEmpty();
            clinic.disk.fail(Fault.NONE);
            assertThat(phone.put(name, sealed).status()).isEqualTo(201);
        }
    }

    @Test
    void anEmergencyIsMarkedAndCallsOnlyWhileNobodyIsLoggedIn() throws Exception {
        byte[] seen = bytes(300, 20);
        phone.putEmergency(Sha256.of(seen), seen);
        assertThat(clinic.store.envelopes().since(0, 1).get(0).emergency()).isTrue();
        assertThat(clinic.alerts).hasValue(0);
        clinic.loggedIn = false;
        byte[] unseen = bytes(300, 21);
        phone.putEmergency(Sha256.of(unseen), unseen);
        assertThat(clinic.alerts).hasValue(1);
        assertThat(clinic.store.envelopes().arrivedAfter(1).emergencies()).isEqualTo(1);
    }

    @Test
    void everyAnswerNamesTheEpochAndEveryErrorIsAProblem() throws Exception {
        String epoch = clinic.store.state().epoch();
        byte[] sealed = bytes(10, 22);
        List<Answer> wrong = List.of(
                phone.get("/v1/nothing"),
                phone.get("/"),
                phone.get(Wire.ENVELOPES + Sha256.of(sealed)),
                phone.send(phone.request(Wire.ENVELOPES + "abc").put(okhttp3.RequestBody.create(sealed, null))),
                phone.send(phone.request(Wire.HAVE).post(okhttp3.RequestBody.create(sealed, null))));
        for (Answer answer : wrong) {
            assertThat(answer.status()).isBetween(400, 405);
            assertThat(answer.header(Wire.EPOCH)).isEqualTo(epoch);
            assertThat(answer.header("Content-Type")).isEqualTo(Wire.PROBLEM);
            assertThat(answer.reason()).isIn("not-found", "bad-request");
        }
        assertThat(phone.get(Wire.CLINIC).header(Wire.EPOCH)).isEqualTo(epoch);
    }
}
