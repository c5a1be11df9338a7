package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.catalogue.Readiness;

/** Puts a case on two pages: who, sponsor, situation, reason, what is missing, evidence, open questions. */
final class PrintViews {
    private static final List<String> ORDER = List.of("reason", "person", "sponsor");
    /** Permissions and how it was heard stay in the case: they say nothing about the person. */
    private static final Set<String> NOT_ON_PAPER = Set.of("consent", "capture", "note");

    private static final Set<String> SAID_IN_THE_HEAD = Set.of("CAS-03", "CAS-06");
    private static final int LONGEST = 320;
    private static final int MOST_THINGS = 6;
    private static final int LONGEST_LISTED = 120;
    private static final int MOST_LISTED = 16;
    /** Of print, in two columns on two pages. */
    private static final int MOST_LINES = 205;

    private static final int LINE = 28;
    private static final int WHOLE_LINE = 50;

    private final WaysOut.Leaf leaf;
    private final Ledger ledger;
    private final Visit visit;
    private final CatalogueWords said;
    private int lines;
    private boolean cut;

    PrintViews(WaysOut.Leaf leaf, Visit visit, CatalogueWords said) {
        this.leaf = leaf;
        this.visit = visit;
        this.said = said;
        this.ledger = new Ledgers(leaf, visit.staff(), said, visit.moments()).ledger();
    }

    PrintView view() {
        List<PrintView.Proof> evidence =
                few(ledger.evidence().stream().map(this::proof).toList(), MOST_LISTED);
        Readiness readiness = Readiness.of(
                said.catalogue(), leaf.page().caseFile(), visit.moments().today());
        Access access = leaf.leaving().access(visit.staff().role());
        ValueWords values = new ValueWords(said, visit.moments());
        List<String> missing = few(
                readiness.gaps().stream()
                        .map(gap -> MissingViews.text(gap, access, said, values))
                        .map(line -> shortened(line, LONGEST_LISTED))
                        .toList(),
                MOST_LISTED);
        List<String> questions = few(open(), MOST_LISTED);
        lines = 12 + evidence.size() * 2 + listed(missing) + listed(questions);
        List<PrintView.Block> blocks = new ArrayList<>();
        parts().forEach(part -> blocks.addAll(blocks(part)));
        return new PrintView(
                leaf.page().caseFile().id().text(),
                name(),
                leaf.page().code(),
                said.urgency(code("CAS-06")),
                said.choice("CAS-03", code("CAS-03")) + " · " + photos(),
                visit.words()
                        .say(
                                "out.print.printed",
                                visit.moments().exact(visit.visits().now())),
                blocks,
                evidence,
                missing,
                readiness.version(),
                questions,
                cut);
    }

    private static int listed(List<String> items) {
        return items.stream().mapToInt(item -> item.length() / WHOLE_LINE + 1).sum();
    }

    private Stream<Ledger.Part> parts() {
        return Stream.concat(
                ORDER.stream()
                        .flatMap(id -> ledger.parts().stream()
                                .filter(part -> part.group().equals(id))),
                ledger.parts().stream()
                        .filter(part -> !ORDER.contains(part.group()) && !NOT_ON_PAPER.contains(part.group())));
    }

    private List<PrintView.Block> blocks(Ledger.Part part) {
        List<PrintView.Block> blocks = new ArrayList<>();
        for (Ledger.Thing thing : few(part.things(), MOST_THINGS)) {
            List<PrintView.Row> all = rows(thing);
            if (!all.isEmpty()) {
                blocks.add(new PrintView.Block(part.title(), shortened(thing.name(), LONGEST_LISTED), all));
            }
        }
        return blocks;
    }

