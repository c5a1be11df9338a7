package org.umbral.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.capture.Summary;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.HowKnown;

/**
 * What the vault keeps about a case beside its entries, so that the list is shown without reading them.
 *
 * @param group names the case's mail in the outbox, and nothing else does
 * @param draft the entry that may still change; whether it was cut since, the outbox knows
 * @param stub the readable copy is gone
 * @param partial it went once: what is readable now was written since
 * @param opened the entries that staff have seen
 * @param mayBeKnown the clinic said that it may already know the person; never of a stub, of which nobody can be read
 */
record CaseRecord(
        String group,
        Told told,
        Instant changed,
        HowKnown known,
        @Nullable EntryId draft,
        boolean stub,
        boolean partial,
        @Nullable Instant pinned,
        @Nullable Instant openedAt,
        Set<String> opened,
        List<Sent> items,
        boolean mayBeKnown) {
    /** One entry or photo in the outbox; {@code entry} is the entry itself, or the one that names the photo. */
    record Sent(Sha256 name, boolean photo, long size, String entry, Instant at) {}

    CaseRecord {
        opened = Set.copyOf(opened);
        items = List.copyOf(items);
    }

    Summary summary() {
        return told.summary();
    }

    static CaseRecord fresh(String group, Told told, Instant changed, HowKnown known) {
        return new CaseRecord(group, told, changed, known, null, false, false, null, null, Set.of(), List.of(), false);
    }

    /** With another draft in place of the one before. */
    CaseRecord drafted(@Nullable EntryId next, List<Sent> nextItems, Told now, Instant when, HowKnown how) {
        List<Sent> all = new ArrayList<>(items);
        if (next != null) {
            all.removeIf(item -> item.entry().equals(next.text()));
        }
        all.addAll(nextItems);
        return new CaseRecord(group, now, when, how, next, false, partial, pinned, openedAt, opened, all, mayBeKnown);
    }

    CaseRecord undrafted(EntryId gone, Told now, Instant when) {
        List<Sent> all = new ArrayList<>(items);
        all.removeIf(item -> item.entry().equals(gone.text()));
        return new CaseRecord(group, now, when, known, null, stub, partial, pinned, openedAt, opened, all, mayBeKnown);
    }

    CaseRecord pinned(@Nullable Instant when) {
        return new CaseRecord(
                group, told, changed, known, draft, stub, partial, when, openedAt, opened, items, mayBeKnown);
    }

    CaseRecord opened(Instant when, List<String> entries) {
        TreeSet<String> seen = new TreeSet<>(opened);
        seen.addAll(entries);
        Instant last = openedAt == null || openedAt.isBefore(when) ? when : openedAt;
        return new CaseRecord(group, told, changed, known, draft, stub, partial, pinned, last, seen, items, mayBeKnown);
    }

    CaseRecord told(Told now, Instant when) {
        return new CaseRecord(
                group, now, when, known, draft, stub, partial, pinned, openedAt, opened, items, mayBeKnown);
    }

    /** Staff wrote to it: of a stub that part can be read. */
    CaseRecord settled(Told now, Instant when) {
        return new CaseRecord(
                group, now, when, known, draft, false, partial, pinned, openedAt, opened, items, mayBeKnown);
    }

    CaseRecord mayBeKnown(boolean said) {
        return new CaseRecord(
                group, told, changed, known, draft, stub, partial, pinned, openedAt, opened, items, said && !stub);
    }

    /** Code and situation stay. */
    CaseRecord asStub() {
        return new CaseRecord(
                group, told.asStub(), changed, known, null, true, true, null, openedAt, opened, items, false);
    }

    byte[] write() {
        var json = Json.object()
                .put("group", group)
                .put("changed", changed.toString())
                .put("known", known.name())
                .put("draft", draft == null ? "" : draft.text())
                .put("stub", stub)
                .put("mayBeKnown", mayBeKnown)
                .put("partial", partial)
                .put("pinned", pinned == null ? "" : pinned.toString())
                .put("openedAt", openedAt == null ? "" : openedAt.toString());
        told.write(json);
        opened.forEach(json.putArray("opened")::add);
        var list = json.putArray("items");
        for (Sent item : items) {
            list.addObject()
                    .put("name", item.name().hex())
                    .put("photo", item.photo())
                    .put("size", item.size())
                    .put("entry", item.entry())
                    .put("at", item.at().toString());
        }
        return Json.write(json);
    }

    static CaseRecord read(byte[] bytes) throws GiveUp {
        JsonNode json = Json.tree(bytes);
        Set<String> opened = new TreeSet<>();
        json.path("opened").forEach(id -> opened.add(id.asText()));
        List<Sent> items = new ArrayList<>();
        json.path("items")
                .forEach(item -> items.add(new Sent(
                        new Sha256(item.path("name").asText()),
                        item.path("photo").asBoolean(),
                        item.path("size").asLong(),
                        item.path("entry").asText(),
                        Instant.parse(item.path("at").asText()))));
        return new CaseRecord(
                json.path("group").asText(),
                Told.read(json),
                Instant.parse(json.path("changed").asText()),
                HowKnown.valueOf(json.path("known").asText()),
                text(json, "draft").map(EntryId::new).orElse(null),
                json.path("stub").asBoolean(),
                json.path("partial").asBoolean(),
                text(json, "pinned").map(Instant::parse).orElse(null),
                text(json, "openedAt").map(Instant::parse).orElse(null),
                opened,
                items,
                json.path("mayBeKnown").asBoolean());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asText()).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "CaseRecord";
    }
}
