package org.umbral.shared.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.shared.Bound;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;

/**
 * The fields, screens and rules of one version, in the order of the file.
 *
 * @param format 1
 * @param version a date and a letter, such as {@code 2026-11-21a}; every entry names it
 */
@Bound
public record Catalogue(
        int format, String version, List<Group> groups, List<Field> fields, List<Step> steps, List<Rule> rules) {
    /** The name of the resource that both ends carry, below {@code /org/umbral/shared/catalogue}. */
    public static final String RESOURCE = "catalogue.json";

    public Catalogue {
        groups = List.copyOf(groups);
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** {@code GiveUp("not-our-format")} where it is none, or where its parts do not fit together. */
    public static Catalogue read(byte[] json) throws GiveUp {
        Catalogue catalogue = Json.read(json, Catalogue.class);
        if (catalogue.format != 1 || !catalogue.fitsTogether()) {
            throw new GiveUp("not-our-format");
        }
        return catalogue;
    }

    public Optional<Field> field(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    public Optional<Field> field(FieldId id) {
        return field(id.text());
    }

    public Group group(String id) {
        return groups.stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<Field> fieldsOf(String group) {
        return fields.stream().filter(field -> field.group().equals(group)).toList();
    }

    public List<FieldId> fieldIdsOf(String group) {
        return fieldsOf(group).stream().map(Field::fieldId).toList();
    }

    /**
     * The items of a group directly below another, in their order; also one of which only what stands below it is known,
     * such as evidence that has pages and no name yet.
     */
    public List<Item> items(CaseFile caseFile, String group, ItemId parent) {
        List<FieldId> below = groups.stream()
                .filter(other -> group.equals(other.parent()))
                .flatMap(other -> fieldIdsOf(other.id()).stream())
                .toList();
        return caseFile.items(fieldIdsOf(group), below, parent);
    }

    /** The step that asks for a field, also within a section; empty where none does. */
    public Optional<Step> stepOf(String field) {
        return steps.stream().filter(step -> step.asks(field)).findFirst();
    }

    /**
     * This catalogue and what another file adds to it; at the clinic, what only attorneys enter. {@code
     * GiveUp("not-our-format")} where the two do not fit together.
     */
    public Catalogue with(byte[] moreJson) throws GiveUp {
        Catalogue more = Json.read(moreJson, Catalogue.class);
        Catalogue joined = new Catalogue(
                format,
                version,
                joined(groups, more.groups),
                joined(fields, more.fields),
                joined(steps, more.steps),
                joined(rules, more.rules));
        if (!joined.fitsTogether()) {
            throw new GiveUp("not-our-format");
        }
        return joined;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Map<String, Field> byId() {
        Map<String, Field> byId = new LinkedHashMap<>();
        fields.forEach(field -> byId.put(field.id(), field));
        return byId;
    }

    private boolean fitsTogether() {
        Map<String, Field> known = byId();
        boolean groupsKnown = fields.stream()
                .allMatch(field -> groups.stream().anyMatch(group -> group.id().equals(field.group())));
        boolean stepsKnown = steps.stream()
                .allMatch(step -> known.keySet().containsAll(step.fields())
                        && known.keySet().containsAll(step.more())
                        && step.sections().stream()
                                .allMatch(section -> known.keySet().containsAll(section.fields())
                                        && known.keySet().containsAll(section.more())));
        return known.size() == fields.size() && groupsKnown && stepsKnown;
    }
}
