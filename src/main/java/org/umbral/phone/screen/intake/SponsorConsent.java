package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.notice.LanguageSheet;
import org.umbral.phone.screen.notice.NoticeScreen;
import org.umbral.phone.screen.notice.Notices;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.notice.ReadAloud;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** A sponsor's own consent (SPO-08): notice N4 in the sponsor's language, then the answer. */
final class SponsorConsent implements Editor {
    static final String FIELD = "SPO-08";
    private static final FieldId TOLD = new FieldId("SPO-08A");

    private final Shell shell;
    private final IntakeModel model;
    private final ItemId sponsor;
    private final ChoiceEditor answer;
    private final Node node;

    SponsorConsent(Shell shell, IntakeModel model, ItemId sponsor, Field field, Consumer<Value> write) {
        this.shell = shell;
        this.model = model;
        this.sponsor = sponsor;
        this.answer = new ChoiceEditor(model.words(), field, write);
        Button read =
                Parts.withIcon(Parts.secondary(model.words().of("notice.sponsor"), this::read), Material2AL.ARTICLE);
        read.setId("notice-N4");
        this.node = Parts.column(8, read, answer.node());
    }

    /** The sponsor may speak another language than the person. */
    private void read() {
        Notices notices = Notices.load();
        LanguageSheet.open(shell, model.words(), notices, language -> show(notices, language));
    }

    private void show(Notices notices, Language language) {
        tell(notices, language);
        shell.push(new NoticeScreen(shell, model.words(), notices, List.of("N4"), ReadAloud.in(language), List.of()));
    }

    /** The answer is given on this text; a catalogue from before has no place for it. */
    private void tell(Notices notices, Language language) {
        String told = notices.reference("N4")
                + ", "
                + language.tag()
                + (notices.isSigned("N4", language) ? "" : ", draft notice");
        model.catalogue().field(TOLD).ifPresent(field -> model.write(sponsor, TOLD, Value.text(told)));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        answer.show(value);
    }
}
