package org.umbral.shared.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Seeds;

class SignedFormsTest {
    private static final Sha256 NAME = Sha256.ofText("sealed");

    private final SigningKey key = SigningKey.generate(Seeds.repeatable(1));
    private final OpeningKey clinic = OpeningKey.generate(Seeds.repeatable(2));

    @Test
    void anEntryComesBackAsItWasSigned() throws GiveUp {
        SignedEntry entry = SignedEntry.sign("{\"format\":1}".getBytes(UTF_8), "dev-1", key);
        SignedEntry opened = SignedEntry.open(entry.sealTo(clinic.sealingKey()).bytes(), clinic);
        assertThat(opened).isEqualTo(entry);
        assertThat(opened.isSignedBy(key.verifyingKey())).isTrue();
    }

    @Test
    void theSecondLineIsTheEntryItself() throws Exception {
        byte[] packed =
                SignedEntry.sign("{\"a\":1}".getBytes(UTF_8), "dev-1", key).pack();
        var lines = new String(
                        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed)).readAllBytes(),
                        UTF_8)
                .split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).contains("\"format\":1", "\"device\":\"dev-1\"", "\"signature\":");
        assertThat(lines[1]).isEqualTo("{\"a\":1}");
    }

    @Test
    void anEntryThatInflatesBeyondItsLimitIsRefused() {
        byte[] bomb = new byte[Envelope.MAX_ENTRY_BYTES + 1];
        Arrays.fill(bomb, (byte) ' ');
        byte[] packed = SignedEntry.sign(bomb, "dev-1", key).pack();
        assertThat(packed.length).isLessThan(Envelope.MAX_BYTES);
        assertThatThrownBy(() -> SignedEntry.unpack(packed)).isInstanceOf(GiveUp.class);
    }

    @Test
    void everyCutOfAPackedEntryIsRefused() {
        byte[] packed =
                SignedEntry.sign("{\"a\":1}".getBytes(UTF_8), "dev-1", key).pack();
        for (int at = 0; at < packed.length; at++) {
            byte[] cut = Arrays.copyOf(packed, at);
            assertThatThrownBy(() -> SignedEntry.unpack(cut)).isInstanceOf(GiveUp.class);
        }
    }

    @Test
    void aReceiptHoldsForItsBytesAndKeyOnly() throws GiveUp {
        Receipt receipt = new Receipt(1, NAME.hex(), 42, "epoch-a", 7, "2026-11-21T18:00:00Z");
        SignedDocument signed = Json.read(Json.write(receipt.sign(key)), SignedDocument.class);
        assertThat(Receipt.verified(signed, key.verifyingKey(), NAME)).isEqualTo(receipt);
        assertThatThrownBy(() -> Receipt.verified(signed, key.verifyingKey(), Sha256.ofText("other")))
                .hasMessage("signature-does-not-hold");
        try (SigningKey forger = SigningKey.generate(Seeds.repeatable(3))) {
            assertThatThrownBy(() -> Receipt.verified(receipt.sign(forger), key.verifyingKey(), NAME))
                    .hasMessage("signature-does-not-hold");
        }
    }

    @Test
    void aDocumentOfOneKindIsNeverTakenForAnother() {
        SignedDocument mark = SignedDocument.sign(
                DocumentKind.BACKUP_MARK, 1, new Documents.BackupMark(1, "epoch-a", 7, "2026-11-21T18:00:00Z"), key);
        SignedDocument renamed = new SignedDocument("erase", mark.key(), mark.payload(), mark.signature());
        assertThat(renamed.holds(key.verifyingKey())).isFalse();
        assertThatThrownBy(() -> mark.verified(DocumentKind.ERASE, Documents.Erase.class, key.verifyingKey()))
                .isInstanceOf(GiveUp.class);
    }

    @Test
    void everyKindHasItsOwnWireName() {
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(DocumentKind.ofWireName(kind.wireName())).contains(kind);
        }
        assertThat(DocumentKind.ofWireName("unheard-of")).isEmpty();
    }
}
