package org.umbral.phone.screen.onecase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Readiness;
import org.umbral.shared.catalogue.Step;

/** What is missing, in plain lines; each leads to the step where it is asked. No controls. */
record Gaps(Catalogue catalogue, CaseFile file, Words words) {
    /** A line, the step that it leads to where there is one, and which field of which item. */
    record Gap(String text, Optional<String> step, ItemId item, FieldId field) {}

    List<Gap> list() {
        return Readiness.of(catalogue, file, words.today()).gaps().stream()
                .map(gap ->
                        new Gap(text(gap), catalogue.stepOf(gap.field().text()).map(Step::id), gap.item(), gap.field()))
                .toList();
    }

    private String text(Readiness.Gap gap) {
        String key = "gap." + gap.rule().id();
        if (gap.rule().forEach() == null) {
            return words.of(key);
        }
        String left = gap.left().stream().map(this::said).collect(Collectors.joining(", "));
        return words.of(key, gap.about().map(this::said).orElseGet(() -> unnamed(gap)), left);
    }

    private String unnamed(Readiness.Gap gap) {
        return "person".equals(gap.rule().forEach())
                ? words.of("case.unnamed")
                : words.of("group." + gap.rule().forEach());
    }

    private String said(Readiness.Named named) {
        return Said.value(words, catalogue.field(named.field()).orElseThrow(), named.value());
    }
}
