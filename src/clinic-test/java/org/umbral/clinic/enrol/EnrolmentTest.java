package org.umbral.clinic.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.PhoneUnderTest.Answer;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.ClinicAnswer;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Invitation;
import org.umbral.shared.wire.Wire;

class EnrolmentTest {
    @TempDir
    Path folder;

    ClinicUnderTest clinic;

    @BeforeEach
    void start() throws Exception {
        clinic = ClinicUnderTest.overTls(folder);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void anybodyMayAskWhoAnswers() throws Exception {
        ClinicAnswer answer = new PhoneUnderTest(clinic).get(Wire.CLINIC).as(ClinicAnswer.class);
        Documents.Clinic document = answer.clinic()
                .verified(
                        DocumentKind.CLINIC,
                        Documents.Clinic.class,
                        clinic.session.ring().signingKey().verifyingKey());
        assertThat(document.name()).isEqualTo("Clínica Ficticia");
        assertThat(document.emergencyTelephone()).isEqualTo("+1 555 0100");
        assertThat(answer.epoch()).isEqualTo(clinic.store.state().epoch());
    }

    @Test
    void aPhoneThatJoinsGetsWhatItsInvitationVouchesFor() throws Exception {
        Invitation invitation = Invitation.parse(
                clinic.phones.invite(clinic.session, "Berta Ficticia").text());
        assertThat(invitation.tlsPrints())
                .containsExactly(
                        Invitation.print(clinic.tls.orElseThrow().spki().print()));
        EnrolAnswer answer = new PhoneUnderTest(clinic).join(invitation.code());
        VerifyingKey signing = new VerifyingKey(answer.signingKey());
        assertThat(Invitation.print(signing.print())).isEqualTo(invitation.signingPrint());
        Map<String, SignedDocument> documents =
                answer.documents().stream().collect(Collectors.toMap(SignedDocument::kind, Function.identity()));
        assertThat(documents.keySet())
                .containsExactlyInAnyOrder("clinic", "receipt-key", "identity", "tls-keys", "policy", "catalogue");
        assertThat(answer.documents()).allMatch(document -> document.holds(signing));
        Documents.Key receiptKey = Objects.requireNonNull(documents.get("receipt-key"))
                .verified(DocumentKind.RECEIPT_KEY, Documents.Key.class, signing);
        assertThat(Invitation.print(new VerifyingKey(receiptKey.verifyingKey()).print()))
                .isEqualTo(invitation.receiptPrint());
        assertThat(answer.clinic()).isEqualTo("clinic-1");
    }

    @Test
    void oneCodeIsGoodForOnePhoneHoweverManyAsk() throws Exception {
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String code =
                        clinic.phones.invite(clinic.session, "Berta Ficticia").code();
                List<Future<Answer>> answers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    PhoneUnderTest phone = new PhoneUnderTest(clinic);
                    EnrolRequest request = phone.enrolRequest(code);
                    answers.add(eight.submit(() -> phone.postJson(Wire.DEVICES, request)));
                }
                int joined = 0;
                for (Future<Answer> answer : answers) {
                    joined += answer.get().status() == 201 ? 1 : 0;
                    assertThat(answer.get().status()).isIn(201, 410);
                }
                assertThat(joined).isEqualTo(1);
                clinic.clock.move(Duration.ofMinutes(2));
            }
        } finally {
            eight.shutdownNow();
        }
        assertThat(clinic.store.devices().list()).hasSize(10);
    }

    @Test
    void aPhoneThatMissedTheAnswerAsksAgainAndStaysOneDevice() throws Exception {
        String code = clinic.phones.invite(clinic.session, "Berta Ficticia").code();
        PhoneUnderTest phone = new PhoneUnderTest(clinic);
        EnrolAnswer missed = phone.join(code);
        EnrolAnswer heard = phone.join(code.toLowerCase(java.util.Locale.ROOT));
        assertThat(heard.device()).isEqualTo(missed.device());
        assertThat(phone.get(Wire.MAIL).status()).isEqualTo(200);
        phone.token = missed.token();
        assertThat(phone.get(Wire.MAIL).status()).isEqualTo(401);
        assertThat(clinic.store.devices().list()).hasSize(1);
    }

    @Test
    void aCodeRunsOutAfterTwoDays() throws Exception {
        String code = clinic.phones.invite(clinic.session, "Berta Ficticia").code();
        clinic.clock.move(Duration.ofHours(48));
        PhoneUnderTest phone = new PhoneUnderTest(clinic);
        Answer answer = phone.postJson(Wire.DEVICES, phone.enrolRequest(code));
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.reason()).isEqualTo("code-used-up");
        assertThat(clinic.phones.list(clinic.session))
                .extracting(Phones.Phone::state)
                .containsExactly(Phones.State.EXPIRED);
    }

    @Test
    void guessingCodesIsSlowedDown() throws Exception {
        PhoneUnderTest phone = new PhoneUnderTest(clinic);
        for (int i = 0; i < 10; i++) {
            assertThat(phone.postJson(Wire.DEVICES, phone.enrolRequest("000000000" + i))
                            .status())
                    .isEqualTo(410);
        }
        assertThat(phone.postJson(Wire.DEVICES, phone.enrolRequest("0000000010"))
                        .status())
                .isEqualTo(429);
        clinic.clock.move(Duration.ofMinutes(2));
        assertThat(phone.postJson(Wire.DEVICES, phone.enrolRequest("0000000011"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aRightCodeGetsThroughWhateverOthersGuessedFromTheSameAddress() throws Exception {
        String code = clinic.phones.invite(clinic.session, "Berta Ficticia").code();
        PhoneUnderTest stranger = new PhoneUnderTest(clinic);
        for (int i = 0; i < 12; i++) {
            stranger.postJson(Wire.DEVICES, stranger.enrolRequest("000000000" + i));
        }
        PhoneUnderTest phone = new PhoneUnderTest(clinic);
        assertThat(phone.postJson(Wire.DEVICES, phone.enrolRequest(code)).status())
                .isEqualTo(201);
    }

    @Test
    void behindAProxyTheLastHopIsTheSenderAndElsewhereWhatIsSaidOfHopsIsNotBelieved() {
        List<String> hops = List.of("203.0.113.9, 192.0.2.4", "198.51.100.1,192.0.2.7");
        assertThat(Sender.of("127.0.0.1", true, hops)).isEqualTo("192.0.2.7");
        assertThat(Sender.of("127.0.0.1", true, List.of())).isEqualTo("127.0.0.1");
        assertThat(Sender.of("192.0.2.1", false, hops)).isEqualTo("192.0.2.1");
    }

    @Test
    void aRequestWithoutKeysIsRefusedAndUsesNoCode() throws Exception {
        String code = clinic.phones.invite(clinic.session, "Berta Ficticia").code();
        PhoneUnderTest phone = new PhoneUnderTest(clinic);
        assertThat(phone.postJson(Wire.DEVICES, new EnrolRequest(code, "x", "y", "0"))
                        .status())
                .isEqualTo(400);
        assertThat(phone.postJson(Wire.DEVICES, org.umbral.shared.Json.object()).status())
                .isEqualTo(400);
        assertThat(phone.join(code).device()).isNotEmpty();
    }

    @Test
    void staffSeeEachPhoneThroughItsLife() throws Exception {
        String code = clinic.phones.invite(clinic.session, " Berta Ficticia ").code();
        assertThat(clinic.phones.list(clinic.session)).singleElement().satisfies(phone -> {
            assertThat(phone.worker()).isEqualTo("Berta Ficticia");
            assertThat(phone.state()).isEqualTo(Phones.State.INVITED);
        });
        PhoneUnderTest phone = new PhoneUnderTest(clinic);
        phone.join(code);
        phone.get(Wire.MAIL);
        assertThat(clinic.phones.list(clinic.session)).singleElement().satisfies(row -> {
            assertThat(row.device()).isEqualTo(phone.device);
            assertThat(row.worker()).isEqualTo("Berta Ficticia");
            assertThat(row.state()).isEqualTo(Phones.State.JOINED);
            assertThat(row.lastHeard()).contains(clinic.clock.instant());
            assertThat(row.shortCode()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        });
        clinic.phones.revoke(clinic.session, phone.device, Phones.Why.LOST);
        assertThat(clinic.phones.list(clinic.session))
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(Phones.State.LOST));
        assertThatThrownBy(() -> clinic.phones.invite(clinic.session, "  ")).isInstanceOf(AskThePerson.class);
    }

    @Test
    void noCodeTokenOrNameIsOnTheDisk() throws Exception {
        String code = clinic.phones.invite(clinic.session, "Berta Ficticia").code();
        PhoneUnderTest phone = new PhoneUnderTest(clinic);
        phone.join(code);
        String secret = phone.token.substring(phone.token.indexOf('.') + 1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(code, secret, "Berta");
            }
        }
        assertThat(clinic.store.devices().known(phone.device).orElseThrow().tokenHash())
                .isEqualTo(Sha256.ofText(secret));
    }
}
