package org.umbral.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.umbral.phone.CaseRecord.Sent;
import org.umbral.phone.store.Change;
import org.umbral.phone.store.MailState;
import org.umbral.phone.store.PhoneStore;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.Documents.Policy;

/**
 * Forgets in two steps (design §4): the readable copy some time after the clinic has everything, the sealed bytes once
 * its backups or a term cover them. Nothing goes without a receipt (rule R2).
 */
record Forgetter(Shelf shelf) {
    /** Whether anything went. */
    boolean forget(Set<CaseId> inUse) throws Failure {
        Policy policy = policy();
        Set<Sha256> shown = new HashSet<>();
        boolean changed = false;
        for (PhoneStore.Row row : shelf.store().rows(shelf.vault(), Shelf.CASE, Shelf.TOP)) {
            if (row.plain().isEmpty()) {
                continue;
            }
            CaseRecord record = CaseRecord.read(row.plain().get());
            CaseId id = new CaseId(row.id());
            if (!record.stub() && !inUse.contains(id) && isOver(record, policy)) {
                forgetReadable(id, record);
                changed = true;
            } else if (!record.stub()) {
                record.items().stream().filter(Sent::photo).map(Sent::name).forEach(shown::add);
            }
        }
        return shelf.store().clearing().clearSealed(policy.sealedDays(), shown::contains) > 0 || changed;
    }

    private Policy policy() throws Failure {
        Optional<String> signed = shelf.store().policy();
        return signed.isPresent() ? Json.read(signed.get(), Policy.class) : Policy.DEFAULT;
    }

    /**
     * By the clinic's clock, or by this phone's own since the receipt came: a phone without mail forgets too. What staff added
     * to a stub came without a receipt, and can be read as long.
     */
    private boolean isOver(CaseRecord record, Policy policy) throws Failure {
        List<Sha256> names = record.items().stream().map(Sent::name).toList();
        Map<Sha256, MailState> states = shelf.store().mail(names);
        boolean delivered = !names.isEmpty()
                && names.stream()
                        .allMatch(name -> Optional.ofNullable(states.get(name))
                                .filter(MailState::isReceived)
                                .isPresent());
        Instant now = shelf.clock().instant();
        Duration term = Duration.ofHours(policy.readableHours());
        boolean addedLately = record.partial()
                && Duration.between(record.changed(), now).abs().compareTo(term) < 0;
        if (addedLately) {
            return false;
        }
        Instant pinned = record.pinned();
        if (!delivered || pinned != null && now.isBefore(pinned.plus(Duration.ofDays(policy.pinnedDays())))) {
            return false;
        }
        Optional<Instant> server = shelf.store().outbox().serverTime().map(Instant::parse);
        return hasPassed(states, MailState::receivedAt, term, server)
                || hasPassed(states, MailState::filedAt, term, Optional.of(now));
    }

    private static boolean hasPassed(
            Map<Sha256, MailState> states,
            Function<MailState, Optional<Instant>> time,
            Duration term,
            Optional<Instant> now) {
        Optional<Instant> last = states.values().stream()
                .flatMap(state -> time.apply(state).stream())
                .max(Comparator.naturalOrder());
        return last.isPresent()
                && now.isPresent()
                && !now.get().isBefore(last.get().plus(term));
    }

    private void forgetReadable(CaseId id, CaseRecord record) throws Failure {
        shelf.points().reached("forget-readable-begun");
        Change change = shelf.change();
        List<KeptEntry> stubs = new ArrayList<>();
        List<KeptEntry> entries = shelf.entries(id);
        new QuestionRows(shelf)
                .dropAnswered(
                        CaseFile.fold(id, entries.stream().map(KeptEntry::entry).toList()), change);
        for (KeptEntry entry : entries) {
            stubs.add(entry.asStub());
        }
        stubs.forEach(stub -> change.put(Shelf.ENTRY, stub.entry().id().text(), id.text(), stub.write()));
        change.deleteAll(Shelf.PAGE, id.text());
        change.put(Shelf.CASE, id.text(), Shelf.TOP, record.asStub().write());
        shelf.store().commit(change);
        shelf.store().settle();
        shelf.points().reached("forget-readable-done");
    }
}
