package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.PhoneUnderTest.Answer;
import org.umbral.clinic.TlsKey;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.store.UploadId;
import org.umbral.phone.Delivery;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.wire.HaveAnswer;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Invitation;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Wire;
import org.umbral.testing.SilentCommand;

/**
 * Somebody copied the upload token, which stands outside the vault, with all that stands beside it: names, sizes and the
 * sealed bytes of what waits. Here is what the clinic answers to it, call by call, over TLS.
 */
class ThiefsTokenTest extends OnTheLine {
    private static final long HELD_AFTER = 300_000;

    private PhoneUnderTest thief;
    private ClinicLink stolen;

    @BeforeEach
    void steal() throws Exception {
        stolen = line.phone.core().outbox().link().orElseThrow();
        thief = another();
        thief.token = stolen.token();
        thief.device = stolen.device();
    }

    private PhoneUnderTest another() throws Exception {
        return new PhoneUnderTest(
                "https://127.0.0.1:" + line.clinic.port(),
                Optional.of(TlsKey.open(line.clinic.folder(), new Disk(), SilentCommand::run)
                        .spki()),
                stolen.clinicReceiptKey());
    }

    /** Another worker's phone, with a token of its own. */
    private PhoneUnderTest joining() throws Exception {
        PhoneUnderTest other = another();
        other.join(Invitation.parse(line.clinic.invitation()).code());
        return other;
    }

