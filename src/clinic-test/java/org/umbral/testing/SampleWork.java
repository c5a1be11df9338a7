package org.umbral.testing;

import java.util.List;
import org.umbral.clinic.casework.CaseWork;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** What staff wrote about their work on a sample case: tasks, calls, a request that was sent, and what came of it. */
public final class SampleWork {
    public static final String HOSTILE = "<script>alert(1)</script>\" onload=\"x";

    private SampleWork() {}

    public static void write(SampleCase sample) {
        sample.sitting("worker-olga", "phone-olga-0")
                .write("ana/whatsapp", "PER-28B", "NO")
                .write("case", "CAS-12", Value.choices(List.of("PAID_NOTARIO")))
                .write("nino", "FAM-06", "RELATIVE_NOT_GUARDIAN")
                .cut();
        SampleCase.Sitting sitting = sample.sitting("staff-1", Author.CLINIC).known(HowKnown.STAFF);
        task(sitting, "first", "Ask the hospital for the signed letter of acceptance", 20, "Pablo Ficticio");
        task(sitting, "second", "Call the port's office", 21, "");
        task(sitting, "third", HOSTILE, 28, HOSTILE);
        sitting.write("case", "CAS-10", colleague("Berta FICTICIA"))
                .write("talk", "CAL-01", "Ana María Ficticio Prueba · +1 202 555 0100")
                .write("talk", "CAL-02", "2026-11-21T11:10:00-08:00")
                .write("talk", "CAL-03", "NOT_REACHED")
                .write("note", "NTE-01", "FICTICIO: she can be reached after six in the evening.")
                .write("filed", "REQ-01", Value.number(1))
                .write("filed", "REQ-02", "CBP")
                .write("filed", "REQ-02A", "Puerto Ficticio")
                .write("filed", "REQ-06", "2026-11-21T09:30:00-08:00")
                .write("filed", "REQ-06A", "EMAIL")
                .write("filed", "REQ-07A", "Message in the sent folder of the clinic")
                .write("filed/human", "OUT-01", "ACK_HUMAN")
                .write("filed/human", "OUT-01A", "2026-11-21T13:10:00-08:00")
                .write("filed/human", "OUT-01C", HOSTILE)
                .write("filed/auto", "OUT-01", "ACK_AUTO")
                .write("filed/auto", "OUT-01A", "2026-11-21T09:31:00-08:00")
                .write("filed/mark", "OUT-01", "ENTERED_BY_MISTAKE")
                .write("filed/mark", "OUT-08", sample.item("filed/auto").path())
                .cut();
    }

    /** It is not taken: the person was told, and the case is closed. */
    public static void close(SampleCase sample) {
        sample.sitting("staff-1", Author.CLINIC)
                .known(HowKnown.STAFF)
                .write("case", "CAS-14", "OUT_OF_SCOPE")
                .write("case", "CAS-14A", day(21))
                .write("case", "ATY-06", Value.flag(true))
                .write("case", "ATY-06A", day(21))
                .write("case", "ATY-06B", "es")
                .cut();
    }

    private static void task(SampleCase.Sitting sitting, String item, String what, int day, String whom) {
        sitting.write(item, "TSK-01", what).write(item, "TSK-01A", day(day));
        if (!whom.isEmpty()) {
            sitting.write(item, "TSK-01B", colleague(whom));
        }
    }

    private static Value colleague(String name) {
        return Value.text("staff-2").with(CaseWork.NAME, name);
    }

    private static Value day(int day) {
        return new PartialDate(PartialDate.Calendar.GREG, 2026, 11, day, false, "").toValue();
    }
}
