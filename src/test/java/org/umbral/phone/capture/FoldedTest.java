package org.umbral.phone.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource({
        "MÉXICO, mexico",
        "Côte d’Ivoire, cote divoire",
        "Guinea-Bissau, guinea bissau",
        "أفغانستان, افغانستان",
        "كابُل, کابل",
        "Ñuu Savi, nuu savi",
        "Łódź, lodz",
        "Straße, strasse",
        "Ґанна Йова, ганна иова",
        "١٢٣, 123"
    })
    void accentsAndScriptsAreFoldedAndADashEndsAWord(String text, String folded) {
        assertThat(Folded.spaced(text)).isEqualTo(folded);
    }

    @Test
    void aNameIsFoundHoweverItsPartsAreJoined() {
        assertThat(Folded.words("Jean-Paul O'Connor")).isEqualTo(List.of("jeanpaul", "oconnor"));
        assertThat(Folded.words("A204-000-012")).isEqualTo(List.of("a204000012"));
    }

    @Test
    void gafAndKafAndTheFormsOfYaAreOneLetterEach() {
        assertThat(Folded.words("گل ګل كل کل").stream().distinct()).hasSize(1);
        assertThat(Folded.words("علي علی على علې").stream().distinct()).hasSize(1);
    }

    @Test
    void theNamesThatPlacesAreFoundByAreFoldedTheSameWay() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(FoldedTest.class.getResourceAsStream("/org/umbral/phone/places.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line ->
                            List.of(line.substring(line.indexOf('\t') + 1).split("\\|")).stream())
                    .forEach(name -> assertThat(Folded.spaced(name)).isEqualTo(name));
        }
    }
}
