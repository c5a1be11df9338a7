package org.umbral.clinic.web;

import java.util.List;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Access;
import org.umbral.shared.catalogue.Readiness;

/**
 * What is missing, as the phone lists it for the same entries: information, no judgement.
 *
 * @param lines plain sentences
 * @param rules the version of the rules that were asked
 */
record MissingView(List<String> lines, String rules) {
    /** Of what the reader may not read, that something is missing and no value. */
    static MissingView of(Readiness readiness, Access access, CatalogueWords said, ValueWords values) {
        List<String> lines = readiness.gaps().stream()
                .map(gap -> line(gap, access, said, values))
                .toList();
        return new MissingView(lines, readiness.version());
    }

    private static String line(Readiness.Gap gap, Access access, CatalogueWords said, ValueWords values) {
        String about = gap.about()
                .map(named -> said(named, access, said, values))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> unnamed(gap, said));
        String left = gap.left().stream()
                .map(named -> said(named, access, said, values))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
        return gap.rule().forEach() == null
                ? said.gap(gap.rule().id())
                : said.gap(gap.rule().id(), about, left);
    }

    private static String unnamed(Readiness.Gap gap, CatalogueWords said) {
        String group = gap.rule().forEach();
        return group == null ? "" : said.group(group);
    }

    private static String said(Readiness.Named named, Access access, CatalogueWords said, ValueWords values) {
        return said.catalogue()
                .field(named.field())
                .filter(access::mayRead)
                .map(field -> values.of(field, named.value()))
                .orElse("");
    }
}
