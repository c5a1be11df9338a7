package org.umbral.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.screen.intake.Consents;
import org.umbral.phone.screen.intake.IntakeModel;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.phone.screen.protocol.Protocols;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Readiness;
import org.umbral.shared.catalogue.Step;
import org.umbral.shared.doubt.Doubt;
import org.umbral.shared.doubt.Doubts;
import org.umbral.testing.TestPhone;

/**
 * Somebody who works with the phone through its view models, without a window: may only answer what the phone asks, in a
 * real journal with sealed files.
 */
public final class Worker implements AutoCloseable {
    public final TestPhone phone;
    public final Words words;
    private @Nullable IntakeModel model;
    private @Nullable Consents consents;

    public Worker(TestPhone phone) {
        this.phone = phone;
        words = Words.of(Locale.ENGLISH, phone.clock);
    }

    /** On 21 November 2026, the day of the scenarios. */
    public static Worker with(Path home, long seed) throws Failure {
        TestPhone phone = TestPhone.withRealPhotos(home, seed);
        phone.clock.move(Duration.ofDays(1));
        return new Worker(phone);
    }

    public void begin(HowKnown known) throws Failure {
        open(phone.intake.begin(known));
    }

    /** The case once more, as from the list. */
    public void open(CaseId id) throws Failure {
        IntakeModel opened =
                new IntakeModel(phone.intake, new Work(Runnable::run, Runnable::run), words, phone.intake.read(id));
        model = opened;
        consents = new Consents(opened, phone.intake);
        opened.ready(() -> {});
    }

    public IntakeModel model() {
        if (model == null) {
            throw new AssertionError("begin first");
        }
        return model;
    }

    public Consents consents() {
        if (consents == null) {
            throw new AssertionError("begin first");
        }
        return consents;
    }

    public CaseId id() {
        return model().id();
    }

    public ItemId person() {
        return model().principal().orElseThrow();
    }

    public void gives(String language, String... purposes) {
        for (String purpose : purposes) {
            decides(purpose, "GIVEN", language);
        }
    }

    public void decides(String purpose, String decision, String language) {
        consents().decide(purpose, decision, language, "ORAL_WITNESSED");
        mustBeSaved();
    }

    /** A new item of a group, below the person where it stands there. */
    public ItemId another(String group) {
        return another(group, model().parentOf(model().catalogue().group(group)));
    }

    public ItemId another(String group, ItemId parent) {
        ItemId[] made = new ItemId[1];
        model().newItem(group, parent, item -> made[0] = item);
        mustBeSaved();
        return made[0];
    }

    public void answer(String field, String choiceOrText) {
        answer(field, Value.text(choiceOrText));
    }

    /** Answers about the case or the person that it is about. */
    public void answer(String field, Value value) {
        Field asked = field(field);
        answer(asked.group().equals("person") ? person() : ItemId.CASE, field, value);
    }

    public void answer(ItemId item, String field, String choiceOrText) {
        answer(item, field, Value.text(choiceOrText));
    }

    public void answer(ItemId item, String field, Value value) {
        if (!isAsked(item, field)) {
            throw new AssertionError(field + " is not asked here");
        }
        model().write(item, field(field).fieldId(), value);
        mustBeSaved();
    }

    /** Whether a step that is shown, or a card, offers the field to a volunteer now. */
    public boolean isAsked(ItemId item, String field) {
        Protocols protocols = protocols();
        boolean onCard = protocols.cards().stream()
                .flatMap(card -> card.asks().stream())
                .anyMatch(ask -> ask.item().equals(item) && ask.field().equals(field));
        boolean inStep = model().steps().stream().anyMatch(step -> protocols.asks(step) && shows(step, field));
        Optional<Field> known = model().catalogue().field(field);
        return known.filter(one -> one.enters().contains("V") || one.enters().contains("O"))
                .filter(one -> onCard || inStep)
                .filter(one -> model().isShown(one, item))
                .isPresent();
    }

    public Protocols protocols() {
        return new Protocols(model().catalogue(), model().file(), words.today());
    }

    public List<Protocol> cards() {
        return protocols().cards().stream().map(Protocols.Card::protocol).toList();
    }

    /** What is missing by the rules that a volunteer may see, by the ids of the rules. */
    public List<String> gaps() {
        return Readiness.of(model().catalogue(), model().file(), words.today()).gaps().stream()
                .map(gap -> gap.rule().id())
                .toList();
    }

    /** What the phone doubts about a value, before it is saved. */
    public List<String> doubts(ItemId item, String field, Value value) {
        return new Doubts(words.today(), "US", other -> near(item, other))
                .of(field(field), value).stream().map(Doubt::code).toList();
    }

    private Optional<Value> near(ItemId item, String field) {
        return model().value(item, field).or(() -> item.parent().flatMap(above -> model().value(above, field)));
    }

    private static boolean shows(Step step, String field) {
        Stream<String> own = Stream.concat(step.fields().stream(), step.more().stream());
        Stream<String> sections = step.sections().stream()
                .flatMap(section -> Stream.concat(section.fields().stream(), section.more().stream()));
        return Stream.concat(own, sections).anyMatch(field::equals);
    }

    private Field field(String id) {
        return model().catalogue().field(id).orElseThrow(() -> new AssertionError(id + " is not in the catalogue"));
    }

    private void mustBeSaved() {
        if (model().state() != IntakeModel.State.SAVED) {
            throw new AssertionError("not saved: "
                    + model().failure()
                            .map(Failure::reason)
                            .orElse(model().state().name()));
        }
    }

    /** A photo from the camera, as a page of the evidence. */
    public ItemId photograph(ItemId evidence, byte[] capture) throws Failure, IOException {
        ItemId page = phone.intake.addPhoto(
                id(), evidence, phone.leave("capture-" + evidence.path().hashCode(), capture));
        model().reread();
        return page;
    }

    public List<ItemId> pages(ItemId evidence) {
        return model().items("page", evidence);
    }

    /** Leaves the case: what was changed becomes an entry. */
    public Journal done() throws Failure, IOException {
        phone.intake.leave(id());
        return Journal.sealedOn(phone, id());
    }

    @Override
    public void close() {
        phone.close();
    }
}
