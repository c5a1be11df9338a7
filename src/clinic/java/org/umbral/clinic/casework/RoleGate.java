package org.umbral.clinic.casework;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;

/** The desk behind a door that only those pass who read cases: a coordinator's session has none of its keys. */
record RoleGate(Desk desk) implements Desk {
    @Override
    public List<QueueRow> queue(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        return desk.queue(session);
    }

    @Override
    public int openSome(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        return desk.openSome(session);
    }

    @Override
    public CasePage open(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        return desk.open(session, id);
    }

    @Override
    public void photo(StaffSession session, CaseId id, Sha256 envelope, OutputStream out)
            throws AskThePerson, GiveUp, TryAgain {
        session.requireReadsCases();
        desk.photo(session, id, envelope, out);
    }

    @Override
    public void ask(StaffSession session, CaseId id, String text, Optional<About> about) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        desk.ask(session, id, text, about);
    }

    @Override
    public void write(StaffSession session, CaseId id, Changes changes) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        desk.write(session, id, changes);
    }

    @Override
    public void requireVisible(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        desk.requireVisible(session, id);
    }

    @Override
    public List<Quarantined> quarantine(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        return desk.quarantine(session);
    }

    @Override
    public Work work() {
        return desk.work();
    }

    @Override
    public long version() throws TryAgain {
        return desk.version();
    }

    @Override
    public Unread unread() throws TryAgain {
        return desk.unread();
    }

    @Override
    public Optional<Instant> oldestEmergencyNotOpened() throws TryAgain {
        return desk.oldestEmergencyNotOpened();
    }

    @Override
    public int emergenciesSetAside() throws TryAgain {
        return desk.emergenciesSetAside();
    }

    @Override
    public Unnamed unnamedPhotos() throws TryAgain {
        return desk.unnamedPhotos();
    }
}
