package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.words.Words;
import org.umbral.testing.ScreenBench;

/**
 * In which order the words of a Dari line are drawn. What is drawn is compared, not what JavaFX says of it: where it changes
 * the places of two pieces of a line, it says they stand where they belong.
 */
class OrderOfWordsTest {
    private static final Words WORDS =
            Words.of(Locale.forLanguageTag("fa-AF"), Clock.fixed(ScreenBench.NOW, ZoneOffset.UTC));
    private static final double SHARPER = 2;
    private static final int NEAR = 8;
    private static final double PAPER = 0.9;
    /** Of all ink; two pieces that changed places differ by more. */
    private static final double LITTLE = 0.085;

    @BeforeAll
    static void aScreen() throws Exception {
        FxToolkit.registerPrimaryStage();
        Look.loadFonts();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                line(WORDS.of("outbox.item", WORDS.of("item.photo", 1), WORDS.bytes(630_000)), "عکس 1|: 630_KB"),
                line(
                        WORDS.of("outbox.waits", 3, WORDS.bytes(630_000), WORDS.of("time.day.yesterday")),
                        "3 چیز|، 630_KB|. کهنه\u202Fترین|: دیروز"),
                line(WORDS.of("delivery.sending", 2, 4), "ارسال|: 2 از 4"),
                line(WORDS.of("item.there", WORDS.of("item.photo", 2), WORDS.bytes(2_000)), "عکس 2|، 2_KB|: رسید"),
                line(WORDS.of("list.needs", 2), "2 دوسیه حالا به شما ضرورت دارد"),
                line(WORDS.of("delivery.call", "+1 202 555 0123"), "به کلینیک زنگ بزنید|: +1_202_555_0123"),
                line("در توقیف · " + WORDS.apart("123-ABC-4"), "در توقیف · 123-ABC-4"),
                line("این دوسیه " + WORDS.apart("SC-01") + ".", "این دوسیه SC-01|."),
                line("این یک PDF.", "این یک PDF|."),
                line(WORDS.of("outbox.keep.open"), "برنامه را باز بگذارید تا همه فرستاده شود|."),
                line(WORDS.of("saved.SAVED"), "ذخیره شد ✓"));
    }

    /** The pieces in the order of reading, from the right; at a bar one ends without a space. */
    private static Arguments line(String said, String pieces) {
        return Arguments.of(said, List.of(pieces.split("\\||(?<= )|(?= )")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isDrawnAsItIsRead(String said, List<String> pieces) {
        double apart = Hand.onUi(() -> {
            Label label = Parts.body(said);
            double[] drawn = ink(label);
            HBox byHand = byHand(pieces, label.getFont());
            byHand.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            return apart(drawn, ink(byHand));
        });
        assertThat(apart).isLessThan(LITTLE);
    }

    @Test
    void aNumberStaysOnOneLine() {
        String broken = Hand.onUi(() -> {
            Label label = Parts.body(WORDS.of("delivery.call", "+1 202 555 0123"));
            shown(label, 240);
            return label.getText();
        });
        assertThat(broken.lines()).hasSize(2).last().asString().contains("+1 202 555 0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Guadalupe Ficticia Ejemplo", "گوادالوپه فیکتیسیا اخمپلو"})
    void aLongNameIsReadInTheBar(String name) {
        String drawn = Hand.onUi(() -> {
            Label label = Parts.twoLines("bar-status");
            label.setText(name);
            shown(label, 208);
            return ((Text) label.lookup(".text")).getText();
        });
        assertThat(drawn.replaceAll("\\s+", " ")).isEqualTo(name);
    }

    @Test
    void whatIsLongerThanTwoLinesEndsInDots() {
        double[] heights = Hand.onUi(() -> {
            Label label = Parts.twoLines("bar-status");
            label.setText("Guadalupe Ficticia Ejemplo ".repeat(4));
            shown(label, 208);
            String drawn = ((Text) label.lookup(".text")).getText();
            return new double[] {label.getHeight(), drawn.endsWith("…") || drawn.endsWith("...") ? 1 : 0};
        });
        assertThat(heights[0]).isLessThan(60);
        assertThat(heights[1]).isEqualTo(1);
    }

    /** Each piece by itself, one to the left of the other. */
    private static HBox byHand(List<String> pieces, Font font) {
        HBox line = new HBox();
        line.setSnapToPixel(false);
        pieces.forEach(piece -> line.getChildren().add(0, text(piece.replace('_', ' '), font)));
        return line;
    }

    private static double apart(double[] drawn, double[] expected) {
        return IntStream.range(0, Math.max(drawn.length, expected.length))
                        .mapToDouble(x -> Math.abs(at(drawn, x) - at(expected, x)))
                        .sum()
                / DoubleStream.of(expected).sum();
    }

    private static Text text(String piece, Font font) {
        Text text = new Text(piece);
        text.setFont(font);
        text.setStyle("-fx-fill: -u-ink;");
        return text;
    }

    /** With its neighbours: a letter draws a full stop a little nearer than it stands by itself. */
    private static double at(double[] columns, int place) {
        return IntStream.range(Math.max(0, place - NEAR), Math.min(columns.length, place + NEAR))
                        .mapToDouble(near -> columns[near])
                        .sum()
                / (2 * NEAR);
    }

    /** How dark each column is, from the first that is not empty. */
    private static double[] ink(Node node) {
        Scene scene = shown(node, 1200);
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(SHARPER, SHARPER));
        WritableImage image = scene.getRoot().snapshot(sharp, null);
        return IntStream.range(0, (int) image.getWidth())
                .mapToDouble(x -> ink(image, x))
                .dropWhile(dark -> dark == 0)
                .toArray();
    }

    private static Scene shown(Node node, double width) {
        Scene scene = new Scene(new VBox(node), width, 100);
        Look.dress(scene, Preferences.DEFAULT, WORDS);
        Fit.settle(scene);
        return scene;
    }

    private static double ink(WritableImage image, int x) {
        return IntStream.range(0, (int) image.getHeight())
                .mapToDouble(y -> Math.max(
                        0, PAPER - image.getPixelReader().getColor(x, y).getBrightness()))
                .sum();
    }
}
