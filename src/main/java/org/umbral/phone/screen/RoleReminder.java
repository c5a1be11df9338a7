package org.umbral.phone.screen;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.ClinicLink;

/** Notice N9: the limits of a volunteer in four lines, and where to ask. */
final class RoleReminder {
    private RoleReminder() {}

    static void open(Shell shell, Words words, Work work, Work.Task<Optional<ClinicLink>> link) {
        work.ask(
                link,
                joined -> {
                    VBox lines = Parts.column(12);
                    List.of("notice.N9.1", "notice.N9.2", "notice.N9.3", "notice.N9.4")
                            .forEach(key -> lines.getChildren().add(Parts.body(words.of(key))));
                    joined.map(ClinicLink::emergencyTelephone)
                            .ifPresent(number -> lines.getChildren()
                                    .add(Parts.text(words.of("protocol.telephone", number), "bold-line")));
                    Button read = Parts.primary(words.of("protocol.understood"), shell::closeSheet);
                    read.setId("role-read");
                    shell.sheet(words.of("notice.N9.title"), lines, read);
                },
                failure -> {});
    }
}
