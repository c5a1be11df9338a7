package org.umbral.clinic.web;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.clinic.paper.Paper;

/** The facts of a copy as a PDF file: what was said, and in the clinic's own copy who said it. */
record FactsPaper(CatalogueWords said, Copy copy, String made) {
    private static final int MOST_LETTERS = 60;

    void write(WaysOut.Leaf leaf, Ledger ledger, OutputStream out) {
        Words words = said.words();
        String code = leaf.page().code();
        String title = words.say("out.facts.title", code);
        try (Paper paper = new Paper(out, title, words.language(), code + " · " + words.say("out.as-told"))) {
            paper.title(title);
            paper.text(words.say("out.purpose." + copy.purpose().name()));
            paper.text(made + ". " + words.say("out.as-told"));
            ledger.parts().forEach(part -> part(paper, part));
            evidence(paper, ledger);
            questions(paper, leaf);
            letters(paper);
        }
    }

    private void letters(Paper paper) {
        List<String> unknown = paper.unknownLetters();
        if (!unknown.isEmpty()) {
            String some = String.join(" ", unknown.subList(0, Math.min(unknown.size(), MOST_LETTERS)));
            paper.text(said.words().say("out.facts.letters", unknown.size() > MOST_LETTERS ? some + " …" : some));
        }
    }

    private void part(Paper paper, Ledger.Part part) {
        paper.heading(part.title());
        for (int i = 0; i < part.things().size(); i++) {
            Ledger.Thing thing = part.things().get(i);
            if (part.things().size() > 1 || !thing.name().isEmpty()) {
                paper.subheading((i + 1) + ". " + thing.name());
            }
            thing(paper, thing);
        }
    }

    private void thing(Paper paper, Ledger.Thing thing) {
        thing.lines().forEach(line -> fact(paper, line));
        for (Ledger.Part part : thing.below()) {
            for (Ledger.Thing below : part.things()) {
                paper.subheading(part.title() + (below.name().isEmpty() ? "" : ": " + below.name()));
                thing(paper, below);
            }
        }
    }

    private void fact(Paper paper, Ledger.Line line) {
        String label = line.conflict()
                ? line.label() + " ("
                        + said.words().say("fact.conflict", line.values().size()) + ")"
                : line.label();
        paper.fact(
                label,
                line.values().stream().map(Ledger.Said::text).toList(),
                line.values().stream().map(this::source).toList());
    }

    /** Who wrote it down is nobody's business outside. */
    private String source(Ledger.Said value) {
        CaseView.Source source = value.source();
        return copy.withEnvelopes()
                ? String.join(
                        " · ",
                        Stream.of(source.who(), source.known(), source.typed())
                                .filter(words -> !words.isEmpty())
                                .toList())
                : "";
    }

    private void evidence(Paper paper, Ledger ledger) {
        if (ledger.evidence().isEmpty()) {
            return;
        }
        Words words = said.words();
        paper.heading(words.say("evidence.title"));
        for (Ledger.Proof proof : ledger.evidence()) {
            paper.subheading(proof.number() + " " + proof.title());
            paper.text(words.say("out.print.photos", proof.pages())
                    + (proof.pictures().size() < proof.pages() ? " · " + words.say("out.facts.photos-stay") : ""));
            thing(paper, proof.thing());
        }
    }

    private void questions(Paper paper, WaysOut.Leaf leaf) {
        if (copy.withEnvelopes() && !leaf.page().questions().isEmpty()) {
            paper.heading(said.words().say("question.title"));
            leaf.page().questions().forEach(asked -> paper.fact(asked.by(), List.of(asked.text()), List.of("")));
        }
    }
}
