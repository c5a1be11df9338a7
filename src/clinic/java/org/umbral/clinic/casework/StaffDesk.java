package org.umbral.clinic.casework;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.catalogue.Catalogue;

/** Holds no key and no case between two calls. */
final class StaffDesk implements Desk {
    private final CaseRows rows;
    private final SealedCases cases;
    private final OneCases ones;
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
    private final Outstanding outstanding;
    private final Visible visible;
    private final Sponsors sponsors;
    private final Work work;
    private final Authors authors;
    private final Audit audit;
    private final Clock clock;
    private final ReentrantLock marking = new ReentrantLock();

    StaffDesk(
            CaseRows rows,
            QuarantineRows quarantine,
            PhotoRows photoRows,
            Queue queue,
            SealedCases cases,
            OneCases ones,
            Inbox inbox,
            Catalogue catalogue,
            Envelopes envelopes,
            Writing writing,
            OpenedNotice notice,
            Asking asking,
            Outstanding outstanding,
            Sponsors sponsors,
            Work work,
            Phones phones,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.quarantine = quarantine;
        this.photoRows = photoRows;
        this.queue = queue;
        this.cases = cases;
        this.ones = ones;
        this.inbox = inbox;
        this.catalogue = catalogue;
        this.envelopes = envelopes;
        this.photos = new PhotoOpener(envelopes);
        this.notice = notice;
        this.asking = asking;
        this.writing = writing;
        this.outstanding = outstanding;
        this.visible = new Visible(rows);
        this.sponsors = sponsors;
        this.work = work;
        this.authors = new Authors(phones, cases);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<QueueRow> queue(StaffSession session) throws TryAgain {
        inbox.open(session.ring());
        outstanding.deliver(session.ring());
        return queue.list(session, LocalDate.now(clock));
    }

    @Override
    public int openSome(StaffSession session) throws TryAgain {
        inbox.openSome(session.ring());
        return envelopes.arrivedAfter(rows.openedPosition()).envelopes();
    }

    @Override
    public Work work() {
        return work;
    }

    @Override
    public long version() throws TryAgain {
        return rows.version();
    }

    @Override
    public CasePage open(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        inbox.open(session.ring());
        outstanding.deliver(session.ring());
        List<CaseRow> members = members(session, id);
        // After the rows: what arrives in between is not marked as opened.
        OneCase one = ones.read(session.ring(), id);
        members.removeIf(row -> !one.members().containsKey(new CaseId(row.id())));
        for (CaseRow row : members) {
            audit.append(session.staff(), Audit.Action.CASE_OPENED, row.id());
            // Whoever only looks after the data has not begun to work on it.
            if (session.role().worksOnCases()) {
                tellOnce(session, row, one.entriesOf(new CaseId(row.id())));
            }
        }
        return page(session, members, one);
    }

    /** The case with what arrived until now; nobody is told and nothing is audited. */
    CasePage read(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        inbox.open(session.ring());
        return page(session, members(session, id), ones.read(session.ring(), id));
    }

    /** What the session reads of the case now, its story apart. */
    Access access(StaffSession session, CaseId id) throws TryAgain {
        return sponsors.access(session, id);
    }

    /** Where consent to one of them was withdrawn, all are gone for whoever does not see such a case. */
    private List<CaseRow> members(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        visible.require(session, id);
        List<CaseRow> members = new ArrayList<>();
        for (CaseId member : ones.same().with(id)) {
            if (rows.find(member.text()).isPresent()) {
                members.add(visible.require(session, member));
            }
        }
        return members;
    }

    private CasePage page(StaffSession session, List<CaseRow> members, OneCase whole) throws TryAgain {
        CaseId id = whole.file().id();
        OneCase one = sponsors.access(session, id).sponsors() ? whole : whole.without(Audience.SPONSOR);
        List<Asked> asked = new ArrayList<>();
        for (CaseRow row : members) {
            asked.addAll(asking.of(session.ring().staffKey(), new CaseId(row.id())));
        }
        CaseFacts facts = new CaseFacts(catalogue, one.file());
        return new CasePage(
                Narrative.shownTo(session, catalogue, one.file()),
                CaseFacts.codes(catalogue, one),
                Instant.ofEpochMilli(
                        members.stream().mapToLong(CaseRow::arrivedAt).min().orElse(0)),
                Queue.opened(members),
                shown(facts),
                authors.of(session, one.file()),
                Narrative.shownTo(session, one.file(), asked));
    }

    @Override
    public void write(StaffSession session, CaseId id, Changes changes) throws AskThePerson, TryAgain {
        members(session, id);
        writing.write(session, id, changes);
        Outgoing.send(() -> outstanding.deliver(session.ring()));
    }

    @Override
    public void ask(StaffSession session, CaseId id, String text, Optional<About> about) throws AskThePerson, TryAgain {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        if (members(session, id).stream().anyMatch(CaseRow::withdrawn)) {
            throw new AskThePerson("consent-withdrawn");
        }
        OneCase one = ones.read(session.ring(), id);
        Optional<OneCase.Origin> origin = about.filter(what -> one.isJoined()).map(what -> one.origin(what.item()));
        CaseId to = origin.map(OneCase.Origin::id).orElse(id);
        Optional<About> there =
                about.map(what -> new About(origin.map(OneCase.Origin::item).orElse(what.item()), what.field()));
        List<Entry> entries = cases.entries(session.ring().staffKey(), to);
        asking.ask(session, to, entries, text, there, clock.instant());
        Outgoing.send(() -> outstanding.deliver(session.ring()));
        audit.append(session.staff(), Audit.Action.QUESTION_ASKED, to.text());
    }

    /**
     * Phones hear only of what they captured, also where staff found their case to be one with another. A stop between letter
     * and mark sends the letter again; a phone takes the same one twice.
     */
    private void tellOnce(StaffSession session, CaseRow row, List<Entry> entries) throws TryAgain {
        long position = row.position();
        marking.lock();
        try {
            Optional<CaseRow> now = rows.find(row.id());
            if (now.isPresent() && now.get().openedPosition() < position) {
                if (!row.withdrawn()) {
                    notice.send(session.ring(), new CaseId(row.id()), entries, clock.instant());
                }
                rows.markOpened(row.id(), position, clock.millis());
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
        members(session, id);
        if (!Access.of(session).readsNames()) {
            throw new AskThePerson("not-your-role");
        }
        OneCase one = ones.read(session.ring(), id);
        List<PageImage> pages = CaseFacts.everyPage(one.entries())
                .filter(page -> page.envelope().equals(envelope))
                .toList();
        if (pages.isEmpty()) {
            throw new AskThePerson("no-such-photo");
        }
        Narrative.requireOpen(session, one.file());
        if (!access(session, one.file().id()).sponsors()
                && new SponsorPapers(one.file()).photos().contains(envelope)) {
            throw new AskThePerson("sponsors-first");
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
    public int emergenciesSetAside() throws TryAgain {
        return quarantine.unseenEmergencies();
    }

    @Override
    public Unnamed unnamedPhotos() throws TryAgain {
        PhotoRows.Unnamed unnamed = photoRows.unnamed();
        return new Unnamed(unnamed.photos(), unnamed.since());
    }

    @Override
    public List<Quarantined> quarantine(StaffSession session) throws TryAgain {
        inbox.open(session.ring());
        List<QuarantineRows.Row> setAside = quarantine.list();
        if (session.role().worksOnCases()) {
            quarantine.seen(setAside, clock.millis());
        }
        return setAside.stream()
                .map(row -> new Quarantined(
                        new Sha256(row.envelope()),
                        row.reason(),
                        Optional.ofNullable(row.device()),
                        Instant.ofEpochMilli(row.receivedAt())))
                .toList();
    }
}