    @Test
    void itReadsNothingThatAnybodySent() throws Exception {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        line.openAtTheClinic(id);
        for (Sha256 held : line.clinic.held()) {
            for (String path : List.of(Wire.ENVELOPES + held, Wire.EVIDENCE + held)) {
                assertThat(thief.get(path).status()).as("GET " + path).isEqualTo(404);
            }
            Answer head = thief.head(held);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            Answer have = thief.postJson(Wire.HAVE, new HaveRequest(List.of(held.hex()), List.of()));
            assertThat(have.as(HaveAnswer.class).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.receipt()).isNotNull());
        }
        for (String path :
                List.of("/", "/v1", "/v1/envelopes", "/v1/envelopes/", "/v1/evidence/", "/v1/devices", "/v1/have")) {
            assertThat(thief.get(path).status()).as("GET " + path).isEqualTo(404);
        }
        MailPage mail = thief.get(Wire.MAIL).as(MailPage.class);
        assertThat(mail.letters()).isNotEmpty();
        try (OpeningKey thiefs = OpeningKey.generate(new SecureRandom())) {
            for (MailPage.Letter letter : mail.letters()) {
                assertThat(new String(letter.sealed(), 0, 21, StandardCharsets.US_ASCII))
                        .isEqualTo("age-encryption.org/v1");
                assertThatThrownBy(() -> Age.open(letter.sealed(), thiefs)).isInstanceOf(GiveUp.class);
            }
        }
        assertThat(joining().get(Wire.MAIL).as(MailPage.class).letters())
                .as("nobody's mail but its own")
                .isEmpty();
    }

    @Test
    void itReplacesNothingThatIsThere() throws Exception {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        Sha256 held = line.clinic.held().iterator().next();
        byte[] before = bytesOf(held);
        byte[] wrong = before.clone();
        wrong[wrong.length - 1] ^= 1;

        assertThat(thief.put(held, wrong).reason()).isEqualTo("hash-differs");
        assertThat(thief.put(held, before).status()).isEqualTo(200);
        assertThat(thief.create(held, wrong.length).status()).isEqualTo(200);
        assertThat(thief.patch(held, 0, wrong).status()).isEqualTo(409);
        assertThat(thief.send(thief.tus(held).delete()).reason()).isEqualTo("already-delivered");
        assertThat(thief.send(thief.request(Wire.ENVELOPES + held).delete()).status())
                .isEqualTo(404);
        assertThat(bytesOf(held)).isEqualTo(before);
        try (StaffSession staff = line.clinic.reader()) {
            assertThat(line.clinic.clinic().desk().queue(staff)).hasSize(1);
        }
    }

    @Test
    void itNeitherSeesNorMovesNorEndsWhatAnotherPhoneIsSending() throws Exception {
        PhoneUnderTest worker = joining();
        byte[] photo = new byte[90_000];
        new Random(20261122).nextBytes(photo);
        Sha256 name = Sha256.of(photo);
        worker.create(name, photo.length);
        worker.patch(name, 0, Arrays.copyOf(photo, 40_000));

        assertThat(thief.head(name).status()).isEqualTo(404);
        assertThat(thief.patch(name, 40_000, new byte[50_000]).status()).isEqualTo(404);
        assertThat(thief.send(thief.tus(name).delete()).status()).isEqualTo(404);
        assertThat(thief.create(name, 7).status()).isEqualTo(201);
        assertThat(thief.patch(name, 0, new byte[7]).reason()).isEqualTo("hash-differs");
        assertThat(thief.create(name, photo.length).status()).isEqualTo(201);
        assertThat(thief.patch(name, 0, new byte[40_001]).status()).isEqualTo(204);
        assertThat(thief.postJson(Wire.HAVE, new HaveRequest(List.of(name.hex()), List.of()))
                        .as(HaveAnswer.class)
                        .items()
                        .get(0)
                        .bytes())
                .as("its own")
                .isEqualTo(40_001);

        assertThat(worker.head(name).header(Wire.UPLOAD_OFFSET)).isEqualTo("40000");
        Answer last = worker.patch(name, 40_000, Arrays.copyOfRange(photo, 40_000, photo.length));
        assertThat(worker.headerReceipt(last, name).size()).isEqualTo(photo.length);
        assertThat(bytesOf(name)).isEqualTo(photo);
        try (ClinicStore store = line.clinic.store()) {
            assertThat(store.uploads().find(new UploadId(name, thief.device))).isEmpty();
        }
    }

    @Test
    void whatItPutsIntoThePhonesOwnHalfUploadLosesNoPhoto() throws Exception {
        line.phone.courier().networkAllowed(false);
        LineFixture.Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        Waiting photo = line.phone.core().outbox().waiting().stream()
                .filter(item -> item.lane().isEvidence())
                .reduce((one, other) -> other)
                .orElseThrow();
        long before = line.phone.core().outbox().waiting().stream()
                .filter(item -> !item.name().equals(photo.name()))
                .mapToLong(Waiting::size)
                .sum();
        line.proxy.holdAfter(before + HELD_AFTER / 2);
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE).until(() -> line.proxy.holds());
        line.proxy.cut();

        int spoiled = 0;
        for (Waiting item : line.phone.core().outbox().waiting()) {
            Answer half = thief.head(item.name());
            if (item.lane().isEvidence()) {
                thief.create(item.name(), item.size());
                long offset = half.status() == 200 ? Long.parseLong(half.header(Wire.UPLOAD_OFFSET)) : 0;
                spoiled += thief.patch(item.name(), offset, new byte[1000]).status() == 204 ? 1 : 0;
            }
        }
        assertThat(spoiled).isPositive();
        line.proxy.letGo();
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        assertThat(line.phone.delivery(captured.id()).refused()).isZero();
        try (StaffSession staff = line.clinic.reader()) {
            assertThat(line.clinic.clinic().desk().queue(staff))
                    .singleElement()
                    .satisfies(row -> assertThat(row.photosHere()).isEqualTo(3));
        }
    }

    @Test
    void revokedItIsRefusedAtOnceAlsoInTheMidstOfAnUpload() throws Exception {
        byte[] photo = new byte[900_000];
        new Random(20261123).nextBytes(photo);
        Sha256 name = Sha256.of(photo);
        thief.create(name, photo.length);
        try (var underWay = thief.halfPatch(name, 0, photo.length, Arrays.copyOf(photo, 890_000))) {
            await().atMost(LineFixture.PATIENCE).until(() -> partsOf(name) > 0);
            try (StaffSession staff = line.clinic.reader()) {
                line.clinic.clinic().phones().revoke(staff, thief.device, Phones.Why.LOST);
            }
            underWay.getOutputStream().write(photo, 890_000, 10_000);
            underWay.getOutputStream().flush();
            String answer = new String(underWay.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 403");
        }
        assertThat(line.clinic.held()).doesNotContain(name);
        byte[] words = {1};
        for (Answer refused : List.of(
                thief.get(Wire.MAIL),
                thief.put(Sha256.of(words), words),
                thief.create(Sha256.of(words), 1),
                thief.head(name),
                thief.patch(name, 0, words),
                thief.send(thief.tus(name).delete()),
                thief.postJson(Wire.HAVE, new HaveRequest(List.of(name.hex()), List.of())))) {
            assertThat(refused.status()).isEqualTo(403);
        }
        assertThat(joining().put(Sha256.of(words), words).status()).isEqualTo(201);
    }

    private long partsOf(Sha256 name) throws Exception {
        try (var files = Files.walk(line.clinic.folder().resolve("envelopes"))) {
            return files.map(Path::getFileName)
                    .filter(file -> file.toString().startsWith(name.hex()))
                    .count();
        }
    }

    private byte[] bytesOf(Sha256 name) throws Failure {
        try (ClinicStore store = line.clinic.store()) {
            return store.envelopes().read(store.envelopes().held(name).orElseThrow());
        }
    }
}
