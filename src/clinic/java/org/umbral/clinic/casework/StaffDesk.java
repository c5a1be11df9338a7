package org.umbral.clinic.casework;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.PhotoOpener.Jpeg;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.Arrivals;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.CaseRow;
import org.umbral.clinic.store.Envelopes;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.clinic.store.QuarantineRows;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.catalogue.Catalogue;

/** Holds no key and no case between two calls. */
final class StaffDesk implements Desk {
    private final CaseRows rows;
    private final SealedCases cases;
    private final QuarantineRows quarantine;
    private final PhotoRows photoRows;
    private final Queue queue;
    private final Inbox inbox;
    private final Catalogue catalogue;
    private final Envelopes envelopes;
    private final PhotoOpener photos;
    private final OpenedNotice notice;
    private final Asking asking;
    private final Writing writing;
    private final Settling settling;
    private final EraseLetters eraseLetters;
    private final Visible visible;
    private final Sponsors sponsors;
    private final Authors authors;
    private final Audit audit;
    private final Clock clock;
    private final ReentrantLock marking = new ReentrantLock();

    StaffDesk(
            CaseRows rows,
            QuarantineRows quarantine,
            PhotoRows photoRows,
            SealedCases cases,
            Inbox inbox,
            Catalogue catalogue,
            Envelopes envelopes,
            OpenedNotice notice,
            Asking asking,
            Writing writing,
            Settling settling,
            EraseLetters eraseLetters,
            Sponsors sponsors,
            Phones phones,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.quarantine = quarantine;
        this.photoRows = photoRows;
        this.queue = new Queue(rows, photoRows);
        this.cases = cases;
        this.inbox = inbox;
        this.catalogue = catalogue;
        this.envelopes = envelopes;
        this.photos = new PhotoOpener(envelopes);
        this.notice = notice;
        this.asking = asking;
        this.writing = writing;
        this.settling = settling;
        this.eraseLetters = eraseLetters;
        this.visible = new Visible(rows);
        this.sponsors = sponsors;
        this.authors = new Authors(phones, cases);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<QueueRow> queue(StaffSession session) throws TryAgain {
        inbox.open(session.ring());
        eraseLetters.deliver(session.ring());
        return queue.list(session);
    }

    @Override
    public long version() throws TryAgain {
        return rows.version();
    }

    @Override
    public CasePage open(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        inbox.open(session.ring());
        eraseLetters.deliver(session.ring());
        CaseRow row = visible.require(session, id);
        CaseFile caseFile = cases.fold(session.ring(), id, sponsors.access(session, id));
        CaseFacts facts = new CaseFacts(catalogue, caseFile);
        audit.append(session.staff(), Audit.Action.CASE_OPENED, id.text());
        tellOnce(session, caseFile, row);
        if (!row.withdrawn()) {
            asking.deliver(session.ring(), id, caseFile.entries().values());
            settling.deliver(session.ring(), id, caseFile.entries().values());
        }
        return new CasePage(
                caseFile,
                facts.code(),
                Instant.ofEpochMilli(row.arrivedAt()),
                Queue.opened(row),
                shown(facts),
                authors.of(session, caseFile),
                asking.of(session.ring().staffKey(), id));
    }

    @Override
    public void write(StaffSession session, CaseId id, Changes changes) throws AskThePerson, TryAgain {
        visible.require(session, id);
        List<Entry> entries = writing.write(session, id, changes);
        if (rows.find(id.text()).filter(CaseRow::withdrawn).isPresent()) {
            eraseLetters.deliver(session.ring());
        } else {
            settling.deliver(session.ring(), id, entries);
        }
    }

    @Override
    public void ask(StaffSession session, CaseId id, String text, Optional<About> about) throws AskThePerson, TryAgain {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        if (visible.require(session, id).withdrawn()) {
            throw new AskThePerson("consent-withdrawn");
        }
        List<Entry> entries = cases.entries(session.ring().staffKey(), id);
        asking.ask(session, id, entries, text, about, clock.instant());
        audit.append(session.staff(), Audit.Action.QUESTION_ASKED, id.text());
    }

    /** A stop between letter and mark sends the letter again; a phone takes the same one twice. */
    private void tellOnce(StaffSession session, CaseFile caseFile, CaseRow row) throws TryAgain {
        long position = row.position();
        marking.lock();
        try {
            Optional<CaseRow> now = rows.find(caseFile.id().text());
            if (now.isPresent() && now.get().openedPosition() < position) {
                if (!row.withdrawn()) {
                    notice.send(
                            session.ring(), caseFile.id(), caseFile.entries().values(), clock.instant());
                }
                rows.markOpened(caseFile.id().text(), position, clock.millis());
            }
        } finally {
            marking.unlock();
        }
    }

    private List<Photo> shown(CaseFacts facts) throws TryAgain {
        List<Photo> shown = new ArrayList<>();
        for (PageImage page : facts.pages()) {
            boolean here = envelopes.held(page.envelope()).isPresent();
            shown.add(new Photo(page.envelope(), here, page.envelopeBytes(), page.width(), page.height()));
        }
        return shown;
    }

    @Override
    public void photo(StaffSession session, CaseId id, Sha256 envelope, OutputStream out)
            throws AskThePerson, GiveUp, TryAgain {
        visible.require(session, id);
        if (!Access.of(session).readsNames()) {
            throw new AskThePerson("not-your-role");
        }
        List<PageImage> pages = CaseFacts.everyPage(cases.entries(session.ring().staffKey(), id))
                .filter(page -> page.envelope().equals(envelope))
                .toList();
        if (pages.isEmpty()) {
            throw new AskThePerson("no-such-photo");
        }
        StoredEnvelope stored = envelopes.held(envelope).orElseThrow(() -> new AskThePerson("photo-on-the-way"));
        try (Jpeg photo = photos.open(session.ring(), stored)) {
            Sha256 image = photo.hash();
            if (pages.stream().noneMatch(page -> page.image().equals(image))) {
                throw new GiveUp("sealed-bytes-damaged");
            }
            audit.append(session.staff(), Audit.Action.PHOTO_OPENED, envelope.hex());
            photo.copyTo(out);
        }
    }

    @Override
    public void requireVisible(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        visible.require(session, id);
    }

    @Override
    public Unread unread() throws TryAgain {
        Arrivals waiting = envelopes.arrivedAfter(rows.openedPosition());
        return new Unread(waiting.envelopes(), waiting.emergencies(), waiting.oldest(), waiting.oldestEmergency());
    }

    @Override
    public Optional<Instant> oldestEmergencyNotOpened() throws TryAgain {
        return rows.oldestEmergencyNotOpened().map(Instant::ofEpochMilli);
    }

    @Override
    public Unnamed unnamedPhotos() throws TryAgain {
        PhotoRows.Unnamed unnamed = photoRows.unnamed();
        return new Unnamed(unnamed.photos(), unnamed.since());
    }

    @Override
    public List<Quarantined> quarantine(StaffSession session) throws TryAgain {
        inbox.open(session.ring());
        return quarantine.list().stream()
                .map(row -> new Quarantined(
                        new Sha256(row.envelope()),
                        row.reason(),
                        Optional.ofNullable(row.device()),
                        Instant.ofEpochMilli(row.receivedAt())))
                .toList();
    }
}
