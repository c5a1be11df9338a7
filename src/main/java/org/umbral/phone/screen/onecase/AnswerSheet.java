package org.umbral.phone.screen.onecase;

import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.util.Duration;
import org.umbral.phone.Intake;
import org.umbral.phone.Question;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;

/** The answer to one question, kept at each pause in typing (rule R11). */
final class AnswerSheet {
    private static final Duration PAUSE = Duration.millis(700);
    private static final int LINES = 4;

    private final Shell shell;
    private final Words words;
    private final Work work;
    private final Intake intake;
    private final CaseId id;
    private final Question question;
    private final TextArea typed = new TextArea();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private String kept;

    AnswerSheet(Shell shell, Words words, Work work, Intake intake, CaseId id, Question question) {
        this.shell = shell;
        this.words = words;
        this.work = work;
        this.intake = intake;
        this.id = id;
        this.question = question;
        this.kept = question.answer().orElse("");
        typed.setId("answer");
        typed.setText(kept);
        typed.setWrapText(true);
        typed.setPrefRowCount(LINES);
        typed.textProperty().addListener((Observable text) -> pause.playFromStart());
        pause.setOnFinished(event -> keep());
    }

    void open() {
        Label label = Parts.text(words.of("question.answer.label"), "field-label");
        label.setLabelFor(typed);
        Button done = Parts.primary(words.of("question.done"), () -> {
            keep();
            shell.closeSheet();
            shell.toast(words.of("question.kept"));
            shell.refresh();
        });
        done.setId("answer-done");
        shell.sheet(words.of("question.title"), Parts.body(question.text()), label, typed, done);
        typed.requestFocus();
    }

    /** Keeps what was typed and not kept yet. */
    void keep() {
        pause.stop();
        String text = typed.getText();
        if (!text.equals(kept)) {
            kept = text;
            work.run(
                    () -> intake.answer(id, question.id(), text),
                    () -> {},
                    failure -> shell.toast(words.failure(failure)));
        }
    }
}
