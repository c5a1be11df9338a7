package org.umbral.phone.screen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SheetsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void aSheetIsAsHighAsItsWrappedWords(int lines) throws Exception {
        FxToolkit.registerPrimaryStage();
        double cut = WaitForAsyncUtils.waitForAsyncFx(12_000, () -> {
            Shell shell = new Shell(Optional.empty(), () -> {});
            Scene scene = new Scene(shell.root(), 360, 640);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(SheetsTest.class.getResource("/org/umbral/phone/umbral.css"))
                            .toExternalForm());
            shell.sheet(
                    "A title that is longer than one line of a small screen",
                    Parts.body("What is written so far is kept. ".repeat(lines)),
                    Parts.body("The clinic reads it when there is a connection again, not before."),
                    Parts.primary("Done", () -> {}));
            shell.root().applyCss();
            shell.root().layout();
            shell.root().layout();
            ScrollPane scroll = (ScrollPane) shell.root().lookup(".sheet-scroll");
            return scroll.getContent().getLayoutBounds().getHeight()
                    - scroll.getViewportBounds().getHeight();
        });
        assertThat(cut).isLessThan(0.5);
    }
}
