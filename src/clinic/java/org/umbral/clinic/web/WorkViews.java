package org.umbral.clinic.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.clinic.casework.CaseWork;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Work;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** Makes what the case page shows of the staff's own work. */
record WorkViews(Desk.CasePage page, Facts facts, CatalogueWords said, Moments moments) {
    static final FieldId DONE = new FieldId("TSK-01C");
    private static final FieldId FLAGS = new FieldId("CAS-12");
    private static final FieldId SIGNS = new FieldId("CAS-13");
    private static final FieldId WITH_WHOM = new FieldId("FAM-06");
    private static final List<String> NO_PARENT = List.of("RELATIVE_NOT_GUARDIAN", "OTHER_ADULT", "ALONE");
    private static final List<String> PROTOCOL = List.of("CAS-15", "CAS-15A");

    WorkView view() {
        CaseLinks links = facts.links();
        return new WorkView(
                file().id().text(),
                links.access().isShut() ? links.edit("conflict", ItemId.CASE) : "",
                closed(),
                flags(),
                tasks(),
                new Telephones(facts, said).all(),
                new FilingLog(page, facts, said, moments).all(),
                links.edit("closing", ItemId.CASE),
                add("task"),
                add("call"),
                add("request"));
    }

    private String add(String group) {
        return facts.links().mayEdit(group)
                ? facts.links().add(said.catalogue().group(group)).href()
                : "";
    }

    private CaseFile file() {
        return page.caseFile();
    }

    private CaseWork work() {
        return new CaseWork(said.catalogue(), file());
    }

    private Optional<WorkView.Closed> closed() {
        if (!work().isClosed()) {
            return Optional.empty();
        }
        String why = Stream.of(one("CAS-14"), one("CAS-14A"))
                .filter(text -> !text.isEmpty())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
        String told =
                one("ATY-06A").isEmpty() ? "" : said.words().say("work.closed.told", one("ATY-06A"), one("ATY-06B"));
        String kept = work().keptUntil()
                .map(day -> said.words().say("work.closed.kept", moments.date(day)))
                .orElse("");
        return Optional.of(new WorkView.Closed(why, told, kept));
    }

    /** An answer of the case in words; empty where there is none. */
    private String one(String field) {
        return held(ItemId.CASE, new FieldId(field))
                .map(Held::value)
                .filter(Value::isAnswer)
                .findFirst()
                .flatMap(value -> said.catalogue().field(field).map(known -> facts.text(known, value)))
                .orElse("");
    }

    private Stream<Held> held(ItemId item, FieldId field) {
        return file().answer(item, field).stream().flatMap(answer -> answer.held().stream());
    }

    private List<WorkView.Flag> flags() {
        List<WorkView.Flag> flags = new ArrayList<>();
        held(ItemId.CASE, FLAGS)
                .forEach(held -> held.value()
                        .asChoices()
                        .forEach(code -> flags.add(new WorkView.Flag(said.choice(FLAGS.text(), code), by(held), ""))));
        childWithoutParent().ifPresent(flags::add);
        return flags;
    }

    private String by(Held held) {
        CaseView.Source source = facts.source(held.entry());
        return source.who() + ", " + source.typed();
    }

    /** A child who is with nobody but others waits for the attorney's signed protocol (rule ALL-13). */
    private Optional<WorkView.Flag> childWithoutParent() {
        Stream<Held> signs =
                held(ItemId.CASE, SIGNS).filter(held -> held.value().asChoices().contains("MINOR_NO_PARENT"));
        Stream<Held> told = facts.items("person").stream()
                .map(Item::id)
                .flatMap(person -> held(person, WITH_WHOM))
                .filter(held -> held.value().asChoices().stream().anyMatch(NO_PARENT::contains));
        return Stream.concat(signs, told).findFirst().map(held -> {
            boolean signed = PROTOCOL.stream().noneMatch(field -> one(field).isEmpty());
            String text = signed
                    ? said.words().say("work.protocol.signed", one("CAS-15"), one("CAS-15A"))
                    : said.words().say("work.protocol.missing");
            return new WorkView.Flag(text, by(held), facts.links().edit("protocol", ItemId.CASE));
        });
    }

    private List<WorkView.Task> tasks() {
        return work().openTasks().stream()
                .sorted(Work.SOONEST_FIRST)
                .map(task -> new WorkView.Task(
                        task.item().path(),
                        task.what(),
                        task.due().map(day -> due(moments, day)).orElse(""),
                        late(moments, said.words(), task.due()),
                        task.whomName(),
                        facts.links().edit("task", task.item()),
                        facts.links().mayEdit("task")
                                ? Optional.of(Shown.text(file().seen(task.item(), DONE)))
                                : Optional.empty()))
                .toList();
    }

    static String due(Moments moments, LocalDate day) {
        return moments.date(day) + " (" + moments.distance(day) + ")";
    }

    static String late(Moments moments, Words words, Optional<LocalDate> due) {
        int days = due.map(day -> day.compareTo(moments.today())).orElse(1);
        return days > 0 ? "" : words.say(days < 0 ? "work.task.overdue" : "work.task.today");
    }
}
