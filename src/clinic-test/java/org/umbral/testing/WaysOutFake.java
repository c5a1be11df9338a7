package org.umbral.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.umbral.clinic.casework.Leaving;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.SealingKey;

/** Ways out of a fake desk's cases, by the real rules of what may leave; its envelopes hold a line each. */
public final class WaysOutFake implements WaysOut {
    private final DeskFake desk;
    private final Clock clock;
    private volatile boolean broken;
    private final List<String> audited = new CopyOnWriteArrayList<>();

    WaysOutFake(DeskFake desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** From now on the disk fails under every envelope. */
    public void breaksAtEnvelopes() {
        broken = true;
    }

    public List<String> audited() {
        return List.copyOf(audited);
    }

    @Override
    public Leaf print(StaffSession session, CaseId id) throws AskThePerson {
        session.requireReadsCases();
        audited.add("printed " + id.text());
        return leaf(session, id, EnumSet.of(Audience.PHONE, Audience.STAFF));
    }

    @Override
    public Leaf look(StaffSession session, CaseId id) throws AskThePerson {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        EnumSet<Audience> audiences = EnumSet.of(Audience.PHONE, Audience.STAFF);
        if (session.ring().dataKey(Audience.SPONSOR).isPresent()) {
            audiences.add(Audience.SPONSOR);
        }
        return leaf(session, id, audiences);
    }

    private Leaf leaf(StaffSession session, CaseId id, EnumSet<Audience> audiences) throws AskThePerson {
        var page = desk.open(session, id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Leaving leaving = new Leaving(WholeCatalogue.read(), page.caseFile(), audiences, today);
        return new Leaf(page, leaving, List.of(Sha256.ofText("entry")), 1);
    }

    @Override
    public Leaf export(StaffSession session, CaseId id, Leaving.Purpose purpose) throws AskThePerson {
        Leaf leaf = look(session, id);
        var refusal = leaf.leaving().refusal(purpose);
        if (refusal.isPresent()) {
            throw new AskThePerson(refusal.get());
        }
        audited.add("exported " + id.text());
        return leaf;
    }

    @Override
    public List<CaseId> exportAll(StaffSession session) throws AskThePerson {
        requireAttorney(session);
        audited.add("exported all");
        return desk.queue(session).stream().map(row -> row.id()).toList();
    }

    @Override
    public String codeOf(StaffSession session, CaseId id) {
        return desk.queue(session).stream()
                .filter(row -> row.id().equals(id))
                .map(row -> row.code())
                .findFirst()
                .orElse(id.text());
    }

    @Override
    public int countAll(StaffSession session) throws AskThePerson {
        requireAttorney(session);
        return desk.queue(session).size();
    }

    private static void requireAttorney(StaffSession session) throws AskThePerson {
        if (session.role() != Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
    }

    @Override
    public void photo(StaffSession session, Leaf leaf, Sha256 envelope, OutputStream out) throws AskThePerson {
        desk.photo(session, leaf.page().caseFile().id(), envelope, out);
    }

    @Override
    public void envelope(StaffSession session, Sha256 envelope, SealingKey to, OutputStream out)
            throws GiveUp, TryAgain {
        if (broken) {
            throw new TryAgain("disk-unreadable");
        }
        try {
            out.write(Age.seal("an entry of a fake\n".getBytes(StandardCharsets.UTF_8), to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
