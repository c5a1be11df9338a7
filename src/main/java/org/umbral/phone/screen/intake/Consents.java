package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.notice.Notices;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.notice.ReadAloud;
import org.umbral.shared.Bug;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * The consents of everybody in a case, one item for each person and purpose (domain notes §2.2), and how the notices are
 * read to them now. No controls.
 */
public final class Consents {
    /** Without these two nothing about a person is written down. */
    static final List<String> NEEDED = List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");

    public static final String PHOTOGRAPH = "PHOTOGRAPH_DOCUMENTS";
    /** What else is asked on the phone, each on its own; the rest is the clinic's to ask. */
    static final List<String> FURTHER = List.of(
            "CONTACT_BY_PHONE_OR_CHAT",
            "CONTACT_SPONSOR",
            "SHARE_WITH_SPONSOR",
            "ANONYMOUS_STATISTICS",
            "TELL_STORY_PUBLICLY");

    private static final FieldId PURPOSE = new FieldId("CON-02");
    private static final FieldId DECISION = new FieldId("CON-03");
    private static final FieldId SAID_BACK = new FieldId("CON-10");
    private static final List<String> PROTECTIVE = List.of("WITHDRAWN", "REFUSED", "NOT_ASKED");

    private final IntakeModel model;
    private final Intake intake;
    private final Notices notices = Notices.load();
    private final Map<ItemId, Guardian> guardians = new LinkedHashMap<>();
    private final Map<ItemId, Value> saidBack = new LinkedHashMap<>();
    private ReadAloud reading;
    private String how = "ORAL_WITNESSED";

    public Consents(IntakeModel model, Intake intake) {
        this.model = model;
        this.intake = intake;
        String spoken =
                model.value(ItemId.CASE, "CAP-11").flatMap(Value::asText).orElse("");
        Language text = notices.language(spoken).orElseGet(this::workersOwn);
        this.reading = new ReadAloud(text, spoken.isEmpty() ? text.tag() : spoken, false, Optional.empty());
    }

    private Language workersOwn() {
        return notices.language(model.words().locale().toLanguageTag())
                .or(() -> notices.language("en"))
                .orElseThrow();
    }

    public Notices notices() {
        return notices;
    }

    /** How the notices are read in this sitting. */
    public ReadAloud reading() {
        return reading;
    }

    public void read(ReadAloud now) {
        reading = now;
    }

    Guardian guardian(ItemId child) {
        return guardians.computeIfAbsent(child, one -> Guardian.of(model, one));
    }

    /** Who answers for a child from now on; what was answered before says so too. */
    void guardian(ItemId child, Guardian answers) {
        guardians.put(child, answers);
        again(child, row -> answers.write(row));
    }

    /** GIVEN, REFUSED, WITHDRAWN or NOT_ASKED; empty where nothing was said. */
    Optional<String> decision(ItemId person, String purpose) {
        return item(model.file(), person, purpose)
                .flatMap(item -> model.answer(item, DECISION))
                .flatMap(answer -> answer.mostProtective(PROTECTIVE).asText());
    }

    public boolean isGiven(ItemId person, String purpose) {
        return decision(person, purpose).filter("GIVEN"::equals).isPresent();
    }

    /** By the person whom the case is about. */
    public boolean isGiven(String purpose) {
        return model.principal().filter(person -> isGiven(person, purpose)).isPresent();
    }

    public boolean isDoorOpen() {
        return model.people().stream().anyMatch(this::isOpenFor);
    }

    boolean isOpenFor(ItemId person) {
        return NEEDED.stream().allMatch(purpose -> isGiven(person, purpose));
    }

    /** Whether the clinic has, or will get, something of this case: then a yes is taken back instead of forgotten. */
    void ifSent(Consumer<Boolean> then) {
        model.ask(() -> intake.delivery(model.id()).state() != Delivery.State.DRAFT, then);
    }

    /** Writes what was answered, on which notice, in which language it was read, and how the answer was given. */
    public void decide(ItemId person, String purpose, String decision) {
        ConsentRow.Told told = new ConsentRow.Told(notices, reading, how);
        Guardian guardian = guardian(person);
        Optional<Value> back = saidBack(person);
        save(person, purpose, row -> {
            row.begin(person, purpose);
            row.told(told, purpose);
            if (guardian.isNeeded()) {
                guardian.write(row);
            }
            if (back.isPresent()) {
                row.write(SAID_BACK.text(), back.get());
            }
            // The answer last: whoever reads half of it must not find a consent that does not say to what.
            row.write("CON-03", Value.text(decision));
        });
    }

    /** The same for the person whom the case is about. */
    public void decide(String purpose, String decision) {
        decide(model.principal().orElseThrow(() -> new Bug("somebody answers")), purpose, decision);
    }

    /** The same, read in a language by the worker. */
    public void decide(String purpose, String decision, String language, String way) {
        notices.language(language)
                .ifPresent(text -> reading = ReadAloud.in(text).readBy(ReadAloud.Reader.WORKER));
        how = way;
        decide(purpose, decision);
    }

    /** A yes that was taken back: nothing new is used for this purpose; the clinic learns of it with the next entry. */
    void withdraw(ItemId person, String purpose, String via) {
        save(person, purpose, row -> {
            row.now("CON-12");
            row.write("CON-12A", Value.text(via));
            row.write("CON-03", Value.text("WITHDRAWN"));
        });
    }

    /** Whether the person repeated it in their own words (CON-10); empty while nobody asked. */
    Optional<Value> saidBack(ItemId person) {
        return Optional.ofNullable(saidBack.get(person))
                .or(() -> model.catalogue().items(model.file(), "consent", person).stream()
                        .flatMap(row -> row.answer(SAID_BACK).flatMap(Answer::settled).stream())
                        .findFirst());
    }

    void saidBack(ItemId person, Value now) {
        saidBack.put(person, now);
        again(person, row -> row.write(SAID_BACK.text(), now));
    }

    /** Whether anything was asked of this person yet. */
    boolean isAsked(ItemId person) {
        return !model.catalogue().items(model.file(), "consent", person).isEmpty();
    }

    String how() {
        return how;
    }

    void how(ItemId person, String now) {
        how = now;
        again(person, row -> row.write("CON-06", Value.text(now)));
    }

    private void again(ItemId person, ConsentRow.Deed deed) {
        for (Item row : model.catalogue().items(model.file(), "consent", person)) {
            model.save(() -> deed.run(new ConsentRow(intake, model, row.id())));
        }
    }

    private void save(ItemId person, String purpose, ConsentRow.Deed deed) {
        model.save(() -> {
            Optional<ItemId> found = item(intake.read(model.id()), person, purpose);
            ItemId item = found.isPresent() ? found.get() : intake.newItem(model.id(), "consent", person);
            deed.run(new ConsentRow(intake, model, item));
        });
    }

    private Optional<ItemId> item(CaseFile file, ItemId person, String purpose) {
        return model.catalogue().items(file, "consent", person).stream()
                .filter(item -> item.answer(PURPOSE).stream()
                        .flatMap(answer -> answer.held().stream())
                        .anyMatch(held -> held.value().asChoices().contains(purpose)))
                .map(Item::id)
                .findFirst();
    }
}
