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
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseCode;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.VerifyingKey;

/** An intake in memory over the real fold and the real catalogue. Thread-safe. */
public final class FakeIntake implements Intake {
    /** Deliveries that a test scripts; others are drafts. */
    public final Map<CaseId, Delivery> deliveries = new HashMap<>();

    /** While true every write fails with a full disk. */
    public volatile boolean diskFull;

    /** How the present sitting of a case is known, and when it was heard; gone once its draft is cut. */
    public final Map<CaseId, HowKnown> heardAs = new HashMap<>();

    public final Map<CaseId, Optional<OffsetDateTime>> heardAt = new HashMap<>();
    /** What every photo from now on is doubted for. */
    public volatile Set<PageMark> doubts = Set.of();

    /** Why no photo can be added now. */
    public volatile @Nullable Failure photoFailure;

    public int refused;
    public int left;
    private final Catalogue catalogue;
    private final SecureRandom random;
    private final Clock clock;
    private final Author author = new Author(
            "person-FICT",
            "device-FICT",
            new VerifyingKey(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32])));
    private final Map<CaseId, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<CaseId, List<List<Write>>> drafts = new HashMap<>();
    private final Map<CaseId, EntryId> draftIds = new HashMap<>();
    private final Map<ItemId, byte[]> photos = new HashMap<>();
    private final Map<ItemId, Set<PageMark>> pageMarks = new HashMap<>();
    private final Map<ItemId, Integer> orders = new HashMap<>();
    private final Map<CaseId, List<Question>> asked = new HashMap<>();
    private final Set<CaseId> pinned = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public FakeIntake(Catalogue catalogue, SecureRandom random, Clock clock) {
        this.catalogue = catalogue;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public synchronized List<CaseRow> cases() {
        return entries.keySet().stream().map(id -> row(id, read(id))).toList();
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
                pinned.contains(id));
    }

    private static String text(CaseFile file, String field) {
        return file.item(ItemId.CASE).flatMap(item -> item.text(field)).orElse("");
    }

    @Override
    public synchronized int refusedCount() {
        return refused;
    }

    @Override
    public synchronized CaseId begin(HowKnown known) {
        CaseId id = CaseId.random(random);
        entries.put(id, new ArrayList<>());
        drafts.put(id, new ArrayList<>(List.of(List.of())));
        draftIds.put(id, EntryId.random(random));
        put(
                id,
                ItemId.CASE,
                new FieldId("CAS-02"),
                Value.text(CaseCode.random(random).text()));
        return id;
    }

    @Override
    public synchronized CaseFile read(CaseId id) {
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
                catalogue.version(),
                Audience.PHONE,
                author,
                sequence,
                sequence == 1 ? null : Sha256.of(new byte[] {(byte) sequence}),
                heardAt.getOrDefault(id, Optional.empty()).orElse(null),
                OffsetDateTime.now(clock),
                heardAs.getOrDefault(id, HowKnown.FACE_TO_FACE),
                writes);
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
        put(id, item, field, value);
        changed();
    }

    private void put(CaseId id, ItemId item, FieldId field, Value value) {
        CaseFile file = read(id);
        if (file.answer(item, field)
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

    @Override
    public synchronized ItemId newItem(CaseId id, String group, ItemId parent) {
        ItemId made = parent.child(random);
        orders.put(made, orders.size() + draft(id).size());
        return made;
    }

    @Override
    public synchronized void remove(CaseId id, ItemId item) {
        List<Write> now = new ArrayList<>(draft(id));
        now.removeIf(write -> item.holds(write.item()));
        CaseFile cut = CaseFile.fold(id, entriesOf(id));
        if (cut.item(item).isPresent()) {
            now.add(new Write(FieldId.REMOVED, item, Value.flag(true), cut.seen(item, FieldId.REMOVED)));
        }
        draftsOf(id).add(List.copyOf(now));
        changed();
    }

    @Override
    public synchronized boolean restore(CaseId id, ItemId item) {
        List<List<Write>> history = draftsOf(id);
        List<Write> now = draft(id);
        for (int step = history.size() - 1; step >= 0; step--) {
            List<Write> then = about(item, history.get(step));
            if (!then.equals(about(item, now))) {
                List<Write> restored = new ArrayList<>(now);
                restored.removeIf(write -> item.holds(write.item()));
                restored.addAll(then);
                history.add(List.copyOf(restored));
                changed();
                return true;
            }
        }
        return false;
    }

    private static List<Write> about(ItemId item, List<Write> writes) {
        return writes.stream().filter(write -> item.holds(write.item())).toList();
    }

    @Override
    public synchronized boolean undo(CaseId id) {
        List<List<Write>> history = draftsOf(id);
        if (history.size() < 2) {
            return false;
        }
        history.remove(history.size() - 1);
        changed();
        return true;
    }

    @Override
    public synchronized void heard(CaseId id, @Nullable OffsetDateTime heard, HowKnown known) {
        heardAs.put(id, known);
        heardAt.put(id, Optional.ofNullable(heard));
    }

    @Override
    public synchronized void leave(CaseId id) {
        List<Write> draft = draft(id);
        if (!draft.isEmpty()) {
            entriesOf(id).add(entry(id, draft));
            drafts.put(id, new ArrayList<>(List.of(List.of())));
            draftIds.put(id, EntryId.random(random));
            heardAt.remove(id);
            left++;
            changed();
        }
    }

    @Override
    public synchronized void leaveAll() {
        List.copyOf(entries.keySet()).forEach(this::leave);
    }

    @Override
    public synchronized void discardDraft(CaseId id) {
        draftsOf(id).add(List.of());
        changed();
    }

    @Override
    public synchronized void refuse(CaseId id) {
        entries.remove(id);
        drafts.remove(id);
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
            Integer place = orders.remove(shot.evidence());
            if (place != null) {
                put(id, shot.evidence(), FieldId.ORDER, Value.number(place));
            }
            ItemId page = newItem(id, "page", shot.evidence());
            Sha256 hash = Sha256.of(jpeg);
            int number = catalogue.items(read(id), "page", shot.evidence()).size() + 1;
            List<List<Write>> history = draftsOf(id);
            int before = history.size();
            shot.insteadOf().ifPresent(old -> replaced(id, page, old));
            put(id, page, new FieldId("PAG-01"), Value.number(number));
            put(id, page, new FieldId("PAG-02"), new PageImage(hash, jpeg.length, hash, hash, 600, 800).toValue());
            List<Write> now = history.get(history.size() - 1);
            history.subList(before, history.size()).clear();
            history.add(now);
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
        put(id, page, new FieldId("PAG-06"), Value.text(old.path()));
        read(id).answer(old, FieldId.ORDER).flatMap(Answer::settled).ifPresent(order -> {
            orders.remove(page);
            put(id, page, FieldId.ORDER, order);
        });
        remove(id, old);
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
        put(id, Questions.itemOf(question), Questions.ANSWER, Value.text(text));
        changed();
    }

    @Override
    public synchronized Optional<CaseRow> row(CaseId id) {
        return entries.containsKey(id) ? Optional.of(row(id, read(id))) : Optional.empty();
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

    private List<Entry> entriesOf(CaseId id) {
        return Objects.requireNonNull(entries.get(id));
    }

    private List<List<Write>> draftsOf(CaseId id) {
        return Objects.requireNonNull(drafts.get(id));
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
        put(id, item, new FieldId(field), value);
    }

    /** Somebody else writes to the case at the same time: staff at the clinic, who have seen what was cut so far. */
    public synchronized void elsewhere(CaseId id, ItemId item, FieldId field, Value value) {
        CaseFile cut = CaseFile.fold(id, entriesOf(id));
        entriesOf(id)
                .add(new Entry(
                        EntryId.random(random),
                        "clinic-FICT",
                        id,
                        catalogue.version(),
                        Audience.PHONE,
                        new Author("staff-FICT", "clinic", author.key()),
                        entriesOf(id).size() + 1,
                        Sha256.of(new byte[] {1}),
                        null,
                        OffsetDateTime.now(clock),
                        HowKnown.STAFF,
                        List.of(new Write(field, item, value, cut.seen(item, field)))));
        changed();
    }

    public Instant now() {
        return clock.instant();
    }
}
