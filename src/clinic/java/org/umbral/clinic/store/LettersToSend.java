package org.umbral.clinic.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.TryAgain;

/** Of which cases something that phones are to know is not in the mail of all who captured them. Thread-safe. */
public final class LettersToSend {
    private static final String KEYS_CASES = "(select e.case_id from case_entries e where e.device in (select id from"
            + " devices where verifying_key = :key union select author from admitted_keys where signer = :key))";

    private final Database database;

    public LettersToSend(Database database) {
        this.database = database;
    }

    /**
     * A phone joined: what the others were told of the cases that its key signed it may not know, having been shut out, or
     * not yet known under this key, as after border mode. So all of it goes once more; a phone takes the same letter twice.
     */
    static void joined(Handle handle, String verifyingKey) {
        for (String again : List.of(
                "update cases set erase_sent = false where withdrawn and id in ",
                "update cases set opened_told = false where opened_at is not null and id in ",
                "update staff_entries set sent = false where audience = 'phone' and case_id in ",
                "update questions set sent = false where case_id in ",
                "delete from may_know_told where case_id in ")) {
            handle.createUpdate(again + KEYS_CASES).bind("key", verifyingKey).execute();
        }
    }

    /** Those with a phone that is not shut out; not those whose consent was withdrawn. */
    public List<String> cases() throws TryAgain {
        return database.read(handle -> handle.createQuery("select w.case_id from (select case_id from staff_entries"
                        + " where not sent union select case_id from questions where not sent"
                        + " union select id from cases where not opened_told) w"
                        + " join cases c on c.id = w.case_id and not c.withdrawn"
                        + " where exists (select 1 from case_entries e, devices d where e.case_id = w.case_id"
                        + " and d.revoked_at is null and e.device in (select id from devices where verifying_key ="
                        + " d.verifying_key union select author from admitted_keys where signer = d.verifying_key))"
                        + " order by w.case_id")
                .mapTo(String.class)
                .list());
    }

    /**
     * Its phones know now that it was opened.
     *
     * @param phones that had joined before they were told
     */
    public void openedTold(String caseId, int phones) throws TryAgain {
        database.transaction(handle -> handle.execute(
                "update cases set opened_told = true where id = ?" + Devices.NO_OTHER_JOINED, caseId, phones));
    }

    /** Whether they are still to be told. */
    public boolean isOpenedToTell(String caseId) throws TryAgain {
        return database.read(handle -> handle.createQuery("select 1 from cases where id = ? and not opened_told")
                .bind(0, caseId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }
}
