package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/**
 * What of a case may leave the clinic, and whether it may at all: the one place that prints and exports ask. What only
 * attorneys read never leaves. Of a sponsor their name and telephone leave, which the person told; the rest only with the
 * sponsor's own consent and for staff who have the sponsors' permission. Pure.
 *
 * @param audiences whose fields this way out may show
 */
public record Leaving(Catalogue catalogue, CaseFile file, Set<Audience> audiences, LocalDate today) {
    private static final String GIVEN = "GIVEN";
    private static final String WITHDRAWN = "WITHDRAWN";
    private static final List<String> NEEDED = List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
    private static final Set<String> AS_TOLD_BY_THE_PERSON = Set.of("SPO-03", "SPO-03A", "SPO-05");
    private static final String SPONSOR = "sponsor";
    private static final FieldId PEOPLE = new FieldId("EVD-04");
    /** Where somebody was asked twice: a consent given anew stands over one that ran out, a no over everything. */
    private static final List<String> MOST_TELLING =
            List.of(WITHDRAWN, "REFUSED", "CHILD_SAID_NO", GIVEN, "EXPIRED", "NOT_ASKED");

    /** What a copy is for, and the consent that it needs (decision 0012). */
    public enum Purpose {
        /** A copy of the clinic's own file: somebody gave it to the clinic, and nobody refused or took it back. */
        CLINIC_FILE("SHARE_WITH_CLINIC"),
        /** Papers for a request to the government: everybody in the case has agreed to that. */
        REQUEST("SHARE_WITH_GOVERNMENT_IN_A_REQUEST");

        private final String consent;

        Purpose(String consent) {
            this.consent = consent;
        }

        /** As CON-02 names it. */
        public String consent() {
            return consent;
        }
    }

    /**
     * What one person said.
     *
     * @param decision as CON-03 names it, {@code EXPIRED} where it has run out, {@code CHILD_SAID_NO}; empty where nobody
     *     asked
     */
    public record Consent(ItemId person, String decision) {
        public boolean isGiven() {
            return decision.equals(GIVEN);
        }
    }

    public Leaving {
        audiences = Set.copyOf(audiences);
    }

    /** On paper that lies about: what all staff read, and of sponsors name and telephone. */
    static Leaving onPaper(Catalogue catalogue, CaseFile file, LocalDate today) {
        return new Leaving(catalogue, file, EnumSet.of(Audience.PHONE, Audience.STAFF), today);
    }

    /** In a file, by somebody to whom sponsors are open or not; what only attorneys read stays also where they make it. */
    static Leaving inAFile(Catalogue catalogue, CaseFile file, Access access, LocalDate today) {
        EnumSet<Audience> audiences = EnumSet.of(Audience.PHONE, Audience.STAFF);
        if (access.sponsors()) {
            audiences.add(Audience.SPONSOR);
        }
        return new Leaving(catalogue, file, audiences, today);
    }

    /** What every person of the case said to this, the protective answer where two people wrote apart. */
    public List<Consent> consents(Purpose purpose) {
        return catalogue.items(file, "person", ItemId.CASE).stream()
                .map(person -> new Consent(person.id(), decision(person.id(), purpose.consent())))
                .toList();
    }

    /** What somebody of the role sees of the copy. */
    public Access access(StaffSession.Role role) {
        return new Access(role, audiences, false, audiences.contains(Audience.SPONSOR));
    }

    /** Why a copy may not be made: a reason of {@code AskThePerson}; empty where it may. */
    public Optional<String> refusal(Purpose purpose) {
        List<Consent> asked = consents(purpose);
        List<String> basis = new ArrayList<>();
        asked.forEach(one -> NEEDED.forEach(needed -> basis.add(decision(one.person(), needed))));
        asked.forEach(one -> basis.add(one.decision()));
        if (basis.contains(WITHDRAWN)) {
            return Optional.of("export-consent-withdrawn");
        }
        boolean enough = purpose == Purpose.REQUEST
                ? !asked.isEmpty() && asked.stream().allMatch(Consent::isGiven)
                : asked.stream().anyMatch(Consent::isGiven)
                        && basis.stream()
                                .allMatch(said -> said.isEmpty() || said.equals(GIVEN) || said.equals("NOT_ASKED"));
        return enough ? Optional.empty() : Optional.of("export-consent-missing");
    }