    /** The facts of a thing, then one row for each kind of thing below it, until the pages are full. */
    private List<PrintView.Row> rows(Ledger.Thing thing) {
        List<PrintView.Row> all = new ArrayList<>();
        for (Ledger.Line line : thing.lines()) {
            boolean isShown = line.values().stream().anyMatch(value -> !value.blank());
            if (isShown && !SAID_IN_THE_HEAD.contains(line.field()) && !isName(line, thing)) {
                all.add(new PrintView.Row(line.label(), texts(line), line.conflict()));
            }
        }
        for (Ledger.Part part : thing.below()) {
            if (!NOT_ON_PAPER.contains(part.group())) {
                List<String> below = part.things().stream().map(this::inOneLine).toList();
                all.add(new PrintView.Row(part.title(), few(below, MOST_THINGS), false));
            }
        }
        return fitting(all);
    }

    private List<PrintView.Row> fitting(List<PrintView.Row> all) {
        List<PrintView.Row> fitting = new ArrayList<>();
        for (PrintView.Row row : all) {
            int needed = lines(row);
            if (lines + needed > MOST_LINES) {
                cut = true;
                break;
            }
            lines += needed;
            fitting.add(row);
        }
        lines += fitting.isEmpty() ? 0 : 2;
        return fitting;
    }

    /** About how many lines of a column it takes. */
    private static int lines(PrintView.Row row) {
        int values = row.values().stream()
                .mapToInt(value -> value.length() / LINE + 1)
                .sum();
        return Math.max(values, row.label().length() / LINE + 1) + (row.conflict() ? 1 : 0);
    }

    private static boolean isName(Ledger.Line line, Ledger.Thing thing) {
        return !line.conflict() && line.values().get(0).text().equals(thing.name());
    }

    private String inOneLine(Ledger.Thing thing) {
        return shortened(thing.lines().stream()
                .flatMap(line -> line.values().stream())
                .filter(value -> !value.blank())
                .map(Ledger.Said::text)
                .collect(Collectors.joining(" · ")));
    }

    private List<String> texts(Ledger.Line line) {
        return line.values().stream().map(value -> shortened(value.text())).toList();
    }

    private PrintView.Proof proof(Ledger.Proof proof) {
        String about = proof.thing()
                .line("EVD-04")
                .map(line -> line.values().get(0).text())
                .orElse("");
        String pages = proof.pages() == 0
                ? said.words().say("out.print.no-photos")
                : said.words().say("out.print.photos", proof.pages());
        return new PrintView.Proof(proof.number(), proof.title(), shortened(about, LONGEST_LISTED), pages);
    }

    /** Questions of staff that nobody answered. */
    private List<String> open() {
        return leaf.page().questions().stream()
                .filter(asked -> Stream.of(Questions.ANSWER, Questions.IN_ITS_FIELD)
                        .noneMatch(field -> leaf.page()
                                .caseFile()
                                .answer(Questions.itemOf(asked.id()), field)
                                .isPresent()))
                .map(asked -> shortened(asked.text(), LONGEST_LISTED))
                .toList();
    }

    private String name() {
        return ledger.parts().stream()
                .filter(part -> part.group().equals("person"))
                .flatMap(part -> part.things().stream())
                .map(Ledger.Thing::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> shortened(name, LONGEST_LISTED))
                .orElseGet(() -> said.words().say("queue.no-name"));
    }

    private String photos() {
        int pages = ledger.evidence().stream().mapToInt(Ledger.Proof::pages).sum();
        return said.words().say("out.print.photos", pages);
    }

    private String code(String field) {
        return leaf.leaving().code(field);
    }

    private <T> List<T> few(List<T> all, int most) {
        cut |= all.size() > most;
        return all.stream().limit(most).toList();
    }

    private String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** In one paragraph, and no longer than leaves room for the others. */
    private String shortened(String text, int longest) {
        String flat = text.replaceAll("\\s+", " ").strip();
        if (flat.codePointCount(0, flat.length()) <= longest) {
            return flat;
        }
        cut = true;
        return flat.substring(0, flat.offsetByCodePoints(0, longest)) + "…";
    }
}
