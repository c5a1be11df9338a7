package org.umbral.phone.screen;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.umbral.scenario.Journal;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Step;
import org.umbral.testing.JournalBench;
import org.umbral.testing.TestPhone;

/** A worker's hand on the screens of a phone that writes a real journal; finds its step by the field that it wants. */
final class Walk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final Hand hand;
    final TestPhone phone;

    private Walk(Hand hand, TestPhone phone) {
        this.hand = hand;
        this.phone = phone;
    }

    static Walk on(Path home, long seed) throws Exception {
        TestPhone phone = TestPhone.withRealPhotos(home, seed);
        return new Walk(Hand.on(new JournalBench(Locale.ENGLISH, phone)), phone);
    }

    void begin() {
        hand.tap("new-intake");
    }

    void decides(String purpose, String decision) {
        if (hand.find("consent." + purpose + "." + decision).isEmpty()) {
            hand.tap("consent-more");
        }
        hand.tap("consent." + purpose + "." + decision);
        if (hand.find("read-by-WORKER").isPresent()) {
            hand.tap("read-by-WORKER");
        }
        hand.awaitSaved();
    }

    void gives(String... purposes) {
        List.of(purposes).forEach(purpose -> decides(purpose, "GIVEN"));
    }

    /** To the step that asks this field, through the menu; opens what stands behind "more". */
    void to(String field) {
        Step step = phone.intake.catalogue().steps().stream()
                .filter(one -> one.fields().contains(field) || one.more().contains(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError(field + " is asked nowhere"));
        hand.tap("menu");
        hand.tap("step-" + step.id());
        if (step.more().contains(field) && hand.find("more-fields").isPresent()) {
            hand.tap("more-fields");
        }
    }

    void choose(String field, String... codes) {
        to(field);
        for (String code : codes) {
            hand.tap(field + "." + code);
        }
        hand.awaitSaved();
    }

    void type(String field, String text) {
        to(field);
        hand.type(field, text);
        hand.awaitSaved();
    }

    /** The only case on the phone. */
    CaseId id() {
        return ask(() -> phone.intake.cases().get(0).id());
    }

    CaseFile file() {
        return ask(() -> phone.intake.read(id()));
    }

    List<Item> items(String group) {
        return phone.intake.catalogue().items(file(), group, ItemId.CASE);
    }

    ItemId person() {
        return items("person").get(0).id();
    }

    /** Leaves the case for the list; the entry as the clinic opens it. */
    Journal leave() {
        hand.tap("menu");
        hand.tap("leave");
        hand.see("case-list");
        await("the entry is cut")
                .atMost(PATIENCE)
                .until(() -> phone.core.outbox().waitingCount() > 0);
        return ask(() -> Journal.sealedOn(phone, id()));
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        hand.close();
    }
}
