package org.umbral.phone.screen.intake;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.phone.screen.protocol.Protocols;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Condition;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Group;
import org.umbral.shared.catalogue.Step;

/**
 * One case while it is captured: what it holds, which steps and fields are shown, and whether all is saved. No controls;
 * used on the UI thread, the disk is asked through {@link Work}.
 */
public final class IntakeModel {
    /** Life: {@code SAVED}, {@code SAVING} while a write is under way, {@code FAILED} until what failed was tried again. */
    public enum State {
        SAVED,
        SAVING,
        FAILED
    }

    private final Intake intake;
    private final Words words;
    private final CaseId id;
    private final SavedCase saved;
    private final Items items;
    private final HowHeard heard = new HowHeard();
    private Optional<Protocol> refused = Optional.empty();
    private String refusable = "";

    public IntakeModel(Intake intake, Work work, Words words, CaseFile file) {
        this.intake = intake;
        this.words = words;
        this.id = file.id();
        this.saved = new SavedCase(intake, work, words, file);
        this.items = new Items(intake.catalogue());
    }

    /** A case that exists is taken up again: how the worker knows what is new is asked anew. */
    public IntakeModel laterSitting() {
        heard.askAgain();
        return this;
    }

    public CaseId id() {
        return id;
    }

    public CaseFile file() {
        return saved.view().file();
    }

    public Catalogue catalogue() {
        return intake.catalogue();
    }

    public Words words() {
        return words;
    }

    HowHeard heard() {
        return heard;
    }

    /** Runs after each change of what this model shows. */
    public void onChange(Runnable listener) {
        saved.onChange(listener);
    }

    /** Lets every listener go, before the screens are made anew in another language and listen again. */
    public void silence() {
        saved.silence();
    }

    public State state() {
        return saved.state();
    }

    public Optional<Failure> failure() {
        return saved.failure();
    }

    /** The steps that are shown now, in their order. */
    public List<Step> steps() {
        return saved.view().steps();
    }

    /** How many gaps lead to a step. */
    public int missing(String step) {
        return saved.view().missing(step);
    }

    /** Whether something was said in a step. */
    public boolean isAnswered(String step) {
        return saved.view().answered().contains(step);
    }

    public int allMissing() {
        return saved.view().allMissing();
    }

    public boolean isShown(Field field, ItemId item) {
        return holds(field.when(), item);
    }

    boolean holds(@Nullable Condition when, ItemId item) {
        return when == null || saved.view().conditions().hold(when, item);
    }

    public Optional<Answer> answer(ItemId item, FieldId field) {
        return file().answer(item, field);
    }

    public Optional<Value> value(ItemId item, String field) {
        return answer(item, new FieldId(field)).flatMap(Answer::settled);
    }

    /** Everybody whom the case is about, in the order in which they were written down. */
    public List<ItemId> people() {
        return items.of(file(), Items.PERSON, ItemId.CASE);
    }

    /** The person that the case is about; asked for before anything is known of them. */
    public Optional<ItemId> principal() {
        return people().stream().findFirst();
    }

    /** The person whom the steps ask about now. */
    public Optional<ItemId> person() {
        return items.person(file());
    }

    /** The steps ask about this person from now on. */
    public void open(ItemId person) {
        items.open(person);
        saved.changed();
    }

    /** What a person is called, or their number in the case while nobody said. */
    public String nameOf(ItemId person) {
        return Summaries.nameOf(this, person);
    }

    /** An item in one line: the first answers it holds, names first. */
    public Optional<String> summary(ItemId item, String group) {
        return Summaries.of(this, item, group);
    }

    /** The items of a group below another in their order, those that hold nothing yet last. */
    public List<ItemId> items(String group, ItemId parent) {
        return items.of(file(), group, parent);
    }

    /** Below which item the items of a group stand; what belongs to a person, below the one who is open. */
    public ItemId parentOf(Group group) {
        return group.parent() == null ? ItemId.CASE : person().orElse(ItemId.CASE);
    }

