package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.rules.Checklist.State;

/**
 * What is missing by the clinic's list: facts, no judgement.
 *
 * @param authority in words, where an attorney chose one; else empty
 * @param open what is not there, or needs a person to look
 * @param information what no attorney confirmed, or what is only to be known
 * @param waived what an attorney said need not be there
 * @param present what is there
 * @param mayRule whether the reader is an attorney, who may waive a line
 * @param rules the version of the rules that were asked
 */
record MissingView(
        String authority,
        List<Line> open,
        List<Line> information,
        List<Line> waived,
        List<Line> present,
        boolean mayRule,
        String rules) {
    /**
     * @param text a plain sentence
     * @param state in words
     * @param note what else is known of it; may be empty
     * @param whose name of the person whom it is about, where there are several; else empty
     * @param item path of what it is about, {@code case} for the case itself
     * @param fill path of the form that answers it, or of the page that settles it; empty where the reader has none
     * @param looks whether an attorney may say that they looked
     * @param said an attorney's word on it
     */
    record Line(
            String rule,
            int version,
            String item,
            String whose,
            String text,
            State found,
            String state,
            String severity,
            String note,
            String fill,
            boolean looks,
            Optional<Said> said) {
        String id() {
            return rule + (item.equals(CaseLinks.CASE) ? "" : "-" + item.replace('/', '-'));
        }

        String icon() {
            return switch (found) {
                case PRESENT -> "check";
                case MISSING -> "alert";
                case STALE -> "clock";
                case NEEDS_REVIEW -> "differ";
                case WAIVED -> "edit";
            };
        }
    }

    /** @param item of the attorney's word, for taking it back */
    record Said(String what, String reason, CaseView.Source by, String item) {}

    /** @param whose list it is; empty for the case itself */
    record Part(String whose, List<Line> lines) {}

    /** About the case itself first, then about each of its people. */
    static List<Part> parts(List<Line> lines) {
        Map<String, List<Line>> parts = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.whose().isEmpty())
                .forEach(line ->
                        parts.computeIfAbsent("", none -> new ArrayList<>()).add(line));
        lines.stream()
                .filter(line -> !line.whose().isEmpty())
                .forEach(line -> parts.computeIfAbsent(line.whose(), none -> new ArrayList<>())
                        .add(line));
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    boolean isEmpty() {
        return open.isEmpty() && information.isEmpty() && waived.isEmpty() && present.isEmpty();
    }
}
