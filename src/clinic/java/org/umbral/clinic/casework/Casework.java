package org.umbral.clinic.casework;

import java.security.SecureRandom;
import java.time.Clock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.ErasureRows;
import org.umbral.clinic.store.FindRows;
import org.umbral.clinic.store.JoinRows;
import org.umbral.clinic.store.LettersToSend;
import org.umbral.clinic.store.LookalikeRows;
import org.umbral.clinic.store.MayKnowRows;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.clinic.store.QuarantineRows;
import org.umbral.clinic.store.QuestionRows;
import org.umbral.clinic.store.SponsorRows;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.clinic.store.Withdrawn;
import org.umbral.clinic.store.WorkRows;
import org.umbral.shared.catalogue.Catalogue;

/** Makes the desk of one clinic. */
public final class Casework {
    private Casework() {}

    /** Who may be one person; beside the desk, over the same cases. */
    public static Lookalikes lookalikes(ClinicStore store, Catalogue catalogue, Audit audit) {
        CaseRows rows = new CaseRows(store.database());
        SealedCases cases = new SealedCases(rows, new StaffEntryRows(store.database()));
        return new StoredLookalikes(
                new LookalikeRows(store.database()),
                new JoinRows(store.database()),
                mayKnow(store, rows, cases),
                cases,
                new Visible(rows),
                catalogue,
                audit);
    }

    /** Beside the desk, over the same cases. */
    public static Guards guards(
            ClinicStore store, Desk desk, Catalogue catalogue, Audit audit, Clock clock, SecureRandom random) {
        CaseRows rows = new CaseRows(store.database());
        return new Guards(
                sponsors(store, audit, clock),
                new WrittenWithdrawals(desk, catalogue, random),
                new ErasingByTwo(
                        new ErasureRows(store.database()),
                        store.erased(),
                        store.caseTurns(),
                        new Visible(rows),
                        new SealedCases(rows, new StaffEntryRows(store.database())),
                        capturing(store),
                        audit,
                        clock),
                AuditLog.of(audit));
    }

    private static MayKnowNotice mayKnow(ClinicStore store, CaseRows rows, SealedCases cases) {
        JoinRows joins = new JoinRows(store.database());
        return new MayKnowNotice(
                new MayKnowRows(store.database()),
                new OpenPairs(new LookalikeRows(store.database()), joins),
                rows,
                new OneCases(cases, joins),
                capturing(store));
    }

    private static CapturingPhones capturing(ClinicStore store) {
        return new CapturingPhones(store.devices(), new Letters(store.devices(), store.mailbox()));
    }

    private static Sponsors sponsors(ClinicStore store, Audit audit, Clock clock) {
        return new OpenedSponsors(
                new SponsorRows(store.database()), new Visible(new CaseRows(store.database())), audit, clock);
    }

    private static Writing writing(
            ClinicStore store, OneCases ones, Catalogue catalogue, Audit audit, Clock clock, SecureRandom random) {
        return new Writing(
                store.state(),
                ones.cases(),
                ones,
                new StaffEntryRows(store.database()),
                store.caseTurns(),
                catalogue,
                sponsors(store, audit, clock),
                audit,
                clock,
                random);
    }

    /** Who are one person; beside the desk, over the same cases. */
    public static Joins joins(ClinicStore store, Catalogue catalogue, Audit audit, Clock clock, SecureRandom random) {
        StaffEntryRows staffEntries = new StaffEntryRows(store.database());
        CaseRows caseRows = new CaseRows(store.database());
        SealedCases cases = new SealedCases(caseRows, staffEntries);
        JoinRows rows = new JoinRows(store.database());
        Writing writing = writing(store, new OneCases(cases, rows), catalogue, audit, clock, random);
        JoinWrites writes = new JoinWrites(new OneCases(cases, rows), writing, catalogue, random);
        return new StoredJoins(
                rows,
                new LookalikeRows(store.database()),
                writes,
                mayKnow(store, caseRows, cases),
                store.caseTurns(),
                new Visible(caseRows),
                audit,
                clock);
    }

    /** The desk, and what stands beside it over the same cards. */
    public record DeskAndBeside(Desk desk, Beside beside, WaysOut waysOut) {}

    /** @param catalogue that tells which fields may come from a phone */
    public static Desk desk(
            ClinicStore store, Catalogue catalogue, Phones phones, Audit audit, Clock clock, SecureRandom random) {
        return deskAndBeside(store, catalogue, phones, audit, clock, random).desk();
    }

    /** @param catalogue that tells which fields may come from a phone */
    public static DeskAndBeside deskAndBeside(
            ClinicStore store, Catalogue catalogue, Phones phones, Audit audit, Clock clock, SecureRandom random) {
        CaseRows rows = new CaseRows(store.database());
        StaffEntryRows staffEntries = new StaffEntryRows(store.database());
        SealedCases cases = new SealedCases(rows, staffEntries);
        OneCases ones = new OneCases(cases, new JoinRows(store.database()));
        Inbox inbox = new Inbox(store, catalogue, rows, cases);
        Sponsors sponsors = sponsors(store, audit, clock);
        PhotoRows photos = new PhotoRows(store.database());
        Cards cards = new Cards(rows, photos, new FindRows(store.database()), ones, catalogue);
        Queue queue = new Queue(cards);
        ToPhones toPhones = ToPhones.of(store, rows, cases, catalogue, random);
        StaffDesk staffDesk = new StaffDesk(
                rows,
                new QuarantineRows(store.database()),
                photos,
                queue,
                cases,
                ones,
                inbox,
                catalogue,
                store.envelopes(),
                writing(store, ones, catalogue, audit, clock, random),
                toPhones.notice(),
                toPhones.asking(),
                toPhones.outstanding(),
                sponsors,
                new StoredWork(new WorkRows(store.database()), new Visible(rows)),
                phones,
                audit,
                clock);
        Desk desk = new RoleGate(staffDesk);
        return new DeskAndBeside(
                desk,
                new Beside(joins(store, catalogue, audit, clock, random), new CardFinding(desk, cards, queue, audit)),
                new StoredWaysOut(staffDesk, rows, cases, store.envelopes(), catalogue, audit, clock));
    }

    /** What goes to phones about cases: to those that captured them. */
    private record ToPhones(OpenedNotice notice, Asking asking, Outstanding outstanding) {
        static ToPhones of(
                ClinicStore store, CaseRows rows, SealedCases cases, Catalogue catalogue, SecureRandom random) {
            CapturingPhones phones = capturing(store);
            OpenedNotice notice = new OpenedNotice(phones);
            Asking asking = new Asking(new QuestionRows(store.database()), phones, catalogue, random);
            Settling settling = new Settling(new StaffEntryRows(store.database()), phones);
            EraseLetters erase = new EraseLetters(new Withdrawn(store.database()), cases, phones, store.mailbox());
            LettersToSend letters = new LettersToSend(store.database());
            return new ToPhones(
                    notice, asking, new Outstanding(letters, rows, cases, phones, asking, settling, notice, erase));
        }
    }
}
