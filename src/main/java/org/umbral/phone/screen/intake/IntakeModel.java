package org.umbral.phone.screen.intake;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Conditions;
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
    private final Work work;
    private final Words words;
    private final CaseId id;
    private final Catalogue catalogue;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Work.Deed> failedDeeds = new ArrayList<>();
    private final Map<ItemId, String> fresh = new LinkedHashMap<>();
    private CaseFile file;
    private @Nullable ItemId principal;
    private @Nullable Failure failure;
    private int pending;

    public IntakeModel(Intake intake, Work work, Words words, CaseFile file) {
        this.intake = intake;
        this.work = work;
        this.words = words;
        this.id = file.id();
        this.file = file;
        this.catalogue = intake.catalogue();
    }

    public CaseId id() {
        return id;
    }

    public CaseFile file() {
        return file;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Words words() {
        return words;
    }

    /** Runs after each change of what this model shows. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Lets every listener go, before the screens are made anew in another language and listen again. */
    public void silence() {
        listeners.clear();
    }

    public State state() {
        if (failure != null) {
            return State.FAILED;
        }
        return pending > 0 ? State.SAVING : State.SAVED;
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    public List<Step> steps() {
        return catalogue.steps().stream()
                .filter(step -> step.when() == null || conditions().hold(step.when(), ItemId.CASE))
                .toList();
    }

    public boolean isShown(Field field, ItemId item) {
        return field.when() == null || conditions().hold(field.when(), item);
    }

    private Conditions conditions() {
        return new Conditions(catalogue, file, words.today());
    }

    public Optional<Answer> answer(ItemId item, FieldId field) {
        return file.answer(item, field);
    }

    public Optional<Value> value(ItemId item, String field) {
        return file.answer(item, new FieldId(field)).flatMap(Answer::settled);
    }

    /** The person that the case is about; asked for before anything is known of them. */
    public Optional<ItemId> principal() {
        return Optional.ofNullable(principal);
    }

    /** The items of a group below another in their order, those that hold nothing yet last. */
    public List<ItemId> items(String group, ItemId parent) {
        List<ItemId> held = catalogue.items(file, group, parent).stream()
                .map(Item::id)
                .collect(Collectors.toCollection(ArrayList::new));
        fresh.forEach((item, of) -> {
            if (of.equals(group) && item.parent().equals(Optional.of(parent)) && !held.contains(item)) {
                held.add(item);
            }
        });
        return held;
    }

    /** Below which item the items of a group stand. */
    public ItemId parentOf(Group group) {
        return group.parent() == null ? ItemId.CASE : Objects.requireNonNullElse(principal, ItemId.CASE);
    }

    /** Finds or makes the principal person, then goes on. */
    public void ready(Runnable then) {
        work.ask(
                this::findPrincipal,
                found -> {
                    principal = found;
                    fresh.put(found, "person");
                    then.run();
                },
                this::failed);
    }

    private ItemId findPrincipal() throws Failure {
        Optional<ItemId> person = catalogue.items(file, "person", ItemId.CASE).stream()
                .map(Item::id)
                .findFirst();
        Optional<ItemId> byConsent = file.items().keySet().stream()
                .filter(item -> item.parent().flatMap(ItemId::parent).equals(Optional.of(ItemId.CASE)))
                .filter(item -> file.item(item).orElseThrow().isOf(catalogue.fieldIdsOf("consent")))
                .flatMap(item -> item.parent().stream())
                .findFirst();
        Optional<ItemId> found = person.or(() -> byConsent);
        return found.isPresent() ? found.get() : intake.newItem(id, "person", ItemId.CASE);
    }

    public void newItem(String group, ItemId parent, Consumer<ItemId> then) {
        work.ask(
                () -> intake.newItem(id, group, parent),
                made -> {
                    fresh.put(made, group);
                    then.accept(made);
                },
                this::failed);
    }

    public void write(ItemId item, FieldId field, Value value) {
        save(() -> {
            intake.write(id, item, field, value);
            if (field.text().equals("CAP-06") || field.text().equals("CAP-08")) {
                heard();
            }
        });
    }

    private void heard() throws Failure {
        CaseFile now = intake.read(id);
        Optional<String> when = text(now, "CAP-06");
        Optional<String> how = text(now, "CAP-08");
        if (when.isPresent() && how.isPresent()) {
            intake.heard(id, OffsetDateTime.parse(when.get()), HowKnown.valueOf(how.get()));
        }
    }

    private static Optional<String> text(CaseFile file, String field) {
        return file.answer(ItemId.CASE, new FieldId(field))
                .flatMap(Answer::settled)
                .flatMap(Value::asText);
    }

    public void remove(ItemId item) {
        fresh.remove(item);
        save(() -> intake.remove(id, item));
    }

    public void undo() {
        save(() -> intake.undo(id));
    }

    /** Does something to the case; only when it returned and the case was read again does it count as saved. */
    public void save(Work.Deed deed) {
        pending++;
        changed();
        work.ask(
                () -> {
                    deed.run();
                    return intake.read(id);
                },
                read -> {
                    pending--;
                    file = read;
                    changed();
                },
                failed -> {
                    pending--;
                    failedDeeds.add(deed);
                    failed(failed);
                });
    }

    /** What could not be saved is tried again, in its order. */
    public void tryAgain() {
        List<Work.Deed> again = List.copyOf(failedDeeds);
        failedDeeds.clear();
        failure = null;
        again.forEach(this::save);
        changed();
    }

    public void reread() {
        work.ask(
                () -> intake.read(id),
                read -> {
                    file = read;
                    changed();
                },
                this::failed);
    }

    private void failed(Failure what) {
        failure = what;
        changed();
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** An item in one line: the first answers it holds, names first. */
    public Optional<String> summary(ItemId item, String group) {
        return Optional.of(catalogue.fieldsOf(group).stream()
                        .flatMap(field -> said(item, field))
                        .limit(2)
                        .collect(Collectors.joining(" · ")))
                .filter(text -> !text.isBlank());
    }

    private Stream<String> said(ItemId item, Field field) {
        if (field.id().equals("CAS-08")) {
            return Stream.empty();
        }
        return value(item, field.id()).stream()
                .filter(Value::isAnswer)
                .map(value -> Said.value(words, field, value))
                .filter(text -> !text.isBlank());
    }
}
