package org.umbral.phone.screen.intake;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;

/** What is asked once more before a no: destroying a draft, taking back a yes. */
final class ConsentQuestions {
    private final Shell shell;
    private final IntakeModel model;
    private final Consents consents;
    private final Runnable refused;
    private final Runnable leave;
    private final Words words;

    ConsentQuestions(Shell shell, IntakeModel model, Consents consents, Runnable refused, Runnable leave) {
        this.shell = shell;
        this.model = model;
        this.consents = consents;
        this.refused = refused;
        this.leave = leave;
        this.words = model.words();
    }

    /**
     * Somebody says no. A yes that the clinic has is taken back; without one of the two that all depends on nothing is
     * kept of a case that is about this person; any other no is written down.
     */
    void no(ItemId person, String purpose) {
        boolean given = consents.isGiven(person, purpose);
        boolean everything = Consents.NEEDED.contains(purpose)
                && model.people().stream().noneMatch(other -> !other.equals(person) && consents.isOpenFor(other));
        consents.ifSent(sent -> {
            if (sent && given) {
                toWithdraw(person, purpose);
            } else if (!sent && everything) {
                toRefuse();
            } else {
                consents.decide(person, purpose, "REFUSED");
            }
        });
    }

    void toRefuse() {
        consents.ifSent(sent -> {
            if (sent) {
                model.principal().ifPresent(person -> toWithdraw(person, Consents.NEEDED.get(0)));
            } else {
                askToRefuse();
            }
        });
    }

    private void askToRefuse() {
        Button yes = Parts.primary(words.of("consent.refuse.yes"), () -> {
            shell.closeSheet();
            refused.run();
        });
        yes.setId("consent-refuse-yes");
        yes.getStyleClass().add("danger-primary");
        shell.sheet(
                words.of("consent.refuse.title"),
                Parts.body(words.of("consent.refuse.what")),
                yes,
                Parts.secondary(words.of("consent.refuse.no"), shell::closeSheet));
    }

    /** One question, which says what happens; the answer is how the clinic may write down that it was said. */
    private void toWithdraw(ItemId person, String purpose) {
        boolean all = Consents.NEEDED.contains(purpose);
        VBox ways = Parts.column(8);
        for (String via : List.of("IN_PERSON", "PHONE_CALL", "MESSAGE")) {
            Button way = Parts.secondary(words.choice("CON-12A", via), () -> withdraw(person, purpose, via));
            way.setId("withdraw." + via);
            ways.getChildren().add(way);
        }
        shell.sheet(
                words.of("consent.withdraw.title", words.choice("CON-02", purpose)),
                Parts.body(words.of(all ? "consent.withdraw.all" : "consent.withdraw.what")),
                Parts.text(words.of("consent.withdraw.how"), "field-label"),
                ways,
                Parts.link(words.of("consent.withdraw.no"), shell::closeSheet));
    }

    private void withdraw(ItemId person, String purpose, String via) {
        shell.closeSheet();
        consents.withdraw(person, purpose, via);
        boolean last = Consents.NEEDED.contains(purpose)
                && model.people().stream().noneMatch(other -> !other.equals(person) && consents.isOpenFor(other));
        if (last) {
            leave.run();
        }
        shell.toast(words.of("consent.withdrawn"));
    }
}
