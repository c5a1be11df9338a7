package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.shared.wire.Invitation;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class PhonePagesTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @BeforeEach
    void logIn() {
        visitor.loggedIn(clinic);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void theListSaysWhoseEachPhoneIsAndWhatBecameOfIt() {
        assertThat(visitor.get(clinic.url("/phones")).text())
                .contains("Olga Ficticia", "J7Q2K-4MX0T", "12 days ago")
                .contains("Joined", "Invited", "Invitation ran out", "Lost", "An officer took it")
                .contains("+1 202 555 0143", "2 cases, 5 photos", "Nothing");
    }

    @Test
    void theQrCodeAndTheTextSayTheSameInvitation() throws Exception {
        String card = invite("Irene Ficticia").text();
        String groups = card.replaceAll("(?s).*id=\"invitation-text\"[^>]*>(.*?)</p>.*", "$1")
                .replaceAll("<[^>]+>", " ");
        Invitation typed = Invitation.parse(groups);
        assertThat(Invitation.parse(scan(card))).isEqualTo(typed);
        assertThat(typed.emergencyTelephone()).isEqualTo("+1 202 555 0142");
    }

    @Test
    void withoutANameThereIsNoCard() {
        var answer = invite(" ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("A name is missing.").doesNotContain("UMBRAL1");
    }

    @Test
    void shuttingOutAsksFirstAndSaysThatItCannotBeUndone() {
        String question = clinic.url("/phones/phone-omar-0/revoke");
        assertThat(visitor.get(question).text()).contains("This cannot be undone.", "Omar Ficticio", "9TVW3-B0C1R");
        assertThat(visitor.post(question, Map.of("token", visitor.token(question)))
                        .status())
                .isEqualTo(422);
        var done = visitor.post(question, Map.of("token", visitor.token(question), "why", "LOST"));
        assertThat(done.header("Location")).endsWith("/phones/phone-omar-0");
        assertThat(visitor.get(question).status()).isEqualTo(422);
        assertThat(visitor.get(clinic.url("/phones/phone-omar-0")).text())
                .contains("It is lost or stolen", "What to do now", "2 cases, 5 photos");
    }

    @Test
    void aKeyCountsOnlyWithTheCodeThatTheWorkerReadsAndThePageDoesNotShowIt() {
        clinic.phones.withDoubtedKey(SampleClinic.NOW.minusSeconds(300));
        String page = clinic.url("/keys/0a1b2c3d4e5f60718293a4b5c6d7e8f9");
        assertThat(visitor.get(clinic.url("/set-aside")).text()).contains("/keys/0a1b2c3d4e5f60718293a4b5c6d7e8f9");
        assertThat(visitor.get(page).text())
                .contains("Olga Ficticia", "+1 202 555 0143", "3 pieces set aside")
                .doesNotContain("4MX0T");
        var wrong = visitor.post(page, Map.of("token", visitor.token(page), "code", "J7Q2K-4MX0T"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("This is not the code of that key.");
        var right = visitor.post(page, Map.of("token", visitor.token(page), "code", "4MX0T-J7Q2K"));
        assertThat(right.header("Location")).endsWith("/set-aside?confirmed=yes");
        assertThat(visitor.get(clinic.url("/set-aside?confirmed=yes")).text()).contains("What it signed counts now.");
    }

    private WebVisitor.Answer invite(String worker) {
        return visitor.post(
                clinic.url("/phones/invite"), Map.of("token", visitor.token(clinic.url("/phones")), "worker", worker));
    }

    /** Draws the path of the SVG, three points for each module, and reads it as a scanner does. */
    private static String scan(String card) throws Exception {
        int size = Integer.parseInt(card.replaceAll("(?s).*viewBox=\"0 0 ([0-9]+) .*?crispEdges.*", "$1"));
        int side = size * 3;
        int[] points = new int[side * side];
        Arrays.fill(points, 0xFFFFFF);
        Matcher run = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v1").matcher(card);
        while (run.find()) {
            int from = Integer.parseInt(run.group(1)) * 3;
            int to = from + Integer.parseInt(run.group(3)) * 3;
            for (int y = Integer.parseInt(run.group(2)) * 3, end = y + 3; y < end; y++) {
                Arrays.fill(points, y * side + from, y * side + to, 0x000000);
            }
        }
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, points)));
        return new QRCodeReader().decode(image).getText();
    }
}
