package org.umbral.clinic.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.clinic.mrz.Mrz.Check;
import org.umbral.clinic.mrz.Mrz.Doubt;
import org.umbral.clinic.mrz.Mrz.Part;
import org.umbral.clinic.mrz.Mrz.Repair;

class MrzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final long SEED = 9303;
    private static final String B1 = "P<UTOFICTICIO<PRUEBA<<ANA<MARIA<<<<<<<<<<<<<\n";
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    private record Vector(String name, String lines, String[] says) {
        String said(int column) {
            return column < says.length ? says[column] : "";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() throws Exception {
        try (InputStream in = MrzTest.class.getResourceAsStream("vectors.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.substring(all.indexOf('\n') + 1).strip().split("\n\n"))
                    .map(block -> block.split("\n"))
                    .map(block -> new Vector(
                            block[0],
                            String.join("\n", Arrays.copyOfRange(block, 1, block.length - 1)),
                            block[block.length - 1].split(";", -1)));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachVectorIsReadAndItsChecksHoldOrFailAsTheNotesSay(Vector vector) throws Exception {
        Mrz mrz = Mrz.read(vector.lines(), TODAY);
        assertThat(List.of(
                        mrz.format().name(),
                        mrz.code(),
                        mrz.issuer(),
                        mrz.number(),
                        mrz.nationality(),
                        said(mrz.birth()),
                        mrz.sex(),
                        said(mrz.expiry()),
                        mrz.primary(),
                        mrz.secondary()))
                .containsExactly(Arrays.copyOf(vector.says(), 10));
        assertThat(mrz.doubts().stream().map(Doubt::name).collect(Collectors.joining(" ")))
                .isEqualTo(vector.said(10));
        assertThat(failing(mrz)).isEqualTo(vector.said(11));
    }

    @Test
    void theOneRepairIsOfferedAndNotApplied() throws Exception {
        String typed = B1 + "X000000I<4UTO8503172F3001019<<<<<<<<<<<<<<<2";
        Mrz mrz = Mrz.read(typed, TODAY);
        assertThat(mrz.number()).isEqualTo("X000000I");
        Repair repair = mrz.checks().get(0).repair().orElseThrow();
        assertThat(repair).isEqualTo(new Repair(1, 7, 'I', '1'));
        Mrz repaired = Mrz.read(Mrz.repaired(typed, repair), TODAY);
        assertThat(repaired.number()).isEqualTo("X0000001");
        assertThat(failing(repaired)).isEmpty();
    }

    @Test
    void whereTwoRepairsWouldDoNoneIsOffered() throws Exception {
        // Both S for 5 at places of the same weight: either makes a digit hold that neither does as it stands.
        String over = "S00S00000";
        String one = "500S00000";
        assertThat(CheckDigit.of(one)).isEqualTo(CheckDigit.of("S00500000"));
        String typed = B1 + over + CheckDigit.of(one) + "UTO8503172F3001019<<<<<<<<<<<<<<<2";
        Check number = Mrz.read(typed, TODAY).checks().get(0);
        assertThat(number.holds()).isFalse();
        assertThat(number.repair()).isEmpty();
    }

    @Test
    void aLetterInADateNeverHoldsAndIsRepairedWhereOneDigitDoes() throws Exception {
        Mrz mrz = Mrz.read(B1 + "X0000001<4UTO8S03172F3001019<<<<<<<<<<<<<<<2", TODAY);
        Check birth = mrz.checks().get(1);
        assertThat(birth.holds()).isFalse();
        assertThat(birth.repair()).contains(new Repair(1, 14, 'S', '5'));
        assertThat(mrz.doubts()).contains(Doubt.BIRTH_NO_DATE);
        assertThat(mrz.birth().value()).isEmpty();
    }

    @Test
    void twoDigitsOfAYearAreTheLatestThatIsNotToCome() throws Exception {
        assertThat(said(birth("261121"))).isEqualTo("2026-11-21");
        assertThat(said(birth("261122"))).isEqualTo("1926-11-22");
        assertThat(said(birth("27<<<<"))).isEqualTo("1927");
        assertThat(said(birth("26<<<<"))).isEqualTo("2026");
        assertThat(said(birth("000229"))).isEqualTo("2000-02-29");
        assertThat(birth("990230").isDate()).isFalse();
    }

    @Test
    void aNewbornAndAPaperOlderThanItsHolderAreAsked() throws Exception {
        assertThat(Mrz.read(td3("X0000001<", "260301", "300101"), TODAY).doubts())
                .containsExactly(Doubt.UNDER_ONE_YEAR);
        assertThat(Mrz.read(td3("X0000001<", "150301", "120101"), TODAY).doubts())
                .containsExactly(Doubt.EXPIRED_BEFORE_BIRTH);
    }

    @Test
    void aNameThatFillsItsLineMayBeCut() throws Exception {
        String typed = "P<UTO" + "FICTICIOPRUEBA<<ANA<MARIA<DEL<PILAR<EJEM".substring(0, 39) + "\n"
                + "X0000001<4UTO8503172F3001019<<<<<<<<<<<<<<<2";
        assertThat(Mrz.read(typed, TODAY).doubts()).containsExactly(Doubt.NAME_CUT);
    }

    @Test
    void aNumberOfMoreThanNineCharactersGoesOnInTheOptionalPart() throws Exception {
        // ICAO Doc 9303 part 5: D23145890734 with its digit 9 behind it.
        String typed = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<";
        Mrz mrz = Mrz.read(typed, TODAY);
        assertThat(mrz.number()).isEqualTo("D23145890734");
        assertThat(mrz.checks().get(0).holds()).isTrue();
    }

    @Test
    void howItWasTypedDoesNotMatter() throws Exception {
        String typed = "  p<utoficticio<prueba<<ana<maria<<<\r\n\r\n x0000001<4 uto8503172f3001019 <<<<<<<<<<<<<<<2 ";
        assertThat(Mrz.read(typed, TODAY))
                .isEqualTo(Mrz.read(B1 + "X0000001<4UTO8503172F3001019<<<<<<<<<<<<<<<2", TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one line", "P<UTO\nX0000001<4UTO8503172F3001019<<<<<<<<<<<<<<<2", "a\nb\nc\nd"})
    void whatIsNoMrzIsSaidAndNothingElseHappens(String typed) {
        assertThatThrownBy(() -> Mrz.read(typed, TODAY)).hasMessageContaining("mrz-");
    }

    /** Any digit that is reckoned holds; any other character with another value at one place breaks it. */
    @Test
    void everyCheckDigitHoldsAndEverySingleChangeOfItsValueFails() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String over = random(random, 1 + random.nextInt(20));
            char digit = CheckDigit.of(over);
            assertThat(digit).as("seed " + SEED + " " + over).isEqualTo(naive(over));
            int place = random.nextInt(over.length());
            char other = LETTERS.charAt(random.nextInt(LETTERS.length()));
            String changed = over.substring(0, place) + other + over.substring(place + 1);
            boolean sameValue = (value(other) - value(over.charAt(place))) % 10 == 0;
            assertThat(CheckDigit.of(changed) == digit)
                    .as("seed " + SEED + " " + changed)
                    .isEqualTo(sameValue);
        }
    }

    @Test
    void whateverTheNumberAndDatesAreThePassportIsReadWhole() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            String number = random(random, 9);
            LocalDate born = TODAY.minusDays(400 + random.nextInt(30_000));
            Mrz mrz = Mrz.read(td3(number, yymmdd(born), "300101"), TODAY);
            assertThat(failing(mrz)).as("seed " + SEED + " " + number).isEmpty();
            assertThat(said(mrz.birth())).isEqualTo(born.toString());
            assertThat(mrz.number()).isEqualTo(number.replace("<", ""));
        }
    }

    private static MrzDate birth(String text) throws Exception {
        return MrzDate.birth(text, TODAY);
    }

    private static String td3(String number, String birth, String expiry) {
        String line = number + CheckDigit.of(number) + "UTO" + birth + CheckDigit.of(birth) + "F" + expiry
                + CheckDigit.of(expiry) + "<<<<<<<<<<<<<<<";
        String over = line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43);
        return B1 + line + CheckDigit.of(over);
    }

    private static String yymmdd(LocalDate day) {
        return day.toString().replace("-", "").substring(2);
    }

    private static String failing(Mrz mrz) {
        return mrz.checks().stream()
                .filter(check -> !check.holds())
                .map(Check::part)
                .map(Part::name)
                .collect(Collectors.joining(" "));
    }

    private static String said(MrzDate date) {
        return date.value()
                .map(known -> known.month() == null
                        ? String.valueOf(known.year())
                        : known.earliest().orElseThrow().toString())
                .orElse("");
    }

    private static String random(Random random, int length) {
        List<String> all = new ArrayList<>();
        random.ints(length, 0, LETTERS.length()).forEach(i -> all.add(LETTERS.substring(i, i + 1)));
        return String.join("", all);
    }

    private static int value(char c) {
        return c == '<' ? 0 : c <= '9' ? c - '0' : c - 'A' + 10;
    }

    private static char naive(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += value(text.charAt(i)) * new int[] {7, 3, 1}[i % 3];
        }
        return Character.forDigit(sum % 10, 10);
    }
}