    /** Whether a fact of an item may be shown; a field that this catalogue does not know may not. */
    public boolean may(ItemId item, FieldId id) {
        return catalogue.field(id).filter(field -> may(item, field)).isPresent();
    }

    public boolean may(ItemId item, Field field) {
        return audiences.contains(field.readBy())
                && (!field.group().equals(SPONSOR) || AS_TOLD_BY_THE_PERSON.contains(field.id()) || sponsorsOwn(item));
    }

    /** Whether a sealed entry may go as it is: everything in it may. */
    boolean may(Entry entry) {
        return audiences.contains(entry.audience())
                && entry.writes().stream().allMatch(write -> mayUnknown(write) || may(write.item(), write.field()));
    }

    /** Order, removal and what a later catalogue asks come from a phone and are of the phones' audience. */
    private boolean mayUnknown(Write write) {
        return catalogue.field(write.field()).isEmpty();
    }

    /** Whether photos of an evidence may go: nobody whom it is about refused photos, no sponsor's paper without them. */
    public boolean mayPhotos(Item evidence) {
        List<ItemId> people = referred(evidence, PEOPLE);
        List<ItemId> asked = people.isEmpty()
                ? catalogue.items(file, "person", ItemId.CASE).stream()
                        .map(Item::id)
                        .toList()
                : people;
        boolean refused = asked.stream()
                .map(person -> decision(person, "PHOTOGRAPH_DOCUMENTS"))
                .anyMatch(said -> !said.isEmpty() && !said.equals(GIVEN) && !said.equals("NOT_ASKED"));
        return !refused && (!new SponsorPapers(file).isOne(evidence) || mayPaper(evidence));
    }

    /** A sponsor's paper goes with the sponsor's facts; where nobody said whose it is, with those of all sponsors. */
    private boolean mayPaper(Item evidence) {
        List<ItemId> named = referred(evidence, SponsorPapers.SPONSORS);
        List<ItemId> sponsors = named.isEmpty()
                ? catalogue.items(file, SPONSOR, ItemId.CASE).stream()
                        .map(Item::id)
                        .toList()
                : named;
        return !sponsors.isEmpty() && sponsors.stream().allMatch(this::sponsorsOwn);
    }

    /** The code that a field of the case itself has; of several, the most protective. */
    public String code(String field) {
        return answer(ItemId.CASE, field);
    }

    private boolean sponsorsOwn(ItemId sponsor) {
        return audiences.contains(Audience.SPONSOR) && answer(sponsor, "SPO-08").equals(GIVEN);
    }

    private List<ItemId> referred(Item item, FieldId field) {
        List<ItemId> ids = new ArrayList<>();
        item.answer(field).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asChoices().stream())
                .forEach(path -> file.items().keySet().stream()
                        .filter(id -> id.path().equals(path))
                        .forEach(ids::add));
        return ids;
    }

    private String decision(ItemId person, String purpose) {
        List<String> said = new ArrayList<>();
        for (Item consent : catalogue.items(file, "consent", person)) {
            if (answer(consent.id(), "CON-02").equals(purpose)) {
                said.add(decision(consent));
            }
        }
        return MOST_TELLING.stream().filter(said::contains).findFirst().orElse("");
    }

    private String decision(Item consent) {
        String said = answer(consent.id(), "CON-03");
        boolean given = said.equals(GIVEN);
        if (given && consent.has("CON-12")) {
            return WITHDRAWN;
        }
        if (given && answer(consent.id(), "CON-09").equals("NO")) {
            return "CHILD_SAID_NO";
        }
        return given && isOver(consent) ? "EXPIRED" : said;
    }

    private boolean isOver(Item consent) {
        return consent.answer(new FieldId("CON-11")).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> PartialDate.from(held.value()).stream())
                .flatMap(date -> date.latest().stream())
                .anyMatch(today::isAfter);
    }

    private String answer(ItemId item, String field) {
        FieldId id = new FieldId(field);
        List<String> protective = catalogue.field(id).map(Field::protective).orElse(List.of());
        return file.answer(item, id)
                .flatMap(answer -> answer.mostProtective(protective).asText())
                .orElse("");
    }
}
