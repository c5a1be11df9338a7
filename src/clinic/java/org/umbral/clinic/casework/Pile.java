package org.umbral.clinic.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.umbral.clinic.open.Opened;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.Batch;
import org.umbral.clinic.store.CaseRows.Changed;
import org.umbral.clinic.store.CaseRows.EntryRow;
import org.umbral.clinic.store.Erased;
import org.umbral.clinic.store.QuarantineRows;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.AesKey;

/** One batch of what arrived, in the making: what counts, what came too late, what is set aside and why. */
final class Pile {
    private final AesKey key;
    private final CaseRows rows;
    private final SealedCases cases;
    private final Erased erased;
    private final Catalogue catalogue;
    private final Map<String, EntryRow> entries = new HashMap<>();
    private final Map<String, StoredEnvelope> arrived = new HashMap<>();
    private final SortedMap<CaseId, List<Entry>> byCase = new TreeMap<>();
    private final List<String> legible = new ArrayList<>();
    private final List<String> smallPhotos = new ArrayList<>();
    private final List<QuarantineRows.Row> refused = new ArrayList<>();
    private final List<CaseRows.Late> late = new ArrayList<>();

    Pile(AesKey key, CaseRows rows, SealedCases cases, Erased erased, Catalogue catalogue) {
        this.key = key;
        this.rows = rows;
        this.cases = cases;
        this.erased = erased;
        this.catalogue = catalogue;
    }

    void add(StoredEnvelope envelope, Opened opened) throws TryAgain {
        if (opened instanceof Opened.Refused no) {
            refuse(envelope, no);
        } else if (opened instanceof Opened.Evidence) {
            legible.add(envelope.sha256().hex());
            smallPhotos.add(envelope.sha256().hex());
        } else if (opened instanceof Opened.Counted gone
                && erased.isErased(gone.entry().caseId().text())) {
            late.add(new CaseRows.Late(
                    envelope.sha256().hex(),
                    gone.entry().caseId().text(),
                    gone.signed().hash().hex(),
                    envelope.receivedAt().toEpochMilli(),
                    CaseFacts.photos(List.of(gone.entry()))));
        } else if (opened instanceof Opened.Counted yes) {
            String id = yes.entry().id().text();
            Optional<Sha256> held = Optional.ofNullable(entries.get(id)).map(row -> new Sha256(row.jsonHash()));
            held = held.isPresent() ? held : rows.jsonHash(id);
            if (held.isEmpty() || held.get().equals(yes.signed().hash())) {
                legible.add(envelope.sha256().hex());
            }
            if (held.isEmpty()) {
                entries.put(id, SealedCases.seal(key, envelope, yes.entry(), yes.signed()));
                arrived.put(id, envelope);
                byCase.computeIfAbsent(yes.entry().caseId(), none -> new ArrayList<>())
                        .add(yes.entry());
            } else if (!held.get().equals(yes.signed().hash())) {
                refuse(envelope, new Opened.Refused("entry-id-reused"));
            }
        }
    }

    private void refuse(StoredEnvelope envelope, Opened.Refused why) {
        refused.add(new QuarantineRows.Row(
                envelope.sha256().hex(),
                why.reason(),
                envelope.device(),
                envelope.receivedAt().toEpochMilli(),
                why.signer().orElse(null)));
    }

    /** What is here of the case; empty where that does not open. */
    private Optional<List<Entry>> held(CaseId id) throws TryAgain {
        try {
            return Optional.of(cases.entries(key, id));
        } catch (TryAgain failed) {
            if (failed.reason().equals(SealedCases.DAMAGED)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private void setAside(Entry entry) {
        String id = entry.id().text();
        entries.remove(id);
        StoredEnvelope envelope = Objects.requireNonNull(arrived.get(id));
        legible.remove(envelope.sha256().hex());
        refuse(envelope, new Opened.Refused(SealedCases.DAMAGED));
    }

    /** Position of the newest of these entries that answers a question; 0 where none does. */
    private long answered(List<Entry> some) {
        return some.stream()
                .filter(entry -> entry.writes().stream().anyMatch(Questions::answers))
                .map(entry -> entries.get(entry.id().text()))
                .filter(Objects::nonNull)
                .mapToLong(EntryRow::position)
                .max()
                .orElse(0);
    }

    Batch batch(long upTo) throws TryAgain {
        List<Changed> changed = new ArrayList<>();
        for (Map.Entry<CaseId, List<Entry>> one : byCase.entrySet()) {
            Optional<List<Entry>> before = held(one.getKey());
            if (before.isEmpty()) {
                one.getValue().forEach(this::setAside);
                continue;
            }
            List<Entry> all = new ArrayList<>(before.get());
            all.addAll(one.getValue());
            changed.add(CaseFacts.changed(catalogue, key, one.getKey(), all).answeredAt(answered(one.getValue())));
        }
        return new Batch(List.copyOf(entries.values()), changed, legible, smallPhotos, refused, late, upTo);
    }
}
