package org.umbral.clinic.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.CaseFile;

/** The facts of a copy for machines; {@code README.txt} of the copy and the guide say what its names mean. */
record FactsJson(CatalogueWords said, Copy copy, Instant made) {
    static final String FORMAT = "umbral-facts-1";

    byte[] of(WaysOut.Leaf leaf, Ledger ledger) {
        CaseFile file = leaf.page().caseFile();
        ObjectNode root = Json.object()
                .put("format", FORMAT)
                .put("made", made.toString())
                .put("language", said.words().language())
                .put("catalogue", said.catalogue().version())
                .put("purpose", copy.purpose().name())
                .put("note", said.words().say("out.as-told"))
                .put("case", file.id().text())
                .put("code", leaf.page().code());
        root.set("groups", parts(ledger.parts()));
        root.set("evidence", evidence(ledger));
        return Json.write(root);
    }

    private ArrayNode parts(List<Ledger.Part> parts) {
        ArrayNode all = Json.array();
        for (Ledger.Part part : parts) {
            ArrayNode items = Json.array();
            part.things().forEach(thing -> items.add(thing(thing)));
            ObjectNode group = Json.object().put("group", part.group()).put("label", part.title());
            group.set("items", items);
            all.add(group);
        }
        return all;
    }

    private ObjectNode thing(Ledger.Thing thing) {
        ArrayNode facts = Json.array();
        thing.lines().forEach(line -> facts.add(line(line)));
        ObjectNode item = Json.object().put("item", thing.item());
        item.set("facts", facts);
        if (!thing.below().isEmpty()) {
            item.set("groups", parts(thing.below()));
        }
        return item;
    }

    private ObjectNode line(Ledger.Line line) {
        ArrayNode values = Json.array();
        for (Ledger.Said value : line.values()) {
            ObjectNode one = Json.object().put("text", value.text());
            one.set("value", value.kept());
            if (copy.withEnvelopes()) {
                one.set("source", source(value));
            }
            values.add(one);
        }
        ObjectNode fact = Json.object()
                .put("field", line.field())
                .put("label", line.label())
                .put("conflict", line.conflict());
        fact.set("values", values);
        return fact;
    }

    private static ObjectNode source(Ledger.Said value) {
        ObjectNode source = Json.object()
                .put("entry", value.entry().id().text())
                .put("who", value.source().who())
                .put("device", value.entry().author().device())
                .put("typed", value.entry().typed().toString())
                .put("known", value.entry().known().name());
        value.entry().whenHeard().ifPresent(heard -> source.put("heard", heard.toString()));
        return source;
    }

    private ArrayNode evidence(Ledger ledger) {
        ArrayNode all = Json.array();
        for (Ledger.Proof proof : ledger.evidence()) {
            ArrayNode photos = Json.array();
            for (Ledger.Picture picture : proof.pictures()) {
                ObjectNode photo = Json.object()
                        .put("file", "photos/" + picture.name() + ".jpg")
                        .put("arrived", picture.here())
                        .put("sha256", picture.image().hex());
                if (copy.withEnvelopes()) {
                    photo.put("envelope", picture.envelope().hex());
                }
                photos.add(photo);
            }
            ObjectNode one = thing(proof.thing()).put("number", proof.number()).put("label", proof.title());
            one.put("pages", proof.pages()).set("photos", photos);
            all.add(one);
        }
        return all;
    }
}
