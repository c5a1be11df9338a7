package org.umbral.line;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.Promises.Kept;
import org.umbral.line.Promises.Place;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;

/**
 * What staff find, beside what a phone that has delivered everything was promised: every value and every photo once,
 * every photo whole, nothing aside.
 */
final class AtTheClinic {
    private static final FieldId IMAGE = new FieldId("PAG-02");

    private final Desk desk;
    private final StaffSession staff;
    private final Kept kept;
    private final Map<CaseId, CaseFile> cases = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> strangers = new ArrayList<>();
    private int compared;

    private AtTheClinic(Desk desk, StaffSession staff, Kept kept) {
        this.desk = desk;
        this.staff = staff;
        this.kept = kept;
    }

    /**
     * @param wanted which of the cases are compared whole
     * @param opened photos that need not be opened again; those that are opened now are added
     */
    static AtTheClinic compare(Desk desk, StaffSession staff, Kept kept, Collection<CaseId> wanted, Set<Sha256> opened)
            throws Failure {
        AtTheClinic all = new AtTheClinic(desk, staff, kept);
        List<CaseId> queue = desk.queue(staff).stream().map(Desk.QueueRow::id).toList();
        all.inQueue(queue);
        Set<CaseId> there = new HashSet<>(queue);
        for (CaseId id : wanted) {
            if (there.contains(id)) {
                all.one(id, opened);
            }
        }
        desk.quarantine(staff)
                .forEach(one -> all.findings.add(Finding.unreadable(one.reason() + " " + one.envelope())));
        return all;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Cases of nobody in the log: other phones may have sent them, or one case came under two names. */
    List<Finding> strangers() {
        return strangers;
    }

    /** As staff see them. */
    Map<CaseId, CaseFile> cases() {
        return cases;
    }

    /** How many single facts were looked at. */
    int compared() {
        return compared;
    }

    private void inQueue(List<CaseId> queue) {
        Set<CaseId> once = new HashSet<>();
        for (CaseId id : queue) {
            if (!once.add(id)) {
                findings.add(Finding.doubled("case " + id.text()));
            } else if (!kept.begun().contains(id)) {
                strangers.add(Finding.doubled("case that nobody began " + id.text()));
            }
        }
        for (CaseId id : kept.consented()) {
            compared++;
            if (!once.contains(id)) {
                findings.add(Finding.lost("case " + id.text()));
            }
        }
    }

    private void one(CaseId id, Set<Sha256> opened) {
        try {
            Desk.CasePage page = desk.open(staff, id);
            CaseFile whole = page.caseFile();
            cases.put(id, whole);
            if (page.missing() != 0) {
                findings.add(Finding.lost(page.missing() + " entries of case " + id.text()));
            }
            if (whole.hasConflicts()) {
                findings.add(Finding.doubled("a value in conflict, case " + id.text()));
            }
            page.photos().stream()
                    .filter(photo -> !photo.here())
                    .forEach(photo -> findings.add(Finding.lost("photo " + photo.envelope())));
            values(id, whole);
            captures(id, whole, opened);
            questions(id, page);
        } catch (Failure | RuntimeException e) {
            findings.add(Finding.unreadable("case " + id.text() + ": " + e));
        }
    }

    private void values(CaseId id, CaseFile whole) {
        kept.values().forEach((place, may) -> {
            if (place.id().equals(id)) {
                compared++;
                value(whole, place, may).ifPresent(findings::add);
                for (String text : may) {
                    if (timesWritten(whole, place, text) > 1) {
                        findings.add(Finding.doubled("written again: " + place));
                    }
                }
            }
        });
    }

    /** What is wrong with a value of this case. */
    static Optional<Finding> value(CaseFile whole, Place place, List<String> may) {
        List<Held> held = whole.answer(place.item(), place.field()).stream()
                .flatMap(answer -> answer.held().stream())
                .toList();
        if (held.size() > 1) {
            return Optional.of(Finding.doubled("value " + place));
        }
        return held.stream().anyMatch(one -> may.stream().map(Value::text).anyMatch(one.value()::equals))
                ? Optional.empty()
                : Optional.of(Finding.lost("value " + place));
    }

    private static long timesWritten(CaseFile whole, Place place, String text) {
        return whole.entries().values().stream()
                .flatMap(entry -> entry.writes().stream())
                .filter(write -> write.field().equals(place.field())
                        && write.item().equals(place.item())
                        && write.value().equals(Value.text(text)))
                .count();
    }

    /** The pages that show a capture. */
    static List<PageImage> pages(CaseFile whole, Sha256 capture) {
        return whole.items().values().stream()
                .flatMap(item -> item.answer(IMAGE).stream())
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> PageImage.from(held.value()).stream())
                .filter(image -> image.capture().equals(capture))
                .toList();
    }

    private void captures(CaseId id, CaseFile whole, Set<Sha256> opened) throws Failure {
        for (Map.Entry<Sha256, CaseId> capture : kept.captures().entrySet()) {
            if (!capture.getValue().equals(id)) {
                continue;
            }
            compared++;
            List<PageImage> pages = pages(whole, capture.getKey());
            if (pages.size() > 1) {
                findings.add(Finding.doubled("capture " + capture.getKey()));
            } else if (pages.isEmpty() && kept.paged().contains(capture.getKey())) {
                findings.add(Finding.lost("page of capture " + capture.getKey()));
            }
            for (PageImage page : pages) {
                if (opened.add(page.envelope())) {
                    open(id, page);
                }
            }
        }
    }

    private void open(CaseId id, PageImage page) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            desk.photo(staff, id, page.envelope(), jpeg);
            if (!Sha256.of(jpeg.toByteArray()).equals(page.image())) {
                findings.add(Finding.unreadable("another picture in photo " + page.envelope()));
            }
        } catch (Failure | RuntimeException e) {
            findings.add(Finding.unreadable("photo " + page.envelope() + ": " + e));
        }
    }

    private void questions(CaseId id, Desk.CasePage page) {
        kept.asked().getOrDefault(id, Map.of()).forEach((text, returned) -> {
            compared++;
            long times = page.questions().stream()
                    .filter(asked -> asked.text().equals(text))
                    .count();
            if (times > 1) {
                findings.add(Finding.doubled("question " + text));
            } else if (times == 0 && returned) {
                findings.add(Finding.lost("question " + text));
            }
        });
    }
}
