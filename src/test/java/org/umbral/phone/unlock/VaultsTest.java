package org.umbral.phone.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.MovableClock;
import org.umbral.testing.Seeds;

class VaultsTest {
    private static final String WORDS = "four fictitious words here";

    private final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    private final Memory place = new Memory();
    private final Vaults vaults = new Vaults(place, clock, Seeds.repeatable(1), () -> Argon2Cost.LEAST);

    @Test
    void aVaultIsMadeOnceLockedAndOpenedAgainByItsPassphraseOnly() throws Exception {
        assertThat(vaults.state()).isEqualTo(Vaults.State.NONE);
        Vault vault = create();
        byte[] row = vault.seal("case", "id", 1, new byte[] {7});
        vaults.lock();
        assertThat(vaults.state()).isEqualTo(Vaults.State.LOCKED);
        assertThat(vault.isOpen()).isFalse();

        assertThatThrownBy(() -> unlock("four other words here"))
                .isInstanceOf(AskThePerson.class)
                .hasMessage("wrong-passphrase");
        assertThat(unlock(WORDS).open("case", "id", 1, row)).containsExactly(7);
        assertThatThrownBy(this::create).hasMessage("vault-exists");
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThatThrownBy(() -> vaults.create(Passphrase.of("123456789".toCharArray())))
                .hasMessage("passphrase-too-short");
    }

    @Test
    void afterThreeWrongTriesAGuessingHandWaitsAndNothingIsEverWiped() throws Exception {
        create();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> unlock("wrong wrong wrong")).hasMessage("wrong-passphrase");
        }
        assertThatThrownBy(() -> unlock(WORDS)).isInstanceOf(TryAgain.class).hasMessage("wait-after-wrong-tries");
        clock.move(vaults.waitBeforeNextTry());
        assertThat(unlock(WORDS).isOpen()).isTrue();
    }

    @Test
    void aForgottenVaultIsGone() throws Exception {
        byte[] row = create().seal("case", "id", 1, new byte[] {7});
        vaults.forget();
        assertThat(vaults.state()).isEqualTo(Vaults.State.NONE);
        assertThatThrownBy(() -> unlock(WORDS)).hasMessage("no-vault");
        assertThatThrownBy(() -> create().open("case", "id", 1, row)).isInstanceOf(GiveUp.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void aRowOpensWholeAtItsPlaceOnly(int length) throws Exception {
        Vault vault = create();
        byte[] plain = new byte[length];
        byte[] sealed = vault.seal("case", "id", 3, plain);

        assertThat(vault.open("case", "id", 3, sealed)).isEqualTo(plain);
        assertThatThrownBy(() -> vault.open("case", "id", 2, sealed)).isInstanceOf(GiveUp.class);
        assertThatThrownBy(() -> vault.open("case", "other", 3, sealed)).isInstanceOf(GiveUp.class);
        assertThatThrownBy(() -> vault.open("entry", "id", 3, sealed)).isInstanceOf(GiveUp.class);
        if (length > 65_536) {
            byte[] cut = java.util.Arrays.copyOf(sealed, 65_536 + 28);
            assertThatThrownBy(() -> vault.open("case", "id", 3, cut)).isInstanceOf(GiveUp.class);
        }
    }

    @Test
    void thePhoneLocksOnLeavingAndAfterThreeMinutesButNotForItsCamera() {
        LockPolicy policy = new LockPolicy(clock, LockPolicy.DEFAULT_INACTIVITY);
        clock.move(Duration.ofSeconds(179));
        assertThat(policy.mustLock()).isFalse();
        clock.move(Duration.ofSeconds(1));
        assertThat(policy.mustLock()).isTrue();

        policy.touched();
        policy.left();
        assertThat(policy.mustLock()).isTrue();
        policy.cameBack();

        policy.cameraOpens();
        policy.left();
        clock.move(Duration.ofSeconds(170));
        assertThat(policy.mustLock()).isFalse();
        policy.cameraReturned();
        assertThat(policy.mustLock()).isFalse();

        policy.cameraOpens();
        clock.move(Duration.ofMinutes(3));
        assertThat(policy.mustLock()).isTrue();
        policy.cameraReturned();
        clock.move(Duration.ofHours(-1));
        assertThat(policy.mustLock()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void fourWordsOfALongListAreOffered(String language) {
        PassphraseOffer offer = new PassphraseOffer(Locale.forLanguageTag(language), Seeds.repeatable(2));

        assertThat(new HashSet<>(offer.words()))
                .hasSize(offer.words().size())
                .hasSizeGreaterThanOrEqualTo(PassphraseOffer.LEAST_LIST);
        String words = new String(offer.next());
        assertThat(words.split(" ")).hasSize(PassphraseOffer.WORDS);
        assertThat(new String(offer.next())).isNotEqualTo(words);
        assertThat(offer.words()).allMatch(word -> word.matches("\\p{Ll}+"));
    }

    private Vault create() throws Exception {
        return vaults.create(Passphrase.of(WORDS.toCharArray()));
    }

    private Vault unlock(String words) throws Exception {
        return vaults.unlock(Passphrase.of(words.toCharArray()));
    }

    private static final class Memory implements KeyPlace {
        private byte @Nullable [] wrapped;

        @Override
        public Optional<byte[]> read() {
            return Optional.ofNullable(wrapped);
        }

        @Override
        public void write(byte[] bytes) {
            wrapped = bytes;
        }

        @Override
        public void destroy() {
            wrapped = null;
        }
    }
}
