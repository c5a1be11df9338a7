package org.umbral.clinic.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Desk;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Write;

/**
 * Sittings, calls and questions of a case, the newest first: by what the authors' clocks said. Shown so, while nothing else
 * goes by it.
 */
record Timeline(Desk.CasePage page, Facts facts, CatalogueWords said, Moments moments, Predicate<FieldId> isForReader) {
    private static final FieldId WHO = new FieldId("CAL-01");
    private static final FieldId RESULT = new FieldId("CAL-03");

    private record Dated(Instant at, CaseView.Sitting sitting) {}

    List<CaseView.Sitting> all() {
        List<Dated> all = new ArrayList<>();
        page.caseFile().entries().values().forEach(entry -> all.add(sitting(entry)));
        page.questions().forEach(asked -> all.add(question(asked)));
        all.sort(Comparator.comparing(Dated::at).reversed());
        return all.stream().map(Dated::sitting).toList();
    }

    private Dated sitting(Entry entry) {
        List<FieldId> written =
                entry.writes().stream().map(Write::field).filter(isForReader).toList();
        String fields = written.stream()
                .map(field -> said.field(field.text()))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Dated(
                entry.typed().toInstant(),
                new CaseView.Sitting(facts.source(entry), call(entry), written.size(), fields));
    }

    /** Whom staff called and what came of it, as this entry says it. */
    private String call(Entry entry) {
        Optional<ItemId> call = entry.writes().stream()
                .filter(write -> write.field().equals(RESULT))
                .map(Write::item)
                .findFirst();
        String told = call.stream()
                .flatMap(item -> Stream.of(WHO, RESULT).flatMap(field -> inWords(entry, item, field)))
                .collect(Collectors.joining(": "));
        return told.isEmpty() ? "" : said.words().say("timeline.call", told);
    }

    private Stream<String> inWords(Entry entry, ItemId item, FieldId id) {
        return said.catalogue().field(id).filter(field -> isForReader.test(id)).stream()
                .flatMap(field -> entry.writes().stream()
                        .filter(write -> write.item().equals(item)
                                && write.field().equals(id)
                                && write.value().isAnswer())
                        .map(write -> facts.text(field, write.value())));
    }

    private Dated question(Desk.Asked asked) {
        CaseView.Source source =
                new CaseView.Source(asked.by(), said.words().say("source.clinic"), "", moments.whole(asked.at()), "");
        String text = said.words().say("timeline.question", asked.text()).strip();
        return new Dated(asked.at(), new CaseView.Sitting(source, text, 0, ""));
    }
}
