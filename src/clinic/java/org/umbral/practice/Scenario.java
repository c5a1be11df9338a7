package org.umbral.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.phone.Intake;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * A made-up case as data: what a worker would type, in order, and the photos that go with it. Played into an {@link
 * Intake} through the same door that the screens use.
 */
public final class Scenario {
    /** A photo to be taken: of which evidence item, and which page of it. */
    public record Photo(String evidence, int page) {}

    /** A scenario that was typed: the case, and its items by the labels of the data. */
    public record Typed(CaseId caseId, Map<String, ItemId> items) {
        public ItemId item(String label) {
            ItemId item = items.get(label);
            if (item == null) {
                throw new Bug("the scenario names its items");
            }
            return item;
        }
    }

    private final JsonNode json;

    private Scenario(JsonNode json) {
        this.json = json;
    }

    /** SC-01 of the domain notes: a mother and her child at the border, a medical emergency. */
    public static Scenario borderMedical() {
        try (InputStream in = Scenario.class.getResourceAsStream("sc-01.json")) {
            if (in == null) {
                throw new Bug("the scenario is packed with its class");
            }
            return new Scenario(Json.tree(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GiveUp e) {
            throw new Bug("the scenario is JSON", e);
        }
    }

    public List<Photo> photos() {
        List<Photo> photos = new ArrayList<>();
        json.path("photos")
                .forEach(photo -> photos.add(new Photo(
                        photo.path("evidence").asText(), photo.path("page").asInt())));
        return photos;
    }

    /** Types everything but the photos; the case is not left yet. */
    public Typed type(Intake intake) throws Failure {
        CaseId id = intake.begin(HowKnown.valueOf(json.path("known").asText()));
        Map<String, ItemId> items = new HashMap<>();
        firstPerson(intake, id).ifPresent(person -> items.put("ana", person));
        for (JsonNode write : json.path("writes")) {
            FieldId field = new FieldId(write.path("field").asText());
            ItemId item = item(intake, id, items, write.path("item").asText(), field);
            intake.write(id, item, field, new Value(write.path("value")));
        }
        return new Typed(id, Map.copyOf(items));
    }

    private static Optional<ItemId> firstPerson(Intake intake, CaseId id) throws Failure {
        return intake.catalogue().items(intake.read(id), "person", ItemId.CASE).stream()
                .map(Item::id)
                .findFirst();
    }

    private static ItemId item(Intake intake, CaseId id, Map<String, ItemId> items, String label, FieldId field)
            throws Failure {
        if (label.equals("case")) {
            return ItemId.CASE;
        }
        ItemId known = items.get(label);
        if (known != null) {
            return known;
        }
        int slash = label.lastIndexOf('/');
        String group = intake.catalogue().field(field).orElseThrow().group();
        ItemId parent = slash < 0 ? ItemId.CASE : personOf(intake, id, items, label.substring(0, slash));
        ItemId made = intake.newItem(id, group, parent);
        items.put(label, made);
        return made;
    }

    /** A consent may come before the person's name: the person is then an item without a field yet. */
    private static ItemId personOf(Intake intake, CaseId id, Map<String, ItemId> items, String label) throws Failure {
        ItemId known = items.get(label);
        if (known == null) {
            known = intake.newItem(id, "person", ItemId.CASE);
            items.put(label, known);
        }
        return known;
    }
}
