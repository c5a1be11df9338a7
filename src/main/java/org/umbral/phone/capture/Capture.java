package org.umbral.phone.capture;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseCode;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/**
 * The one door of capture: turns an edit into the next draft, by the catalogue's rules. Every call answers with a new
 * draft and changes nothing. Thread-safe.
 *
 * @param catalogue says which fields a volunteer may enter
 * @param clock tells the day that ages are counted from
 */
public record Capture(Catalogue catalogue, Clock clock) {
    private static final FieldId NUMBER = new FieldId("PAG-01");
    private static final FieldId IMAGE = new FieldId("PAG-02");
    private static final FieldId MOMENT = new FieldId("PAG-04");
    private static final FieldId RETAKE_OF = new FieldId("PAG-06");

    /** A page with its photo and when it was taken, by the app's clock. */
    public record Photographed(ItemId item, PageImage image, String moment) {}

    /** What the app itself writes when a case begins: its code, and that there is a person whom it is about. */
    public Draft open(Draft draft, CaseCode code, ItemId person) {
        return draft.with(ItemId.CASE, Draft.CODE, Value.text(code.text()))
                .with(person, FieldId.ORDER, Value.number(1))
                .with(person, Draft.ROLE, Value.text("PRINCIPAL"));
    }

    /**
     * Writes one value.
     *
     * @param base the case without the draft
     * @param whole the case with it
     * @param orders the places of items that are new in this sitting
     * @return the same draft where the value is held already
     */
    public Draft write(
            CaseFile base,
            CaseFile whole,
            Draft draft,
            Map<ItemId, Integer> orders,
            ItemId item,
            FieldId field,
            Value value)
            throws AskThePerson {
        requireEntered(field);
        requireAllowed(whole, item, field, value);
        if (isHeld(whole, item, field, value)) {
            return draft;
        }
        Draft ordered = ordered(whole, draft, orders, item);
        // Back to what the last entries say: nothing is left to write.
        Draft written =
                isHeld(base, item, field, value) ? ordered.without(item, field) : ordered.with(item, field, value);
        return ChildGuard.flagged(catalogue, whole, written, field, value);
    }

    /**
     * {@code AskThePerson("consent-first")} before consent, {@code AskThePerson("sponsor-consent-first")} before the
     * sponsor's own, {@code AskThePerson("child-alone-no-sponsor")} for a yes to telling a sponsor of a child alone, {@code
     * AskThePerson("no-child-interpreter")} always.
     */
    public void requireAllowed(CaseFile whole, ItemId item, FieldId field, Value value) throws AskThePerson {
        new ConsentGate(catalogue, whole).require(item, field);
        ChildGuard.requireSponsorsMayKnow(new Children(catalogue, whole, LocalDate.now(clock)), item, field, value);
        ChildGuard.require(field, value);
    }

    /**
     * A page that was taken again: it has the place and the number of the one before, names it (PAG-06), and that one is
     * removed.
     */
    public Draft replacePage(CaseFile base, CaseFile whole, Draft draft, ItemId before, Photographed page)
            throws AskThePerson {
        requireConsent(whole);
        Draft next = remove(base, draft, before);
        for (FieldId kept : List.of(FieldId.ORDER, NUMBER)) {
            Optional<Value> value = whole.answer(before, kept).flatMap(Answer::settled);
            if (value.isPresent()) {
                next = next.with(page.item(), kept, value.get());
            }
        }
        return photographed(next, page).with(page.item(), RETAKE_OF, Value.text(before.path()));
    }

    /** Evidence whose place a kill has taken from memory: last, so that its pages are never without it. */
    private Draft placed(CaseFile whole, Draft draft, ItemId evidence) {
        boolean known = whole.item(evidence).isPresent()
                || draft.value(evidence, FieldId.ORDER).isPresent();
        int last = 1 + whole.items().size();
        return known ? draft : draft.with(evidence, FieldId.ORDER, Value.number(last));
    }

    private static Draft photographed(Draft draft, Photographed page) {
        return draft.with(page.item(), IMAGE, page.image().toValue())
                .with(page.item(), MOMENT, Value.text(page.moment()));
    }

    public Draft addPage(CaseFile whole, Draft draft, Map<ItemId, Integer> orders, Photographed page)
            throws AskThePerson {
        requireConsent(whole);
        ItemId evidence = page.item().parent().orElseThrow();
        int number = 1
                + catalogue.items(whole, "page", evidence).stream()
                        .flatMap(other -> other.answer(NUMBER).stream())
                        .flatMap(answer -> answer.held().stream())
                        .mapToInt(held -> held.value().asNumber().orElse(0))
                        .max()
                        .orElse(0);
        return photographed(placed(whole, ordered(whole, draft, orders, page.item()), evidence), page)
                .with(page.item(), FieldId.ORDER, Value.number(number))
                .with(page.item(), NUMBER, Value.number(number));
    }

    /** Behind every item of the case, and those that are new in this sitting. */
    public int nextOrder(CaseFile whole, Collection<Integer> orders) {
        int last = whole.items().values().stream()
                .flatMap(item -> item.answer(FieldId.ORDER).stream())
                .flatMap(answer -> answer.held().stream())
                .mapToInt(held -> held.value().asNumber().orElse(0))
                .max()
                .orElse(0);
        return 1
                + Math.max(
                        last, orders.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /** Removes an item and its children; what only this draft held of them was never said. */
    public Draft remove(CaseFile base, Draft draft, ItemId item) {
        Draft without = draft.withoutItem(item);
        return base.seen(item, FieldId.REMOVED).isEmpty()
                ? without
                : without.with(item, FieldId.REMOVED, Value.flag(true));
    }

    /** {@code AskThePerson("consent-first")} until consent to collect and to share is given. */
    public void requireConsent(CaseFile whole) throws AskThePerson {
        if (!isConsentGiven(whole)) {
            throw new AskThePerson("consent-first");
        }
    }

    public boolean isConsentGiven(CaseFile whole) {
        return new ConsentGate(catalogue, whole).isOpen();
    }

    private void requireEntered(FieldId field) {
        if (field.equals(FieldId.ORDER) || field.equals(FieldId.REMOVED)) {
            return;
        }
        Field known = catalogue.field(field).orElseThrow(() -> new Bug("a screen writes fields of its catalogue"));
        if (!known.isEnteredOnPhones()) {
            throw new Bug("a volunteer may not enter this field");
        }
    }

    private static Draft ordered(CaseFile whole, Draft draft, Map<ItemId, Integer> orders, ItemId item) {
        Draft next = draft;
        Optional<ItemId> at = Optional.of(item);
        while (at.isPresent()) {
            ItemId here = at.get();
            Integer order = orders.get(here);
            if (order != null && whole.answer(here, FieldId.ORDER).isEmpty()) {
                next = next.with(here, FieldId.ORDER, Value.number(order));
            }
            at = here.parent();
        }
        return next;
    }

    private static boolean isHeld(CaseFile caseFile, ItemId item, FieldId field, Value value) {
        return caseFile.answer(item, field)
                .flatMap(Answer::settled)
                .filter(value::equals)
                .isPresent();
    }
}
