package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.shell.TextSize;
import org.umbral.phone.screen.words.Language;
import org.umbral.shared.TryAgain;

/** The one plain file about the screens: it comes back as it was, breaks nothing when it is broken, and names nobody. */
class PreferenceFileTest {
    private static final Preferences CHOSEN = new Preferences(Optional.of(Language.DARI), TextSize.LARGER, true);

    @TempDir
    Path home;

    @Test
    void whatWasChosenIsThereAfterARestart() throws Exception {
        PreferenceFile.in(PhoneFiles.onDisk(), home).save(CHOSEN);
        assertThat(PreferenceFile.in(PhoneFiles.onDisk(), home).preferences()).isEqualTo(CHOSEN);
    }

    @Test
    void aPhoneWithoutTheFileHasTheDefault() {
        assertThat(PreferenceFile.in(PhoneFiles.onDisk(), home).preferences()).isEqualTo(Preferences.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text=999\ncontrast=??\nlanguage=xx",
                "=\n==\ntext=",
                "\u0000\uFFFD",
                "text=13O",
                "reminded=yesterday"
            })
    void aBrokenFileIsTheDefault(String broken) throws Exception {
        Files.write(home.resolve("preferences.txt"), broken.getBytes(StandardCharsets.UTF_8));
        assertThat(PreferenceFile.in(PhoneFiles.onDisk(), home).preferences()).isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void itHoldsFourWordsAndNothingAboutPeople() throws Exception {
        PreferenceFile.in(PhoneFiles.onDisk(), home).save(CHOSEN);
        assertThat(Files.readString(home.resolve("preferences.txt")))
                .isEqualTo("language=fa\ntext=160\ncontrast=high\nphotos=go\n");
    }

    @Test
    void theDayOfTheLastReminderIsThereAfterARestart() throws Exception {
        Preferences reminded = CHOSEN.withReminded(LocalDate.of(2026, 11, 21)).with(Language.SPANISH);
        PreferenceFile.in(PhoneFiles.onDisk(), home).save(reminded);
        assertThat(PreferenceFile.in(PhoneFiles.onDisk(), home).preferences()).isEqualTo(reminded);
    }

    @Test
    void aFullDiskIsSaidAndTheChoiceHoldsUntilTheEnd() throws Exception {
        Files.createDirectory(home.resolve("preferences.txt"));
        Files.createFile(home.resolve("preferences.txt").resolve("in-the-way"));
        PreferenceFile file = PreferenceFile.in(PhoneFiles.onDisk(), home);
        assertThatThrownBy(() -> file.save(CHOSEN)).isInstanceOf(TryAgain.class);
        assertThat(file.preferences()).isEqualTo(CHOSEN);
    }
}
