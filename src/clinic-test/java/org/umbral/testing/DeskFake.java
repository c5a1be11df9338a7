package org.umbral.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.CaseWork;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Standing;
import org.umbral.clinic.casework.Work;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;

/** A desk over sample cases, with the real fold behind them. */
public final class DeskFake implements Desk {
    private static final List<String> BY_URGENCY =
            List.of("NOW_LIFE_THREATENING", "WITHIN_72H", "WITHIN_2_WEEKS", "ROUTINE");

    private record Kept(SampleCase sample, String code, Instant arrived, List<Photo> photos) {}

    private final Clock clock;
    private final Map<CaseId, Kept> cases = new LinkedHashMap<>();
    private final Map<CaseId, Instant> opened = new HashMap<>();
    private final Map<Sha256, byte[]> photos = new HashMap<>();
    private final Map<CaseId, List<Asked>> asked = new HashMap<>();
    private final List<Authorship> authors = new ArrayList<>();
    private final Map<CaseId, CaseId> leads = new HashMap<>();
    private final List<Quarantined> quarantine = new ArrayList<>();
    private Unread unread = new Unread(0, 0, Optional.empty(), Optional.empty());
    private Unnamed unnamed = new Unnamed(0, Optional.empty());
    private long version = 1;
    private boolean busy;

    public DeskFake(Clock clock) {
        this.clock = clock;
    }

    public synchronized void author(String person, String name, String device) {
        authors.add(new Authorship(person, name, device));
    }

    public synchronized void arrive(SampleCase sample, String code, Instant at, List<Photo> itsPhotos) {
        cases.put(sample.id(), new Kept(sample, code, at, itsPhotos));
        version++;
    }

    public synchronized Photo photoHere(byte[] jpeg, int width, int height) {
        photos.put(Sha256.of(jpeg), jpeg);
        return new Photo(Sha256.of(jpeg), true, jpeg.length, width, height);
    }

    public synchronized void opened(CaseId id, Instant at) {
        opened.put(id, at);
    }

    /** Two cases become one line of the queue. */
    public synchronized void areOne(CaseId lead, CaseId other) {
        leads.put(other, lead);
        version++;
    }

    public synchronized void setAside(Quarantined one) {
        quarantine.add(one);
    }

    /** As long as it is, nothing is written. */
    public synchronized void busy(boolean now) {
        busy = now;
    }

    private void requireTime() throws TryAgain {
        if (busy) {
            throw new TryAgain("store-busy");
        }
    }

    public synchronized void waits(Unread waiting) {
        unread = waiting;
    }

    @Override
    public synchronized List<QueueRow> queue(StaffSession session) {
        requireOpen(session);
        return cases.values().stream()
                .filter(kept -> !leads.containsKey(kept.sample().id()))
                .map(this::row)
                .sorted(Comparator.comparing((QueueRow row) ->
                                !row.isEmergency() || row.opened().isPresent())
                        .thenComparing(row -> BY_URGENCY.indexOf(row.urgency()))
                        .thenComparing(QueueRow::arrived, Comparator.reverseOrder()))
                .toList();
    }

    private QueueRow row(Kept kept) {
        CaseFile file = kept.sample().fold();
        String name = file.items().values().stream()
                .sorted(Comparator.comparing(
                        item -> item.text("CAS-08").filter("PRINCIPAL"::equals).isEmpty()))
                .flatMap(item -> item.text("PER-02").stream())
                .findFirst()
                .orElse("");
        Optional<Item> about = file.item(ItemId.CASE);
        List<CaseId> members = Stream.concat(
                        Stream.of(file.id()),
                        leads.entrySet().stream()
                                .filter(one -> one.getValue().equals(file.id()))
                                .map(Map.Entry::getKey))
                .toList();
        Standing alone = Standing.of(file.id(), opened.containsKey(file.id()));
        return new QueueRow(
                file.id(),
                kept.code(),
                name,
                about.flatMap(item -> item.text("CAS-03")).orElse(""),
                about.flatMap(item -> item.text("CAS-06")).orElse(""),
                kept.arrived(),
                Optional.ofNullable(opened.get(file.id())),
                kept.photos().size(),
                (int) kept.photos().stream().filter(Photo::here).count(),
                file.hasConflicts(),
                new Standing(alone.why(), alone.followUp(), alone.assigned(), alone.assignedNames(), members),
                false);
    }

    @Override
    public Work work() {
        return new Work() {
            @Override
            public List<Task> tasks(StaffSession session) {
                return every().stream()
                        .flatMap(one -> one.openTasks().stream())
                        .sorted(Comparator.comparing(task -> task.due().orElse(LocalDate.MAX)))
                        .toList();
            }

            @Override
            public Set<CaseId> closed(StaffSession session) {
                return every().stream()
                        .filter(CaseWork::isClosed)
                        .map(one -> one.file().id())
                        .collect(Collectors.toSet());
            }
        };
    }

    private synchronized List<CaseWork> every() {
        return cases.values().stream()
                .map(kept -> new CaseWork(WholeCatalogue.read(), kept.sample().fold()))
                .toList();
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized CasePage open(StaffSession session, CaseId id) throws AskThePerson {
        requireOpen(session);
        Kept kept = kept(id);
        if (opened.putIfAbsent(id, clock.instant()) == null) {
            version++;
        }
        return new CasePage(
                kept.sample().fold(),
                kept.code(),
                kept.arrived(),
                Optional.ofNullable(opened.get(id)),
                kept.photos(),
                List.copyOf(authors),
                asked.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized void ask(StaffSession session, CaseId id, String text, Optional<About> about)
            throws AskThePerson, TryAgain {
        requireOpen(session);
        requireTime();
        kept(id);
        if (text.isBlank()) {
            throw new AskThePerson("question-empty");
        }
        List<Asked> all = asked.computeIfAbsent(id, none -> new ArrayList<>());
        all.add(new Asked("question-" + all.size(), text, session.name(), clock.instant(), about));
    }

    @Override
    public synchronized void write(StaffSession session, CaseId id, Changes changes) throws AskThePerson, TryAgain {
        requireOpen(session);
        requireTime();
        kept(id).sample().written(session.staff(), changes);
        version++;
    }

    @Override
    public synchronized void photo(StaffSession session, CaseId id, Sha256 envelope, OutputStream out)
            throws AskThePerson {
        requireOpen(session);
        byte[] jpeg = photos.get(envelope);
        if (jpeg == null
                || kept(id).photos().stream()
                        .noneMatch(photo -> photo.envelope().equals(envelope))) {
            throw new AskThePerson("photo-on-the-way");
        }
        try {
            out.write(jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept kept(CaseId id) throws AskThePerson {
        Kept kept = cases.get(id);
        if (kept == null) {
            throw new AskThePerson("no-such-case");
        }
        return kept;
    }

    /** The keys of a session are there while its request runs. */
    private static void requireOpen(StaffSession session) {
        session.ring().staffKey().raw();
    }

    @Override
    public synchronized Unread unread() {
        return unread;
    }

    public synchronized void unnamed(Unnamed photos) {
        unnamed = photos;
    }

    @Override
    public synchronized Unnamed unnamedPhotos() {
        return unnamed;
    }

    @Override
    public synchronized List<Quarantined> quarantine(StaffSession session) {
        requireOpen(session);
        return List.copyOf(quarantine);
    }
}
