package org.umbral.testing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.secret.VerifyingKey;

/** The entries of {@link FakeIntake}'s cases, and the drafts of each with all their steps. Not thread-safe. */
final class FakeJournal {
    final Map<CaseId, HowKnown> heardAs = new HashMap<>();
    final Map<CaseId, Optional<OffsetDateTime>> heardAt = new HashMap<>();
    private final String catalogue;
    private final SecureRandom random;
    private final Clock clock;
    private final VerifyingKey key =
            new VerifyingKey(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]));
    private final Map<CaseId, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<CaseId, List<List<Write>>> drafts = new HashMap<>();
    private final Map<CaseId, EntryId> draftIds = new HashMap<>();
    private final Map<ItemId, Integer> orders = new HashMap<>();

    FakeJournal(String catalogue, SecureRandom random, Clock clock) {
        this.catalogue = catalogue;
        this.random = random;
        this.clock = clock;
    }

    List<CaseId> cases() {
        return List.copyOf(entries.keySet());
    }

    void begin(CaseId id) {
        entries.put(id, new ArrayList<>());
        nextDraft(id);
    }

    private void nextDraft(CaseId id) {
        drafts.put(id, new ArrayList<>(List.of(List.of())));
        draftIds.put(id, EntryId.random(random));
    }

    void forget(CaseId id) {
        entries.remove(id);
        drafts.remove(id);
    }

    CaseFile read(CaseId id) {
        List<Entry> all = new ArrayList<>(entries.getOrDefault(id, List.of()));
        List<Write> draft = draft(id);
        if (!draft.isEmpty()) {
            all.add(entry(id, draft));
        }
        return CaseFile.fold(id, all);
    }

    private List<Write> draft(CaseId id) {
        List<List<Write>> history = drafts.getOrDefault(id, List.of(List.of()));
        return history.get(history.size() - 1);
    }

    private Entry entry(CaseId id, List<Write> writes) {
        int sequence = entriesOf(id).size() + 1;
        return new Entry(
                Objects.requireNonNull(draftIds.get(id)),
                "clinic-FICT",
                id,
                catalogue,
                Audience.PHONE,
                new Author("person-FICT", "device-FICT", key),
                sequence,
                sequence == 1 ? null : Sha256.of(new byte[] {(byte) sequence}),
                heardAt.getOrDefault(id, Optional.empty()).orElse(null),
                OffsetDateTime.now(clock),
                heardAs.getOrDefault(id, HowKnown.FACE_TO_FACE),
                writes);
    }

    /** A step of the draft; none where the value stands already. */
    void put(CaseId id, ItemId item, FieldId field, Value value) {
        if (read(id).answer(item, field)
                .flatMap(Answer::settled)
                .filter(value::equals)
                .isPresent()) {
            return;
        }
        CaseFile cut = CaseFile.fold(id, entriesOf(id));
        List<Write> now = new ArrayList<>(draft(id));
        now.removeIf(write -> write.item().equals(item) && write.field().equals(field));
        now.add(new Write(field, item, value, cut.seen(item, field)));
        Integer order = orders.remove(item);
        if (order != null) {
            now.add(new Write(FieldId.ORDER, item, Value.number(order), cut.seen(item, FieldId.ORDER)));
        }
        draftsOf(id).add(List.copyOf(now));
    }

    ItemId newItem(CaseId id, ItemId parent) {
        ItemId made = parent.child(random);
        orders.put(made, orders.size() + draft(id).size());
        return made;
    }

    /** A new item gets its place before anything else is said of it. */
    void place(CaseId id, ItemId item) {
        Integer place = orders.remove(item);
        if (place != null) {
            put(id, item, FieldId.ORDER, Value.number(place));
        }
    }

    void unplaced(ItemId item) {
        orders.remove(item);
    }

    void remove(CaseId id, ItemId item) {
        List<Write> now = new ArrayList<>(draft(id));
        now.removeIf(write -> item.holds(write.item()));
        CaseFile cut = CaseFile.fold(id, entriesOf(id));
        if (cut.item(item).isPresent()) {
            now.add(new Write(FieldId.REMOVED, item, Value.flag(true), cut.seen(item, FieldId.REMOVED)));
        }
        draftsOf(id).add(List.copyOf(now));
    }

    boolean restore(CaseId id, ItemId item) {
        List<List<Write>> history = draftsOf(id);
        List<Write> now = draft(id);
        for (int step = history.size() - 1; step >= 0; step--) {
            List<Write> then = about(item, history.get(step));
            if (!then.equals(about(item, now))) {
                List<Write> restored = new ArrayList<>(now);
                restored.removeIf(write -> item.holds(write.item()));
                restored.addAll(then);
                history.add(List.copyOf(restored));
                return true;
            }
        }
        return false;
    }

    private static List<Write> about(ItemId item, List<Write> writes) {
        return writes.stream().filter(write -> item.holds(write.item())).toList();
    }

    boolean undo(CaseId id) {
        List<List<Write>> history = draftsOf(id);
        if (history.size() < 2) {
            return false;
        }
        history.remove(history.size() - 1);
        return true;
    }

    void discardDraft(CaseId id) {
        draftsOf(id).add(List.of());
    }

    int steps(CaseId id) {
        return draftsOf(id).size();
    }

    /** What came since is one step, which one undo takes back. */
    void asOneStep(CaseId id, int before) {
        List<List<Write>> history = draftsOf(id);
        List<Write> now = draft(id);
        history.subList(before, history.size()).clear();
        history.add(now);
    }

    /** Whether there was a draft to cut. */
    boolean cut(CaseId id) {
        List<Write> draft = draft(id);
        if (draft.isEmpty()) {
            return false;
        }
        entriesOf(id).add(entry(id, draft));
        nextDraft(id);
        heardAt.remove(id);
        return true;
    }

    /** Staff at the clinic write, who have seen what was cut so far. */
    void elsewhere(CaseId id, ItemId item, FieldId field, Value value) {
        CaseFile cut = CaseFile.fold(id, entriesOf(id));
        entriesOf(id)
                .add(new Entry(
                        EntryId.random(random),
                        "clinic-FICT",
                        id,
                        catalogue,
                        Audience.PHONE,
                        new Author("staff-FICT", "clinic", key),
                        entriesOf(id).size() + 1,
                        Sha256.of(new byte[] {1}),
                        null,
                        OffsetDateTime.now(clock),
                        HowKnown.STAFF,
                        List.of(new Write(field, item, value, cut.seen(item, field)))));
    }

    private List<Entry> entriesOf(CaseId id) {
        return Objects.requireNonNull(entries.get(id));
    }

    private List<List<Write>> draftsOf(CaseId id) {
        return Objects.requireNonNull(drafts.get(id));
    }
}
