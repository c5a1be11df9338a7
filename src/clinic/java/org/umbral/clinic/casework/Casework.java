package org.umbral.clinic.casework;

import java.security.SecureRandom;
import java.time.Clock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.FindRows;
import org.umbral.clinic.store.JoinRows;
import org.umbral.clinic.store.LookalikeRows;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.clinic.store.QuarantineRows;
import org.umbral.clinic.store.QuestionRows;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.shared.catalogue.Catalogue;

/** Makes the desk of one clinic. */
public final class Casework {
    private Casework() {}

    /** Who may be one person; beside the desk, over the same cases. */
    public static Lookalikes lookalikes(ClinicStore store, Catalogue catalogue, Audit audit) {
        SealedCases cases = new SealedCases(new CaseRows(store.database()), new StaffEntryRows(store.database()));
        return new StoredLookalikes(
                new LookalikeRows(store.database()), new JoinRows(store.database()), cases, catalogue, audit);
    }

    /** Who are one person; beside the desk, over the same cases. */
    public static Joins joins(ClinicStore store, Catalogue catalogue, Audit audit, Clock clock, SecureRandom random) {
        StaffEntryRows staffEntries = new StaffEntryRows(store.database());
        SealedCases cases = new SealedCases(new CaseRows(store.database()), staffEntries);
        JoinRows rows = new JoinRows(store.database());
        Writing writing = new Writing(
                store.state(), cases, new OneCases(cases, rows), staffEntries, catalogue, audit, clock, random);
        JoinWrites writes = new JoinWrites(cases, writing, catalogue, random);
        return new StoredJoins(rows, new LookalikeRows(store.database()), writes, audit, clock);
    }

    /** The desk, and what stands beside it over the same cards. */
    public record DeskAndBeside(Desk desk, Beside beside) {}

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
        CapturingPhones capturing = new CapturingPhones(store.devices(), new Letters(store.devices(), store.mailbox()));
        PhotoRows photos = new PhotoRows(store.database());
        Cards cards = new Cards(rows, photos, new FindRows(store.database()), ones, catalogue);
        Queue queue = new Queue(cards);
        Desk desk = new RoleGate(new StaffDesk(
                rows,
                new QuarantineRows(store.database()),
                photos,
                queue,
                cases,
                ones,
                inbox,
                catalogue,
                store.envelopes(),
                new OpenedNotice(capturing),
                new Asking(new QuestionRows(store.database()), capturing, catalogue, random),
                new Writing(store.state(), cases, ones, staffEntries, catalogue, audit, clock, random),
                new Settling(staffEntries, capturing),
                phones,
                audit,
                clock));
        return new DeskAndBeside(
                desk,
                new Beside(joins(store, catalogue, audit, clock, random), new CardFinding(desk, cards, queue, audit)));
    }
}
