package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.FaultyDisk.Fault;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.PhoneUnderTest.Answer;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.clinic.store.UploadId;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.wire.HaveAnswer;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Wire;

class EvidenceApiTest {
    private static final int SIZE = 1_400_003;

    @TempDir
    Path folder;

    ClinicUnderTest clinic;
    PhoneUnderTest phone;
    final byte[] sealed = EnvelopeApiTest.bytes(SIZE, 42);
    final Sha256 name = Sha256.of(sealed);

    @BeforeEach
    void start() throws Exception {
        clinic = ClinicUnderTest.overTls(folder);
        phone = clinic.join();
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    private byte[] part(long from, long to) {
        return Arrays.copyOfRange(sealed, (int) from, (int) to);
    }

    private StoredEnvelope assertHeldWhole() throws Exception {
        StoredEnvelope held = clinic.store.envelopes().find(name).orElseThrow();
        assertThat(held.inParts()).isTrue();
        assertThat(held.size()).isEqualTo(SIZE);
        try (InputStream in = clinic.store.envelopes().open(held)) {
            assertThat(in.readAllBytes()).isEqualTo(sealed);
        }
        return held;
    }

    @Test
    void aPhotoGoesInPiecesAndTheLastByteBringsTheReceipt() throws Exception {
        assertThat(phone.create(name, SIZE).status()).isEqualTo(201);
        Answer first = phone.patch(name, 0, part(0, 300_000));
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header(Wire.UPLOAD_OFFSET)).isEqualTo("300000");
        assertThat(first.headers().get(Wire.RECEIPT)).isNull();
        assertThat(phone.head(name).header(Wire.UPLOAD_OFFSET)).isEqualTo("300000");
        Answer last = phone.patch(name, 300_000, part(300_000, SIZE));
        assertThat(last.status()).isEqualTo(204);
        assertThat(phone.headerReceipt(last, name).size()).isEqualTo(SIZE);
        assertHeldWhole();
    }

    @Test
    void creationWithUploadIsOneRequestAndMayBeRepeated() throws Exception {
        Answer first = phone.send(whole());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(Wire.EVIDENCE + name);
        Answer again = phone.send(whole());
        assertThat(again.status()).isEqualTo(200);
        assertThat(phone.headerReceipt(again, name)).isEqualTo(phone.headerReceipt(first, name));
        assertHeldWhole();
    }

