package org.umbral.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk;
import org.umbral.phone.CaseRow;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.Item;

/** The end of a history: the weather clears, everything is carried, and both ends are held against what was promised. */
final class LineEnd {
    private static final int ROUNDS = 8;

    private final LineWorld world;
    private final Map<CaseId, CaseFile> atTheClinic = new TreeMap<>();

    LineEnd(LineWorld world) {
        this.world = world;
    }

    /** What is wrong; empty where nothing is. */
    Optional<String> wrong() throws Failure, IOException {
        world.phone.intake().leaveAll();
        world.joinAgain();
        settle();
        world.confirmKeys();
        settle();
        read();
        return carried().or(this::texts).or(this::removals).or(this::folds).or(this::bothEnds);
    }

    private void settle() throws Failure, IOException {
        boolean moves = true;
        for (int i = 0; i < ROUNDS && moves; i++) {
            world.carrier.round(new Random(i), LossyCarrier.Weather.CLEAR);
            world.clinic.parts().desk().queue(world.clinic.parts().paralegal());
            moves = i == 0 | world.phone.intake().tidy() | world.phone.outbox().waitingCount() > 0;
        }
    }

    /** Every case by itself, also where staff found several to be one. */
    private void read() throws Failure {
        Map<CaseId, List<Entry>> entries = new TreeMap<>();
        int photos = 0;
        Desk desk = world.clinic.parts().desk();
        for (Desk.QueueRow row : desk.queue(world.clinic.parts().paralegal())) {
            Desk.CasePage page = desk.open(world.clinic.parts().paralegal(), row.id());
            page.caseFile().entries().values().stream()
                    .collect(Collectors.groupingBy(Entry::caseId))
                    .forEach(entries::put);
            photos += (int) page.photos().stream().filter(Desk.Photo::here).count();
            requireWhole(page);
        }
        entries.forEach((id, own) -> atTheClinic.put(id, CaseFile.fold(id, own)));
        if (photos != world.promised.photos()) {
            throw new IllegalStateException(
                    world.promised.photos() + " photos were promised, at the clinic are " + photos);
        }
    }

    private static void requireWhole(Desk.CasePage page) {
        if (page.missing() > 0) {
            throw new IllegalStateException(page.missing() + " entries are known to be missing");
        }
        Optional<String> wrong = FoldCheck.differ(
                "the page",
                new FoldModel(page.caseFile().id(), page.caseFile().entries().values()).shown(),
                Shown.of(page.caseFile().items()));
        wrong.ifPresent(said -> {
            throw new IllegalStateException(said);
        });
    }

    private Optional<String> carried() {
        try {
            List<Waiting> waiting = world.phone.outbox().waiting();
            List<Desk.Quarantined> aside =
                    world.clinic.parts().desk().quarantine(world.clinic.parts().attorney());
            if (!waiting.isEmpty() || !aside.isEmpty()) {
                return Optional.of(waiting.size() + " still wait, set aside are "
                        + aside.stream().map(Desk.Quarantined::reason).toList());
            }
            return world.clinic.parts().audit().verify() == 0 ? Optional.empty() : Optional.of("the audit is broken");
        } catch (Failure e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> texts() {
        for (Promised.Place place : world.promised.places()) {
            CaseFile file = atTheClinic.get(place.caseId());
            Set<String> should = world.promised.standing(place);
            Set<String> is = file == null ? Set.of() : Texts.held(file, place.item(), place.field());
            boolean removedWhole = is.isEmpty() && isRemovedWhole(place);
            if (!should.equals(is) && !removedWhole) {
                return Optional.of(place + "\n  should hold " + should + "\n  but holds   " + is);
            }
        }
        return Optional.empty();
    }

    /** An item that was added and removed in one sitting may leave nothing. */
    private boolean isRemovedWhole(Promised.Place place) {
        return world.promised.removals().stream()
                .filter(removal -> removal.caseId().equals(place.caseId())
                        && removal.item().equals(place.item()))
                .anyMatch(removal -> !world.promised.isChangedElsewhere(removal));
    }

    private Optional<String> removals() {
        for (Promised.Removal removal : world.promised.removals()) {
            CaseFile file = atTheClinic.get(removal.caseId());
            Optional<Item.State> is = Optional.ofNullable(file)
                    .flatMap(found -> found.item(removal.item()))
                    .map(Item::state);
            boolean changed = world.promised.isChangedElsewhere(removal);
            boolean right = changed
                    ? is.equals(Optional.of(Item.State.REMOVED_HERE_CHANGED_THERE))
                    : is.isEmpty() || is.get() == Item.State.REMOVED;
            if (!right) {
                return Optional.of("a removed item is " + is + ", and was " + (changed ? "" : "not ")
                        + "changed elsewhere: " + removal);
            }
        }
        return Optional.empty();
    }

    private Optional<String> folds() {
        for (CaseFile file : atTheClinic.values()) {
            Optional<String> found = FoldCheck.differ(
                    "the fold at the clinic",
                    new FoldModel(file.id(), file.entries().values()).shown(),
                    Shown.of(file.items()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What the phone may hold of a case whose words it still has is what the clinic has of it. */
    private Optional<String> bothEnds() {
        try {
            for (CaseRow row : world.phone.intake().cases()) {
                CaseFile file = atTheClinic.get(row.id());
                if (row.kept() != CaseRow.Kept.STUB && file != null) {
                    Optional<String> found = bothEnds(file, world.phone.intake().read(row.id()));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (Failure e) {
            throw new IllegalStateException(e);
        }
    }

    /** What staff wrote and a restore lost may be on the phone alone. */
    private Optional<String> bothEnds(CaseFile file, CaseFile here) {
        Set<EntryId> should = new TreeSet<>();
        Set<EntryId> is = new TreeSet<>();
        for (Entry entry : file.entries().values()) {
            if (entry.audience() == Audience.PHONE) {
                should.add(entry.id());
            }
        }
        for (Entry entry : here.entries().values()) {
            boolean lost = world.promised.hasLost()
                    && entry.author().isClinic()
                    && !file.entries().containsKey(entry.id());
            if (!lost) {
                is.add(entry.id());
            }
        }
        if (!should.equals(is)) {
            return Optional.of("the phone holds " + is + "\n  the clinic for it " + should);
        }
        return FoldCheck.differ(
                "the fold on the phone",
                new FoldModel(here.id(), here.entries().values()).shown(),
                Shown.of(here.items()));
    }
}
