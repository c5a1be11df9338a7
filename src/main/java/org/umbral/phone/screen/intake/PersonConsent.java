package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;

/** One person's answers: the two that all depends on and photos at once, the others behind "more", nothing chosen. */
final class PersonConsent {
    private static final String SAID_BACK = "CON-10";
    private static final List<String> TO_SPONSORS = List.of("CONTACT_SPONSOR", "SHARE_WITH_SPONSOR");

    private final IntakeModel model;
    private final Consents consents;
    private final ItemId person;
    private final ConsentQuestions questions;
    private final NoticeCard notice;
    private final Words words;
    private final VBox node = Parts.column(12);
    private final VBox behind = Parts.column(12);
    private final List<Runnable> marks = new ArrayList<>();
    private final GuardianPart guardian;
    private final YesNoEditor saidBack;
    private final VBox back;

    PersonConsent(
            Shell shell,
            IntakeModel model,
            Consents consents,
            ItemId person,
            ConsentQuestions questions,
            NoticeCard notice) {
        this.model = model;
        this.consents = consents;
        this.person = person;
        this.questions = questions;
        this.notice = notice;
        this.words = model.words();
        this.guardian = new GuardianPart(model, consents, person);
        this.saidBack = new YesNoEditor(words, SAID_BACK + number(), value -> consents.saidBack(person, value));
        this.back = Parts.column(6, Parts.text(words.field(SAID_BACK), "field-label"), saidBack.node());
        boolean several = model.people().size() > 1;
        if (several) {
            node.getChildren().add(Parts.section(model.nameOf(person)));
        }
        node.getChildren().add(guardian.node());
        Consents.NEEDED.forEach(purpose -> node.getChildren().add(purpose(purpose)));
        node.getChildren().add(purpose(Consents.PHOTOGRAPH));
        further().forEach(purpose -> behind.getChildren().add(purpose(purpose)));
        boolean answered =
                further().anyMatch(purpose -> consents.decision(person, purpose).isPresent());
        node.getChildren().add(answered ? behind : opener());
        node.getChildren().add(back);
        refresh();
    }

    private Stream<String> further() {
        boolean sponsors = model.protocols().letsTellSponsors();
        return Consents.FURTHER.stream().filter(purpose -> sponsors || !TO_SPONSORS.contains(purpose));
    }

    Node node() {
        return node;
    }

    private Node opener() {
        Button more = Parts.withIcon(Parts.link(words.of("consent.more"), () -> {}), Material2AL.EXPAND_MORE);
        more.setId("consent-more" + number());
        more.setOnAction(event -> node.getChildren().set(node.getChildren().indexOf(more), behind));
        return more;
    }

    /** The first person's are found by their purpose alone. */
    private String number() {
        int at = model.people().indexOf(person);
        return at <= 0 ? "" : "-" + (at + 1);
    }

    private Node purpose(String purpose) {
        VBox card = Parts.column(6, Parts.text(words.choice("CON-02", purpose), "field-label"));
        if (Consents.NEEDED.contains(purpose)) {
            card.getChildren().add(Parts.quiet(words.of("consent.needed")));
        }
        ToggleButton yes = answer(purpose, "GIVEN", "consent.yes");
        ToggleButton no = answer(purpose, "REFUSED", "consent.no");
        Runnable mark = () -> mark(yes, no, consents.decision(person, purpose));
        yes.setOnAction(event -> {
            mark.run();
            notice.whenRead(() -> {
                mark(yes, no, Optional.of("GIVEN"));
                consents.decide(person, purpose, "GIVEN");
            });
        });
        no.setOnAction(event -> {
            mark.run();
            questions.no(person, purpose);
        });
        marks.add(mark);
        card.getChildren().add(Parts.beside(yes, no));
        return card;
    }

    private ToggleButton answer(String purpose, String decision, String key) {
        ToggleButton button = Parts.choice(words.of(key), false);
        button.getStyleClass().add("short");
        button.setId("consent" + number() + "." + purpose + "." + decision);
        button.setAccessibleText(model.nameOf(person) + ", " + words.choice("CON-02", purpose) + ": " + words.of(key));
        return button;
    }

    private void mark(ToggleButton yes, ToggleButton no, Optional<String> decision) {
        yes.setSelected(decision.filter("GIVEN"::equals).isPresent());
        no.setSelected(
                decision.filter(List.of("REFUSED", "WITHDRAWN")::contains).isPresent());
        no.setText(words.of(decision.filter("WITHDRAWN"::equals).isPresent() ? "consent.taken.back" : "consent.no"));
    }

    void refresh() {
        marks.forEach(Runnable::run);
        Parts.hide(back, !consents.isAsked(person));
        saidBack.show(consents.saidBack(person));
        guardian.refresh();
    }
}