    @Test
    void creationTwiceKeepsWhatArrived() throws Exception {
        phone.create(name, SIZE);
        phone.patch(name, 0, part(0, 1000));
        Answer again = phone.create(name, SIZE);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header(Wire.UPLOAD_OFFSET)).isEqualTo("1000");
        assertThat(phone.create(name, SIZE + 1).status()).isEqualTo(409);
    }

    @Test
    void aSizeThatAThiefAnnouncedDoesNotRefuseThePhoto() throws Exception {
        phone.create(name, 10);
        Answer more = phone.patch(name, 0, sealed);
        assertThat(more.status()).isEqualTo(409);
        assertThat(phone.head(name).status()).isEqualTo(404);
        phone.create(name, SIZE + 10);
        assertThat(phone.send(whole()).status()).isEqualTo(409);
        assertThat(phone.head(name).status()).isEqualTo(404);
        assertThat(phone.headerReceipt(phone.send(whole()), name).size()).isEqualTo(SIZE);
        assertHeldWhole();
    }

    private Request.Builder whole() {
        return phone.tus(name)
                .header(Wire.UPLOAD_LENGTH, Integer.toString(SIZE))
                .post(RequestBody.create(sealed, MediaType.get(Wire.OFFSET_OCTETS)));
    }

    @Test
    void whoAsksWhileTheLastByteIsKeptHearsThatItIsWhole() throws Exception {
        byte[] small = part(0, 1000);
        Sha256 its = Sha256.of(small);
        phone.create(its, small.length);
        CountDownLatch kept = new CountDownLatch(1);
        clinic.disk.hold(kept);
        CompletableFuture<Answer> whole = CompletableFuture.supplyAsync(() -> sent(patch(its, small)));
        Awaitility.await().until(() -> EvidenceApiTest.isAnywhere("org.umbral.clinic.FaultyDisk"));
        CompletableFuture<Answer> asks =
                CompletableFuture.supplyAsync(() -> sent(phone.tus(its).head()));
        Awaitility.await().until(() -> EvidenceApiTest.isAnywhere("org.umbral.clinic.receive.OpenUploads"));
        kept.countDown();
        assertThat(phone.headerReceipt(asks.get(), its)).isEqualTo(phone.headerReceipt(whole.get(), its));
    }

    private Request.Builder patch(Sha256 photo, byte[] bytes) {
        return phone.tus(photo)
                .header(Wire.UPLOAD_OFFSET, "0")
                .patch(RequestBody.create(bytes, MediaType.get(Wire.OFFSET_OCTETS)));
    }

    private Answer sent(Request.Builder request) {
        try {
            return phone.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAnywhere(String type) {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(type));
    }

    @Test
    void aPieceForAnotherByteIsRefused() throws Exception {
        phone.create(name, SIZE);
        phone.patch(name, 0, part(0, 1000));
        for (long wrong : new long[] {0, 999, 1001}) {
            Answer answer = phone.patch(name, wrong, part(0, 10));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.reason()).isEqualTo("offset-differs");
        }
        assertThat(phone.head(name).header(Wire.UPLOAD_OFFSET)).isEqualTo("1000");
    }

    @Test
    void aBodyThatBreaksOffKeepsWhatArrived() throws Exception {
        phone.create(name, SIZE);
        Socket socket = phone.halfPatch(name, 0, SIZE, part(0, 600_123));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> clinic.store
                                .uploads()
                                .find(new UploadId(name, phone.device))
                                .orElseThrow()
                                .offset()
                        > 0);
        socket.close();
        // How much the server had read when the line broke is its own affair; what it wrote down is promised.
        int kept = Integer.parseInt(phone.head(name).header(Wire.UPLOAD_OFFSET));
        assertThat(kept).isBetween(1, 600_123);
        assertThat(clinic.store
                        .uploads()
                        .find(new UploadId(name, phone.device))
                        .orElseThrow()
                        .offset())
                .isEqualTo(kept);
        phone.patch(name, kept, part(kept, SIZE));
        assertHeldWhole();
    }

    @Test
    void aNewRequestTakesOverFromAHalfOpenOneAtOnce() throws Exception {
        phone.create(name, SIZE);
        try (Socket dead = phone.halfPatch(name, 0, SIZE, part(0, 800_000))) {
            // The first whole piece is on disk: the request is in its body.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> clinic.store
                                    .uploads()
                                    .find(new UploadId(name, phone.device))
                                    .orElseThrow()
                                    .offset()
                            >= Pieces.MOST_BYTES);
            long before = System.nanoTime();
            long offset = Long.parseLong(phone.head(name).header(Wire.UPLOAD_OFFSET));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(offset).isBetween((long) Pieces.MOST_BYTES, 800_000L);
            assertThat(phone.patch(name, offset, part(offset, SIZE)).status()).isEqualTo(204);
            sendLate(dead, part(800_000, SIZE));
            assertHeldWhole();
        }
    }

    private static void sendLate(Socket dead, byte[] bytes) {
        try {
            dead.getOutputStream().write(bytes);
        } catch (IOException e) {
            // The server may have closed it by now; either way nothing of this counts.
        }
    }

    @Test
    void aWholePhotoThatLostAPartIsAskedForAgainAndNotReceiptedBefore() throws Exception {
        phone.create(name, SIZE);
        phone.patch(name, 0, part(0, 300_000));
        phone.patch(name, 300_000, part(300_000, SIZE));
        long position = assertHeldWhole().position();
        try (Stream<Path> parts = Files.walk(folder.resolve("envelopes"))) {
            Files.delete(parts.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        HaveRequest ask = new HaveRequest(List.of(name.hex()), List.of());
        assertThat(phone.postJson(Wire.HAVE, ask)
                        .as(HaveAnswer.class)
                        .items()
                        .get(0)
                        .bytes())
                .isZero();
        assertThat(phone.head(name).status()).isEqualTo(404);
        phone.create(name, SIZE);
        phone.patch(name, 0, part(0, 300_000));
        Answer half = phone.head(name);
        assertThat(half.header(Wire.UPLOAD_OFFSET)).isEqualTo("300000");
        assertThat(half.headers().get(Wire.RECEIPT)).isNull();
        phone.patch(name, 300_000, part(300_000, SIZE));
        assertThat(assertHeldWhole().position()).isGreaterThan(position);
    }

    @Test
    void wrongBytesInPlaceOfAPhotoThatIsGoneAreNotReceipted() throws Exception {
        phone.create(name, SIZE);
        phone.patch(name, 0, sealed);
        try (Stream<Path> parts = Files.walk(folder.resolve("envelopes"))) {
            for (Path file : parts.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        byte[] flipped = sealed.clone();
        flipped[7] ^= 1;
        phone.create(name, SIZE);
        assertThat(phone.patch(name, 0, flipped).reason()).isEqualTo("hash-differs");
        assertThat(phone.head(name).status()).isEqualTo(404);
        phone.create(name, SIZE);
        phone.patch(name, 0, sealed);
        assertHeldWhole();
    }

    @Test
    void anotherPhotoUnderTheNameIsDroppedWholeAndCanBeginAnew() throws Exception {
        byte[] flipped = sealed.clone();
        flipped[SIZE / 2] ^= 1;
        phone.create(name, SIZE);
        Answer answer = phone.patch(name, 0, flipped);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("hash-differs");
        assertThat(phone.head(name).status()).isEqualTo(404);
        phone.create(name, SIZE);
        phone.patch(name, 0, sealed);
        assertHeldWhole();
    }

    @Test
    void withoutAForcedDiskNoByteCounts() throws Exception {
        phone.create(name, SIZE);
        phone.patch(name, 0, part(0, 1000));
        clinic.disk.fail(Fault.FORCE);
        Answer answer = phone.patch(name, 1000, part(1000, 2000));
        assertThat(answer.status()).isEqualTo(507);
        clinic.disk.fail(Fault.NONE);
        assertThat(phone.head(name).header(Wire.UPLOAD_OFFSET)).isEqualTo("1000");
        phone.patch(name, 1000, part(1000, SIZE));
        assertHeldWhole();
    }

    @Test
    void whatAClinicLeftWithItsLastByteOnTheDiskIsWholeWithTheNextQuestion() throws Exception {
        phone.create(name, SIZE);
        clinic.store.uploads().append(new UploadId(name, phone.device), 0, sealed, SIZE);
        assertThat(clinic.store.envelopes().find(name)).isEmpty();
        assertThat(phone.headerReceipt(phone.head(name), name).size()).isEqualTo(SIZE);
        assertHeldWhole();
    }

    @Test
    void aFinishedUploadAnswersEveryRetryWithItsReceipt() throws Exception {
        phone.create(name, SIZE);
        phone.patch(name, 0, sealed);
        assertThat(phone.headerReceipt(phone.head(name), name).size()).isEqualTo(SIZE);
        assertThat(phone.headerReceipt(phone.patch(name, SIZE, new byte[0]), name)
                        .size())
                .isEqualTo(SIZE);
        assertThat(phone.patch(name, 0, sealed).status()).isEqualTo(409);
        assertThat(phone.send(phone.tus(name).delete()).status()).isEqualTo(409);
        assertHeldWhole();
    }

    @Test
    void aHalfUploadCanBeDroppedAndRunsOutAfterThirtyDays() throws Exception {
        phone.create(name, SIZE);
        phone.patch(name, 0, part(0, 1000));
        assertThat(phone.send(phone.tus(name).delete()).status()).isEqualTo(204);
        assertThat(phone.head(name).status()).isEqualTo(404);
        phone.create(name, SIZE);
        phone.patch(name, 0, part(0, 1000));
        clinic.clock.move(Wire.HALF_UPLOAD_KEPT);
        assertThat(clinic.receive.expire()).isZero();
        clinic.clock.move(Duration.ofSeconds(1));
        assertThat(clinic.receive.expire()).isEqualTo(1);
        assertThat(phone.head(name).status()).isEqualTo(404);
    }

    @Test
    void theServerSaysWhatItSpeaks() throws Exception {
        Answer options = phone.send(phone.request(Wire.EVIDENCE + name).method("OPTIONS", null));
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(options.header("Tus-Extension")).contains("creation-with-upload", "termination");
        assertThat(phone.send(phone.request(Wire.EVIDENCE + name).head()).status())
                .isEqualTo(412);
        Request.Builder json = phone.tus(name)
                .header(Wire.UPLOAD_OFFSET, "0")
                .patch(RequestBody.create(new byte[1], MediaType.get(Wire.JSON)));
        assertThat(phone.send(json).status()).isEqualTo(415);
        assertThat(phone.create(name, Envelope.MAX_EVIDENCE_BYTES + 1L).status())
                .isEqualTo(413);
        assertThat(phone.create(name, 0).status()).isEqualTo(400);
        assertThat(phone.patch(name, 0, new byte[1]).status()).isEqualTo(404);
    }
}
