package org.umbral.testing;

import java.util.Collections;
import java.util.List;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;

/** Writes to the same case without having seen what is there. */
public final class AnotherWorker {
    private AnotherWorker() {}

    /** The case with both answers; it must have been left once. */
    public static CaseFile says(FakeIntake intake, CaseId id, ItemId item, String field, String code) {
        CaseFile file = intake.read(id);
        Entry first = file.entries().values().iterator().next();
        return file.with(new Entry(
                EntryId.random(Seeds.repeatable(9)),
                first.clinic(),
                id,
                first.catalogue(),
                first.audience(),
                first.author(),
                first.sequence(),
                first.previous(),
                null,
                first.typed(),
                first.known(),
                List.of(new Write(new FieldId(field), item, Value.text(code), Collections.emptySortedSet()))));
    }
}
