package org.umbral.phone.screen.protocol;

import java.util.List;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.Seeds;

/** What a second worker wrote who had not seen the first one's answer. */
final class FakeIntakes {
    private FakeIntakes() {}

    static CaseFile another(FakeIntake intake, CaseId id, String field, String code) {
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
                List.of(new Write(
                        new FieldId(field),
                        ItemId.CASE,
                        Value.text(code),
                        CaseFile.fold(id, List.of()).seen(ItemId.CASE, new FieldId(field))))));
    }
}
