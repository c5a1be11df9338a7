package org.umbral.clinic.web;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.umbral.clinic.paper.Paper;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.catalogue.Section;
import org.umbral.shared.catalogue.Step;

/**
 * The blank intake, made of the catalogue's steps in the order of the phone's screens: what a screen asks at once, then
 * what it asks behind "more". Only what visitors and outreach workers may ask.
 */
final class BlankIntake {
    private static final String VISITORS = "VO";
    private static final int ROWS_OF_A_SECTION = 2;
    private static final int MOST_BOXES = 24;
    private static final String PURPOSE = "CON-02";
    private static final String DECISION = "CON-03";
    private static final Set<FieldType> SHORT = Set.of(
            FieldType.TEXT,
            FieldType.PARTIAL_DATE,
            FieldType.MOMENT,
            FieldType.COUNTRY,
            FieldType.LANGUAGE,
            FieldType.TELEPHONE,
            FieldType.EMAIL,
            FieldType.MONEY,
            FieldType.A_NUMBER,
            FieldType.NUMBER,
            FieldType.REFERENCE,
            FieldType.REFERENCES);

    private final Catalogue catalogue;
    private final Words words;
    private final CatalogueWords said;

    BlankIntake(Catalogue catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
        this.said = new CatalogueWords(catalogue, words);
    }

    void write(OutputStream out) {
        try (Paper paper =
                new Paper(out, words.say("out.blank.title"), words.language(), words.say("out.blank.foot"))) {
            paper.title(words.say("out.blank.title"));
            paper.text(words.say("out.blank.how"));
            paper.text(words.say("out.blank.keep"));
            paper.shortLines(List.of(words.say("out.blank.worker"), words.say("out.blank.when")));
            int number = 1;
            for (Step step : catalogue.steps()) {
                step(paper, step, number++);
            }
        }
    }

    private void step(Paper paper, Step step, int number) {
        paper.heading(number + ". " + words.ofCatalogue("step." + step.id()).orElse(step.id()));
        if (step.when() != null) {
            paper.small(words.say("out.blank.only-if"));
        }
        fields(paper, step.fields());
        for (Section section : step.sections()) {
            section(paper, section);
        }
        List<String> more = asked(step.more());
        if (!more.isEmpty()) {
            paper.subheading(words.say("out.blank.more"));
            fields(paper, step.more());
        }
    }

    private void section(Paper paper, Section section) {
        List<String> all = new ArrayList<>(section.fields());
        all.addAll(section.more());
        boolean several = catalogue.group(section.group()).several();
        int times = several && !section.behind() ? ROWS_OF_A_SECTION : 1;
        for (int i = 1; i <= times; i++) {
            paper.subheading(said.group(section.group()) + (times > 1 ? " " + i : ""));
            fields(paper, all);
        }
    }

    /** Short questions stand in pairs; the others take the whole width. */
    private void fields(Paper paper, List<String> ids) {
        List<String> pairs = new ArrayList<>();
        for (String id : asked(ids)) {
            Field field = catalogue.field(id).orElseThrow();
            if (SHORT.contains(field.type()) && label(field).length() < 46) {
                pairs.add(label(field));
            } else {
                flush(paper, pairs);
                field(paper, field);
            }
        }
        flush(paper, pairs);
    }

    private static void flush(Paper paper, List<String> pairs) {
        if (!pairs.isEmpty()) {
            paper.shortLines(List.copyOf(pairs));
            pairs.clear();
        }
    }

    private List<String> asked(List<String> ids) {
        return ids.stream()
                .filter(id -> catalogue
                        .field(id)
                        .filter(field -> field.enters().stream().anyMatch(VISITORS::contains))
                        .filter(field -> !field.id().equals(DECISION))
                        .isPresent())
                .toList();
    }

    private void field(Paper paper, Field field) {
        List<String> choices = choices(field);
        if (field.id().equals(PURPOSE)) {
            choices.forEach(purpose -> paper.boxes(label(field) + ": " + purpose, decisions()));
        } else if (!choices.isEmpty() && choices.size() <= MOST_BOXES) {
            paper.boxes(label(field), choices);
        } else if (!choices.isEmpty()) {
            paper.lines(label(field), String.join(" · ", choices), 1);
        } else {
            paper.lines(label(field), hint(field), count(field.type()));
        }
    }

    private List<String> decisions() {
        return catalogue.field(DECISION).orElseThrow().choices().stream()
                .filter(code -> !code.equals("WITHDRAWN"))
                .map(code -> said.choice(DECISION, code))
                .toList();
    }

    private List<String> choices(Field field) {
        Stream<String> codes = switch (field.type()) {
            case YES_NO_UNKNOWN -> Stream.of("YES", "NO", "UNKNOWN");
            case FLAG -> Stream.of("YES");
            default -> field.choices().stream();
        };
        return codes.map(code -> said.choice(field.id(), code)).toList();
    }

    private static int count(FieldType type) {
        return switch (type) {
            case LONG_TEXT -> 5;
            case ADDRESS -> 2;
            default -> 1;
        };
    }

    private String hint(Field field) {
        return words.ofCatalogue("field." + field.id() + ".hint").orElse("");
    }

    private String label(Field field) {
        return words.ofCatalogue("field." + field.id()).orElse(field.id());
    }
}
