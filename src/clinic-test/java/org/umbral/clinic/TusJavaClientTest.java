package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.Wire;
import org.umbral.testing.BadLink;
import org.umbral.testing.LinkConditions;

/** tus-java-client, which knows nothing of us, against the real server: creation, resuming, expiration, termination. */
class TusJavaClientTest {
    private static final int CHUNK = 64 * 1024;
    /** Bytes upwards between two cuts; with a cut what the server had not read yet is gone. */
    private static final int SHORTEST = 300_000;

    private static final int LONGEST = 600_000;
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    private final byte[] sealed = new byte[2_000_001];
    private final TusURLMemoryStore urls = new TusURLMemoryStore();
    private ClinicUnderTest clinic;
    private PhoneUnderTest phone;
    private Sha256 name;

    @BeforeEach
    void start() throws Exception {
        new Random(SEED).nextBytes(sealed);
        name = Sha256.of(sealed);
        clinic = ClinicUnderTest.plain(folder);
        phone = clinic.join();
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void itDeliversThroughALinkThatIsCutAgainAndAgainAndSendsNothingTwiceThatCounted() throws Exception {
        LinkConditions cut =
                LinkConditions.perfect().cutBetween(SHORTEST, LONGEST).seed(SEED);
        try (BadLink link = new BadLink(clinic.server.port(), cut)) {
            TusClient client = client(link.port());
            List<Long> offsets = new ArrayList<>();
            TusExecutor executor = new TusExecutor() {
                @Override
                protected void makeAttempt() throws ProtocolException, IOException {
                    TusUploader uploader = client.resumeOrCreateUpload(upload());
                    offsets.add(uploader.getOffset());
                    send(uploader, Integer.MAX_VALUE);
                }
            };
            int[] delays = new int[100];
            Arrays.fill(delays, 5);
            executor.setDelays(delays);
            assertThat(executor.makeAttempts()).as("seed " + SEED).isTrue();
            assertThat(offsets).as("cut and resumed, seed " + SEED).hasSizeGreaterThan(2);
            assertThat(offsets)
                    .as("each goes on further, seed " + SEED)
                    .isSorted()
                    .doesNotHaveDuplicates();
            // A cut loses no more than it had carried: how much, is up to how soon the client asks again.
            assertThat(link.up()).isBetween((long) sealed.length, sealed.length + (long) offsets.size() * LONGEST);
        }
        assertIsHeld();
    }

    @Test
    void itGoesOnAtTheByteThatIsMissing() throws Exception {
        TusClient client = client(clinic.server.port());
        send(client.createUpload(upload()), 10);
        TusUploader resumed = client.resumeUpload(upload());
        assertThat(resumed.getOffset()).isEqualTo(10L * CHUNK);
        send(resumed, Integer.MAX_VALUE);
        assertIsHeld();
    }

    @Test
    void whatWasTerminatedBeginsAnew() throws Exception {
        TusClient client = client(clinic.server.port());
        TusUploader first = client.createUpload(upload());
        send(first, 10);
        HttpURLConnection delete = (HttpURLConnection) first.getUploadURL().openConnection();
        delete.setRequestMethod("DELETE");
        client.prepareConnection(delete);
        assertThat(delete.getResponseCode()).isEqualTo(204);
        TusUploader again = client.resumeOrCreateUpload(upload());
        assertThat(again.getOffset()).isZero();
        send(again, Integer.MAX_VALUE);
        assertIsHeld();
    }

    @Test
    void whatRanOutAtTheTimeThatWasSaidBeginsAnew() throws Exception {
        TusClient client = client(clinic.server.port());
        send(client.createUpload(upload()), 10);
        ZonedDateTime expires =
                ZonedDateTime.parse(phone.head(name).header("Upload-Expires"), DateTimeFormatter.RFC_1123_DATE_TIME);
        clinic.clock.move(Duration.between(clinic.clock.instant(), expires.toInstant()));
        clinic.receive.expire();
        assertThat(client.resumeUpload(upload()).getOffset()).isEqualTo(10L * CHUNK);
        clinic.clock.move(Duration.ofSeconds(1));
        clinic.receive.expire();
        TusUploader again = client.resumeOrCreateUpload(upload());
        assertThat(again.getOffset()).isZero();
        send(again, Integer.MAX_VALUE);
        assertIsHeld();
    }

    private TusClient client(int port) throws IOException {
        TusClient client = new TusClient();
        client.setUploadCreationURL(
                URI.create("http://127.0.0.1:" + port + Wire.EVIDENCE + name).toURL());
        client.enableResuming(urls);
        client.setHeaders(Map.of(Wire.AUTHORIZATION, "Bearer " + phone.token));
        return client;
    }

    private TusUpload upload() {
        TusUpload upload = new TusUpload();
        upload.setSize(sealed.length);
        upload.setInputStream(new ByteArrayInputStream(sealed));
        upload.setFingerprint(name.hex());
        return upload;
    }

    /** As many chunks as there are, at most so many. */
    private static void send(TusUploader uploader, int chunks) throws ProtocolException, IOException {
        uploader.setChunkSize(CHUNK);
        for (int sent = 0; sent < chunks && uploader.uploadChunk() > -1; sent++) {
            // The next one.
        }
        uploader.finish();
    }

    private void assertIsHeld() throws Exception {
        StoredEnvelope held = clinic.store.envelopes().held(name).orElseThrow();
        try (InputStream in = clinic.store.envelopes().open(held)) {
            assertThat(Sha256.of(in)).isEqualTo(name);
        }
    }
}
