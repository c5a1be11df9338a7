package org.umbral.shared.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.testing.Seeds;

class KeysTest {
    private static final byte[] PLACE = "cases|1|1".getBytes(UTF_8);

    private final SecureRandom random = Seeds.repeatable(7);

    @Test
    void aSealedValueOpensWhereItWasSealed() throws GiveUp {
        try (AesKey key = AesKey.generate(random)) {
            byte[] sealed = key.seal("Ana Ficticio".getBytes(UTF_8), PLACE);
            assertThat(key.open(sealed, PLACE)).asString(UTF_8).isEqualTo("Ana Ficticio");
        }
    }

    @Test
    void aSealedValueThatWasMovedDoesNotOpen() {
        try (AesKey key = AesKey.generate(random)) {
            byte[] sealed = key.seal(new byte[10], PLACE);
            assertThatThrownBy(() -> key.open(sealed, "cases|2|1".getBytes(UTF_8)))
                    .isInstanceOf(GiveUp.class)
                    .hasMessage("sealed-value-damaged");
        }
    }

    @Test
    void everyFlippedByteAndEveryCutIsFound() {
        try (AesKey key = AesKey.generate(random)) {
            byte[] sealed = key.seal(new byte[5], PLACE);
            for (int at = 0; at < sealed.length; at++) {
                byte[] flipped = sealed.clone();
                flipped[at] ^= 1;
                byte[] cut = Arrays.copyOf(sealed, at);
                assertThatThrownBy(() -> key.open(flipped, PLACE)).isInstanceOf(GiveUp.class);
                assertThatThrownBy(() -> key.open(cut, PLACE)).isInstanceOf(GiveUp.class);
            }
        }
    }

