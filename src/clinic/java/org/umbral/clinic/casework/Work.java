package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/** The staff's own work across all cases. {@code AskThePerson("not-your-role")} to who reads no cases. Thread-safe. */
public interface Work {
    /** Those without a day last. */
    Comparator<Task> SOONEST_FIRST = Comparator.comparing(task -> task.due().orElse(LocalDate.MAX));

    /** Tasks that are not done, of every case; the soonest first, those without a day last. */
    List<Task> tasks(StaffSession session) throws AskThePerson, TryAgain;

    /** The cases that are closed now. */
    Set<CaseId> closed(StaffSession session) throws AskThePerson, TryAgain;

    /**
     * @param due the last day; empty where none was said
     * @param whom id of a member of staff; empty where it is for nobody in particular
     * @param whomName their name when it was written
     */
    record Task(CaseId caseId, ItemId item, String what, Optional<LocalDate> due, String whom, String whomName) {}
}
