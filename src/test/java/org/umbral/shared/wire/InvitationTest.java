package org.umbral.shared.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.testing.Seeds;

class InvitationTest {
    private final Invitation invitation = new Invitation(
            List.of("https://192.0.2.17:8443", "https://clinic.example.org:8443", "https://10.0.0.5:8443"),
            "7KQ4XMR2PV",
            OpeningKey.generate(Seeds.repeatable(1)).sealingKey(),
            1,
            print("signing"),
            print("receipt"),
            "+1 202 555 0100",
            List.of(print("tls one"), print("tls two")),
            null);

    @Test
    void threeAddressesAndTwoTlsKeysFitIntoFiveHundredCharacters() {
        assertThat(invitation.text().length()).isLessThanOrEqualTo(Invitation.MAX_CHARACTERS);
        assertThat(invitation.text()).matches("[A-Z0-9]+");
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws GiveUp {
        assertThat(Invitation.parse(invitation.text())).isEqualTo(invitation);
    }

    @Test
    void itIsReadAsPeopleTypeIt() throws GiveUp {
        String typed = invitation
                .groupedText()
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace(" ", "\n - ");
        assertThat(Invitation.parse(typed)).isEqualTo(invitation);
    }

    @Test
    void everyWrongCharacterIsNoticed() {
        String text = invitation.text();
        for (int at = "UMBRAL1".length(); at < text.length() - 1; at++) {
            char wrong = text.charAt(at) == 'A' ? 'B' : 'A';
            String mistyped = text.substring(0, at) + wrong + text.substring(at + 1);
            assertThatThrownBy(() -> Invitation.parse(mistyped)).as("at %d", at).isInstanceOf(GiveUp.class);
        }
    }

    @Test
    void aTextOfAnotherKindIsSaidToBeSo() {
        assertThatThrownBy(() -> Invitation.parse("https://example.org")).hasMessage("invitation-unknown");
        assertThatThrownBy(() -> Invitation.parse("UMBRAL1 $$$$$")).hasMessage("invitation-mistyped");
        assertThatThrownBy(() -> Invitation.parse("UMBRAL1")).hasMessage("invitation-mistyped");
    }

    @Test
    void aPubliclyCertifiedClinicNamesItsHost() throws GiveUp {
        Invitation named = new Invitation(
                List.of("https://clinic.example.org"),
                invitation.code(),
                invitation.identity(),
                1,
                invitation.signingPrint(),
                invitation.receiptPrint(),
                "+1 202 555 0100",
                List.of(),
                "clinic.example.org");
        assertThat(Invitation.parse(named.text())).isEqualTo(named);
    }

    private static List<Byte> print(String of) {
        return Invitation.print(Sha256.ofText(of).print());
    }
}