    @Test
    void aClosedKeyDoesNothingMore() {
        AesKey key = AesKey.generate(random);
        key.close();
        assertThatThrownBy(() -> key.seal(new byte[1], PLACE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(key::raw).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPassphraseOpensItsKeyAndAnotherDoesNot() throws AskThePerson {
        try (AesKey key = AesKey.generate(random);
                Passphrase right = Passphrase.of("four calm sample words".toCharArray());
                Passphrase wrong = Passphrase.of("four calm sample word".toCharArray())) {
            WrappedKey wrapped = WrappedKey.wrap(key, right, "vault", Argon2Cost.LEAST, random);
            try (AesKey opened = wrapped.unwrap(right, random)) {
                assertThat(opened.raw()).isEqualTo(key.raw());
            }
            assertThatThrownBy(() -> wrapped.unwrap(wrong, random))
                    .isInstanceOf(AskThePerson.class)
                    .hasMessage("wrong-passphrase");
        }
    }

    @Test
    void aWrapMovedToAnotherPurposeDoesNotOpen() {
        try (AesKey key = AesKey.generate(random);
                Passphrase right = Passphrase.of("four calm sample words".toCharArray())) {
            WrappedKey wrapped = WrappedKey.wrap(key, right, "vault", Argon2Cost.LEAST, random);
            WrappedKey moved =
                    new WrappedKey("ring", wrapped.memoryKib(), wrapped.passes(), wrapped.salt(), wrapped.wrapped());
            assertThatThrownBy(() -> moved.unwrap(right, random)).isInstanceOf(AskThePerson.class);
        }
    }

    @Test
    void passphrasesAreCountedInCharactersAndDigitsAloneNeedTen() {
        assertThat(isLongEnough("1234567")).isFalse();
        assertThat(isLongEnough("12345678")).isFalse();
        assertThat(isLongEnough("1234567890")).isTrue();
        assertThat(isLongEnough("abcdefg")).isFalse();
        assertThat(isLongEnough("abcdefgh")).isTrue();
        assertThat(isLongEnough("ñandúes")).isFalse();
        assertThat(isLongEnough("ñandúes!")).isTrue();
    }

    @Test
    void twoKeyboardsGiveTheSamePassphrase() {
        try (Passphrase composed = Passphrase.of("canci\u00f3n".toCharArray());
                Passphrase decomposed = Passphrase.of("cancio\u0301n".toCharArray())) {
            assertThat(composed.bytes()).isEqualTo(decomposed.bytes());
        }
    }

    @Test
    void takingAPassphraseWipesWhatWasTyped() {
        char[] typed = "four calm sample words".toCharArray();
        Passphrase.of(typed).close();
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void theCostIsMeasuredToTheTimeAskedForAndNeverBelowTheLeast() {
        long[] now = {0};
        // Each derivation seems to take 50 ms: 64 MiB is reached by doubling, then passes are added.
        Argon2Cost cost = Argon2Cost.measure(() -> now[0] += 25_000_000, 100);
        assertThat(cost.memoryKib()).isGreaterThanOrEqualTo(19 * 1024);
        assertThat(cost.passes()).isGreaterThanOrEqualTo(2);
    }

    /** RFC 8032, section 7.1, test 2. */
    @Test
    void signaturesAreThoseOfTheStandard() {
        HexFormat hex = HexFormat.of();
        byte[] seed = hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        try (SigningKey key = SigningKey.of(seed)) {
            assertThat(hex.formatHex(key.verifyingKey().raw()))
                    .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
            assertThat(hex.formatHex(key.sign(new byte[] {0x72})))
                    .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        }
    }

    @Test
    void aSignatureHoldsForItsMessageAndKeyOnly() {
        try (SigningKey key = SigningKey.generate(random);
                SigningKey other = SigningKey.generate(random)) {
            byte[] message = "entry".getBytes(UTF_8);
            byte[] signature = key.sign(message);
            assertThat(key.verifyingKey().verify(message, signature)).isTrue();
            assertThat(other.verifyingKey().verify(message, signature)).isFalse();
            assertThat(key.verifyingKey().verify("Entry".getBytes(UTF_8), signature))
                    .isFalse();
            assertThat(key.verifyingKey().verify(message, new byte[3])).isFalse();
        }
    }

    @Test
    void ageKeysAreWrittenAsTheAgeToolWritesThem() throws GiveUp {
        try (OpeningKey key = OpeningKey.generate(random);
                OpeningKey again = OpeningKey.parse(new String(key.encoded()))) {
            assertThat(new String(key.encoded())).startsWith("AGE-SECRET-KEY-1");
            assertThat(key.sealingKey().text()).startsWith("age1").hasSize(62);
            assertThat(again.sealingKey()).isEqualTo(key.sealingKey());
        }
        assertThatThrownBy(() -> OpeningKey.parse("AGE-SECRET-KEY-1NONSENSE")).isInstanceOf(GiveUp.class);
    }

    @Test
    void noSecretIsPrinted() {
        try (AesKey aes = AesKey.generate(random);
                SigningKey signing = SigningKey.generate(random);
                OpeningKey opening = OpeningKey.generate(random);
                Passphrase passphrase = Passphrase.of("four calm sample words".toCharArray())) {
            assertThat("" + aes + signing + opening + passphrase).isEqualTo("AesKeySigningKeyOpeningKeyPassphrase");
        }
    }

    private static boolean isLongEnough(String text) {
        try (Passphrase passphrase = Passphrase.of(text.toCharArray())) {
            return passphrase.isLongEnough();
        }
    }

    @Test
    void theShortCodeOfAKeyIsKnownAgainHoweverItIsTyped() {
        VerifyingKey key = VerifyingKey.of(new byte[SigningKey.BYTES]);
        // SHA-256 of 32 zero bytes begins 66687aadf862bd.
        assertThat(key.spoken()).isEqualTo("CSM7N-BFRCA");
        assertThat(key.isSpokenAs(" csm7n bfrca ")).isTrue();
        assertThat(key.isSpokenAs("CSM7NBFRC")).isFalse();
        assertThat(key.isSpokenAs("")).isFalse();
    }
}
