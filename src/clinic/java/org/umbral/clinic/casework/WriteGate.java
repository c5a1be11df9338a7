package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.umbral.clinic.casework.Desk.Change;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Group;

/** What a member of staff may write to a case, by role, field and form; changes become writes of their audience. */
record WriteGate(Catalogue catalogue, Access access, CaseFile file, LocalDate today) {
    private static final Pattern SPONSORS_SECRETS = Pattern.compile("SPO-0[67][A-Z]?");
    private static final FieldId SPONSORS_OWN = new FieldId("SPO-08");

    /** {@code AskThePerson} with {@code conflict-check-first}, {@code only-added}, {@code not-your-role}, {@code no-such-field} or {@code value-does-not-fit}. */
    Map<Audience, List<Write>> writes(List<Change> changes) throws AskThePerson {
        Map<Audience, List<Write>> writes = new EnumMap<>(Audience.class);
        Set<ItemId> placed = new HashSet<>();
        for (Change change : changes) {
            Field field = catalogue.field(change.field()).orElseThrow(() -> new AskThePerson("no-such-field"));
            if (access.isShut() && Narrative.isOf(field)) {
                throw new AskThePerson("conflict-check-first");
            }
            if (!access.mayEnter(field)) {
                throw new AskThePerson("not-your-role");
            }
            requirePlace(catalogue.group(field.group()), change.item());
            if (OnlyAdded.isFixed(field.group(), change.item(), file)) {
                throw new AskThePerson("only-added");
            }
            if (Fit.problem(field, change.value(), today).isPresent()) {
                throw new AskThePerson("value-does-not-fit");
            }
            List<Write> ofAudience = writes.computeIfAbsent(field.readBy(), none -> new ArrayList<>());
            if (isNew(change.item()) && placed.add(change.item())) {
                Value last = Value.number(1 + file.items().size() + placed.size());
                ofAudience.add(new Write(FieldId.ORDER, change.item(), last, new TreeSet<>()));
            }
            ofAudience.add(new Write(change.field(), change.item(), change.value(), seen(change)));
        }
        return writes;
    }

    /** What the writer had in front of them, as far as it is so: what came since stays beside what they write. */
    private TreeSet<WriteId> seen(Change change) {
        TreeSet<WriteId> seen = new TreeSet<>(file.seen(change.item(), change.field()));
        seen.retainAll(change.seen());
        return seen;
    }

    private boolean isNew(ItemId item) {
        return !item.equals(ItemId.CASE) && file.item(item).isEmpty();
    }

    /** An item stands where its group does, below one that is there. */
    private void requirePlace(Group group, ItemId item) throws AskThePerson {
        Optional<ItemId> parent = item.parent();
        boolean fits = !group.several()
                ? item.equals(ItemId.CASE)
                : group.parent() == null
                        ? parent.equals(Optional.of(ItemId.CASE))
                        : parent.filter(above -> !above.equals(ItemId.CASE) && !isNew(above))
                                .isPresent();
        if (!fits || isOfAnother(group, item)) {
            throw new AskThePerson("no-such-field");
        }
    }

    private boolean isOfAnother(Group group, ItemId item) {
        Set<String> groups = new HashSet<>();
        if (group.several()) {
            file.item(item)
                    .ifPresent(known -> known.answers()
                            .keySet()
                            .forEach(id -> catalogue.field(id).ifPresent(field -> groups.add(field.group()))));
        }
        return !groups.isEmpty() && !groups.contains(group.id());
    }

    /** {@code AskThePerson("sponsor-consent-first")}: address and status of a sponsor open with the sponsor's own consent. */
    void requireSponsorsConsent(CaseFile after, Collection<List<Write>> writes) throws AskThePerson {
        for (List<Write> some : writes) {
            for (Write write : some) {
                boolean secret = SPONSORS_SECRETS.matcher(write.field().text()).matches()
                        && write.value().isAnswer();
                if (secret && !hasConsented(after, write.item())) {
                    throw new AskThePerson("sponsor-consent-first");
                }
            }
        }
    }

    /** {@code AskThePerson("sponsors-first")}: what shows a sponsor's paper is not made to show something else unseen. */
    void requireSponsorsStayApart(CaseFile after, List<Change> changes) throws AskThePerson {
        List<ItemId> items = changes.stream().map(Change::item).distinct().toList();
        if (!access.sponsors() && new SponsorPapers(file).loses(items, after)) {
            throw new AskThePerson("sponsors-first");
        }
    }

    private boolean hasConsented(CaseFile after, ItemId sponsor) {
        List<String> protective =
                catalogue.field(SPONSORS_OWN).map(Field::protective).orElse(List.of());
        return after.answer(sponsor, SPONSORS_OWN)
                .flatMap(answer -> answer.mostProtective(protective).asText())
                .filter("GIVEN"::equals)
                .isPresent();
    }
}
