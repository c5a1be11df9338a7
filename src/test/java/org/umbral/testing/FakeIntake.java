package org.umbral.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.Question;
import org.umbral.phone.capture.Capture;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.capture.SearchTerms;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseCode;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/** An intake in memory over the real fold and the real catalogue. Thread-safe. */
public final class FakeIntake implements Intake {
    /** Deliveries that a test scripts; others are drafts. */
    public final Map<CaseId, Delivery> deliveries = new HashMap<>();

    /** While true every write fails with a full disk. */
    public volatile boolean diskFull;

    /** How the present sitting of a case is known, and when it was heard; gone once its draft is cut. */
    public final Map<CaseId, HowKnown> heardAs;

    public final Map<CaseId, Optional<OffsetDateTime>> heardAt;
    /** What every photo from now on is doubted for. */
    public volatile Set<PageMark> doubts = Set.of();

    /** Ports of a table that the clinic sent. */
    public volatile List<String> ports = List.of();

    /** Why no photo can be added now. */
    public volatile @Nullable Failure photoFailure;

    private final Set<CaseId> mayBeKnown = new HashSet<>();

    public int refused;
    public int removed;
    public int left;
    private final Catalogue catalogue;
    private final SecureRandom random;
    private final Clock clock;
    private final FakeJournal journal;
    private final Map<ItemId, byte[]> photos = new HashMap<>();
    private final Map<ItemId, Set<PageMark>> pageMarks = new HashMap<>();
    private final Map<CaseId, List<Question>> asked = new HashMap<>();
    private final Set<CaseId> pinned = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public FakeIntake(Catalogue catalogue, SecureRandom random, Clock clock) {
        this.catalogue = catalogue;
        this.random = random;
        this.clock = clock;
        journal = new FakeJournal(catalogue.version(), random, clock);
        heardAs = journal.heardAs;
        heardAt = journal.heardAt;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public List<String> offers(FieldId field, String typed) {
        return ports.stream()
                .filter(port -> field.text().equals("BOR-04") && !typed.isBlank() && port.startsWith(typed))
                .toList();
    }

    @Override
    public synchronized List<CaseRow> cases() {
        return journal.cases().stream().map(id -> row(id, read(id))).toList();
    }

    private CaseRow row(CaseId id, CaseFile file) {
        String name = catalogue.items(file, "person", ItemId.CASE).stream()
                .flatMap(person -> person.text("PER-02").stream())
                .findFirst()
                .orElse("");
        return new CaseRow(
                id,
                text(file, "CAS-02"),
                name,
                text(file, "CAS-03"),
                text(file, "CAS-06"),
                delivery(id),
                Optional.of(clock.instant()),
                SearchTerms.of(file, catalogue),
                CaseRow.Kept.WHOLE,
                pinned.contains(id),
                mayBeKnown.contains(id));
    }

    private static String text(CaseFile file, String field) {
        return file.item(ItemId.CASE).flatMap(item -> item.text(field)).orElse("");
    }

    @Override
    public synchronized int removedCount() {
        return removed;
    }

    @Override
    public synchronized int refusedCount() {
        return refused;
    }

    @Override
    public synchronized CaseId begin(HowKnown known) {
        CaseId id = CaseId.random(random);
        journal.begin(id);
        journal.put(
                id,
                ItemId.CASE,
                new FieldId("CAS-02"),
                Value.text(CaseCode.random(random).text()));
        return id;
    }

    @Override
    public synchronized CaseFile read(CaseId id) {
        return journal.read(id);
    }

    @Override
    public synchronized Delivery delivery(CaseId id) {
        Delivery told = deliveries.getOrDefault(
                id,
                new Delivery(
                        Delivery.State.DRAFT, 0, 1, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        int open = (int) questions(id).stream().filter(Question::isOpen).count();
        return open == 0
                ? told
                : new Delivery(
                        Delivery.State.NEEDS_YOU,
                        told.sent(),
                        told.total(),
                        told.items(),
                        told.deliveredAt(),
                        told.openedAt(),
                        told.unopenedSince(),
                        told.way(),
                        open);
    }

    @Override
    public synchronized void write(CaseId id, ItemId item, FieldId field, Value value) throws Failure {
        if (diskFull) {
            throw new TryAgain("disk-full");
        }
        new Capture(catalogue, clock).requireAllowed(read(id), item, field, value);
        journal.put(id, item, field, value);
        changed();
    }

    @Override
    public synchronized ItemId newItem(CaseId id, String group, ItemId parent) {
        return journal.newItem(id, parent);
    }

    @Override
    public synchronized void remove(CaseId id, ItemId item) {
        journal.remove(id, item);
        changed();
    }

    @Override
    public synchronized boolean restore(CaseId id, ItemId item) {
        return changedIf(journal.restore(id, item));
    }

    @Override
    public synchronized boolean undo(CaseId id) {
        return changedIf(journal.undo(id));
    }

    @Override
    public synchronized void heard(CaseId id, @Nullable OffsetDateTime heard, HowKnown known) {
        heardAs.put(id, known);
        heardAt.put(id, Optional.ofNullable(heard));
    }

    @Override
    public synchronized void leave(CaseId id) {
        if (changedIf(journal.cut(id))) {
            left++;
        }
    }

    @Override
    public synchronized void leaveAll() {
        journal.cases().forEach(this::leave);
    }

    @Override
    public synchronized void discardDraft(CaseId id) {
        journal.discardDraft(id);
        changed();
    }

    @Override
    public synchronized void refuse(CaseId id) {
        journal.forget(id);
        refused++;
        changed();
    }

    @Override
    public synchronized ItemId addPhoto(CaseId id, Shot shot, Path leftInTheClear) throws Failure {
        if (photoFailure != null) {
            throw photoFailure;
        }
        try {
            byte[] jpeg = Files.readAllBytes(leftInTheClear);
            Files.delete(leftInTheClear);
            journal.place(id, shot.evidence());
            ItemId page = newItem(id, "page", shot.evidence());
            Sha256 hash = Sha256.of(jpeg);
            int number = catalogue.items(read(id), "page", shot.evidence()).size() + 1;
            int before = journal.steps(id);
            shot.insteadOf().ifPresent(old -> replaced(id, page, old));
            journal.put(id, page, new FieldId("PAG-01"), Value.number(number));
            journal.put(
                    id, page, new FieldId("PAG-02"), new PageImage(hash, jpeg.length, hash, hash, 600, 800).toValue());
            journal.asOneStep(id, before);
            photos.put(page, jpeg);
            Set<PageMark> marks = EnumSet.noneOf(PageMark.class);
            marks.addAll(doubts);
            if (shot.originalElsewhere()) {
                marks.add(PageMark.ORIGINAL_ELSEWHERE);
            }
            pageMarks.put(page, marks);
            changed();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replaced(CaseId id, ItemId page, ItemId old) {
        journal.put(id, page, new FieldId("PAG-06"), Value.text(old.path()));
        read(id).answer(old, FieldId.ORDER).flatMap(Answer::settled).ifPresent(order -> {
            journal.unplaced(page);
            journal.put(id, page, FieldId.ORDER, order);
        });
        journal.remove(id, old);
    }

    @Override
    public synchronized void discardCapture(Path leftInTheClear) {
        try {
            Files.deleteIfExists(leftInTheClear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Set<PageMark> marks(CaseId id, ItemId page) {
        return Set.copyOf(pageMarks.getOrDefault(page, Set.of()));
    }

    @Override
    public synchronized void settle(CaseId id, ItemId page, PageMark mark) {
        pageMarks.getOrDefault(page, EnumSet.noneOf(PageMark.class)).remove(mark);
        changed();
    }

    @Override
    public void expectPhoto(CaseId id, ItemId evidence) {}

    @Override
    public List<Leftover> leftovers() {
        return List.of();
    }

    @Override
    public ItemId adopt(Leftover leftover) {
        throw new Bug("there are no leftovers here");
    }

    @Override
    public void dropLeftover(Leftover leftover) {}

    @Override
    public synchronized Optional<byte[]> thumbnail(CaseId id, ItemId page) {
        return Optional.ofNullable(photos.get(page));
    }

    @Override
    public synchronized Optional<InputStream> photo(CaseId id, ItemId page) {
        return Optional.ofNullable(photos.get(page)).map(ByteArrayInputStream::new);
    }

    @Override
    public synchronized void pin(CaseId id, boolean keep) {
        if (keep) {
            pinned.add(id);
        } else {
            pinned.remove(id);
        }
    }

    /** As if the clinic had asked; {@code about} is a place of the case or empty. */
    public synchronized void mayKnow(CaseId id, boolean may) {
        if (may) {
            mayBeKnown.add(id);
        } else {
            mayBeKnown.remove(id);
        }
        changed();
    }

    public synchronized void ask(CaseId id, Question question) {
        asked.computeIfAbsent(id, none -> new ArrayList<>()).add(question);
        changed();
    }

    @Override
    public synchronized List<Question> questions(CaseId id) {
        CaseFile file = read(id);
        return asked.getOrDefault(id, List.of()).stream()
                .map(one -> new Question(
                        one.id(),
                        one.text(),
                        one.askedBy(),
                        one.at(),
                        one.item(),
                        one.field(),
                        Questions.answer(file, one.id()),
                        one.item().isPresent()
                                && file.answer(one.item().get(), one.field().orElseThrow())
                                        .isPresent()))
                .sorted(Comparator.comparing((Question one) -> !one.isOpen()))
                .toList();
    }

    @Override
    public synchronized void answer(CaseId id, String question, String text) {
        journal.put(id, Questions.itemOf(question), Questions.ANSWER, Value.text(text));
        changed();
    }

    @Override
    public synchronized Optional<CaseRow> row(CaseId id) {
        return journal.cases().contains(id) ? Optional.of(row(id, read(id))) : Optional.empty();
    }

    @Override
    public boolean tidy() {
        return false;
    }

    @Override
    public synchronized void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private boolean changedIf(boolean something) {
        if (something) {
            changed();
        }
        return something;
    }

    /** The one case that holds this name. */
    public synchronized CaseId caseOf(String name) {
        return cases().stream()
                .filter(row -> row.name().equals(name))
                .map(CaseRow::id)
                .findFirst()
                .orElseThrow();
    }

    public synchronized Item person(CaseId id) {
        return catalogue.items(read(id), "person", ItemId.CASE).get(0);
    }

    /** Puts a value without the gates, to set a scene. */
    public synchronized void set(CaseId id, ItemId item, String field, Value value) {
        journal.put(id, item, new FieldId(field), value);
    }

    /** Somebody else writes to the case at the same time: staff at the clinic, who have seen what was cut so far. */
    public synchronized void elsewhere(CaseId id, ItemId item, FieldId field, Value value) {
        journal.elsewhere(id, item, field, value);
        changed();
    }

    public Instant now() {
        return clock.instant();
    }
}