    /** Finds or makes the first person, then goes on. */
    public void ready(Runnable then) {
        if (principal().isPresent()) {
            then.run();
        } else {
            newItem(Items.PERSON, ItemId.CASE, made -> then.run());
        }
    }

    /** Behind every write that is under way. */
    void afterSaves(Runnable then) {
        saved.ask(() -> id, same -> then.run());
    }

    public void newItem(String group, ItemId parent, Consumer<ItemId> then) {
        saved.ask(() -> intake.newItem(id, group, parent), made -> {
            items.began(made, group);
            then.accept(made);
        });
    }

    /** Whether a protocol keeps a value from being written; its card stands among the others until it is answered. */
    boolean refuses(FieldId field, Value value) {
        if (field.text().equals(refusable)) {
            refused = Optional.empty();
        }
        Optional<Protocol> now = Protocols.refusing(field, value);
        if (now.isPresent()) {
            refused = now;
            refusable = field.text();
            saved.changed();
        }
        return now.isPresent();
    }

    /** The protocols that the case calls for, and what was just refused. */
    public List<Protocols.Card> cards() {
        return protocols().cards(refused);
    }

    public void write(ItemId item, FieldId field, Value value) {
        if (refuses(field, value)) {
            return;
        }
        boolean tells = heard.takes(field, value);
        Optional<HowKnown> how = heard.how();
        Optional<OffsetDateTime> when = heard.when();
        save(() -> {
            intake.write(id, item, field, value);
            if (tells) {
                intake.heard(id, when.orElse(null), how.orElseThrow());
            }
        });
    }

    /** The same answers for somebody else: every item of a group, with all that was answered of it. */
    void copy(String group, ItemId from, ItemId to) {
        CaseFile now = file();
        List<ItemId> held = items(group, to);
        save(() -> {
            Iterator<ItemId> blanks = held.iterator();
            for (var one : catalogue().items(now, group, from)) {
                ItemId made = blanks.hasNext() ? blanks.next() : intake.newItem(id, group, to);
                for (Field field : catalogue().fieldsOf(group)) {
                    Optional<Value> value =
                            one.answer(field.fieldId()).flatMap(Answer::settled).filter(Value::isAnswer);
                    if (value.isPresent()) {
                        intake.write(id, made, field.fieldId(), value.get());
                    }
                }
            }
        });
    }

    public void remove(ItemId item) {
        items.gone(item);
        save(() -> intake.remove(id, item));
    }

    /** Somebody removed it while somebody else wrote to it: it stays. */
    void keep(ItemId item) {
        save(() -> intake.write(id, item, FieldId.REMOVED, Value.flag(false)));
    }

    /** Takes one removal back, whatever was done since. */
    public void restore(ItemId item) {
        save(() -> intake.restore(id, item));
    }

    /** Which protocols the case calls for now. */
    public Protocols protocols() {
        return new Protocols(catalogue(), file(), words.today());
    }

    <T> void ask(Work.Task<T> task, Consumer<? super T> then) {
        saved.ask(task, then);
    }

    /** Takes back the last change; {@code then} hears whether there was one. */
    void undo(Consumer<Boolean> then) {
        saved.ask(() -> intake.undo(id), undone -> {
            saved.reread();
            then.accept(undone);
        });
    }

    /** Does something to the case; only when it returned and the case was read again does it count as saved. */
    public void save(Work.Deed deed) {
        saved.save(deed);
    }

    /** What could not be saved is tried again, in its order. */
    public void tryAgain() {
        saved.tryAgain();
    }

    public void reread() {
        saved.reread();
    }

    /** Places that fit what is typed; a table that cannot be read offers none. */
    List<String> offers(Field field, String typed) {
        try {
            return intake.offers(field.fieldId(), typed);
        } catch (Failure unreadable) {
            return List.of();
        }
    }
}
