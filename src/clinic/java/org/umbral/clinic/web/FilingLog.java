package org.umbral.clinic.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Group;

/** What was sent where, when and with what proof, and every answer or silence as it was entered; never what it means. */
record FilingLog(Desk.CasePage page, Facts facts, CatalogueWords said, Moments moments) {
    static final FieldId CODE = new FieldId("OUT-01");
    static final FieldId WHICH = new FieldId("OUT-08");
    static final String MISTAKE = "ENTERED_BY_MISTAKE";
    private static final String REQUEST = "request";
    private static final String EVENT = "event";
    private static final FieldId WHEN = new FieldId("OUT-01A");
    private static final Set<String> IN_THE_LINE = Set.of("OUT-01", "OUT-01A", "OUT-08");

    List<WorkView.Request> all() {
        return facts.items(REQUEST).stream().map(this::request).toList();
    }

    private WorkView.Request request(Item request) {
        List<Item> events = facts.items(EVENT, request.id());
        Set<String> mistaken = events.stream()
                .filter(FilingLog::isMark)
                .flatMap(event -> event.text(WHICH.text()).stream())
                .collect(Collectors.toSet());
        String title = request.answer(new FieldId("REQ-01"))
                .flatMap(Answer::settled)
                .flatMap(Value::asNumber)
                .map(number -> said.words().say("work.log.attempt", number))
                .orElseGet(() -> said.group(REQUEST));
        return new WorkView.Request(
                title,
                facts.of(request, REQUEST, below()).stream()
                        .filter(fact -> !fact.id().equals(KeptLists.KEPT.text()))
                        .toList(),
                KeptList.of(request, facts, said, moments),
                facts.links().edit(REQUEST, request.id()),
                events.stream()
                        .sorted(Comparator.comparing(FilingLog::at))
                        .map(event -> event(event, mistaken.contains(event.id().path())))
                        .toList(),
                add(EVENT, request),
                below().stream()
                        .map(group -> new CaseView.Link(said.group(group.id()), add(group.id(), request)))
                        .filter(link -> !link.href().isEmpty())
                        .toList());
    }

    /** What was sent with it and paid for it. */
    private List<Group> below() {
        return said.catalogue().groups().stream()
                .filter(group -> REQUEST.equals(group.parent()) && !group.id().equals(EVENT))
                .toList();
    }

    private String add(String group, Item request) {
        return facts.links().addBelow(group, request.id());
    }

    private static boolean isMark(Item event) {
        return event.text(CODE.text()).filter(MISTAKE::equals).isPresent();
    }

    private WorkView.Event event(Item event, boolean mistaken) {
        Optional<Held> written = event.answers().values().stream()
                .flatMap(answer -> answer.held().stream())
                .findFirst();
        Optional<CaseView.Source> source = written.map(held -> facts.source(held.entry()));
        return new WorkView.Event(
                event.id().path(),
                moment(event).map(at -> moments.exact(at.toInstant())).orElse(""),
                what(event),
                facts.of(event, EVENT, List.of()).stream()
                        .filter(fact -> !IN_THE_LINE.contains(fact.id()))
                        .toList(),
                source.map(CaseView.Source::who).orElse(""),
                source.map(CaseView.Source::typed).orElse(""),
                mistaken,
                !mistaken && !isMark(event) && facts.links().mayEdit(EVENT));
    }

    /** A mark names the line that it is about. */
    private String what(Item event) {
        String code = event.text(CODE.text()).orElse("");
        String words = said.choice(CODE.text(), code);
        return isMark(event) ? words + ": " + marked(event).map(this::what).orElse("") : words;
    }

    private Optional<Item> marked(Item event) {
        return event.text(WHICH.text()).flatMap(path -> {
            try {
                return page.caseFile().item(new ItemId(path)).filter(other -> !isMark(other));
            } catch (IllegalArgumentException noItem) {
                return Optional.empty();
            }
        });
    }

    /** When it happened; where nobody said so, when it was written. */
    private static Instant at(Item event) {
        return moment(event)
                .map(OffsetDateTime::toInstant)
                .orElseGet(() -> event.answers().values().stream()
                        .flatMap(answer -> answer.held().stream())
                        .map(held -> held.entry().typed().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX));
    }

    private static Optional<OffsetDateTime> moment(Item event) {
        try {
            return event.text(WHEN.text()).map(OffsetDateTime::parse);
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
