package org.umbral.browser;

import java.util.function.BiConsumer;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.SampleWork;

/** What staff do with a case, in the states that people meet. */
final class WorkStates {
    private WorkStates() {}

    /** The visitor is logged in as a paralegal. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        look.accept("tasks-none", visitor.open(clinic.url("/tasks")));
        SampleWork.write(clinic.main);
        String there = clinic.url("/case/" + clinic.main.id().text());
        look.accept("case-flags", visitor.open(there));
        visitor.page().locator("#work").evaluate("e => e.scrollIntoView()");
        look.accept("case-work", visitor);
        visitor.page().locator("#request").evaluate("e => e.scrollIntoView()");
        look.accept("case-filing-log", visitor);
        look.accept("tasks", visitor.open(clinic.url("/tasks")));
        look.accept("task-form", visitor.open(there + "/add/task"));
        look.accept("call-form", visitor.open(there + "/add/call"));
        look.accept("close-form", visitor.open(there + "/edit/closing/case"));
        look.accept("conflict-form", visitor.open(there + "/edit/conflict/case"));
        look.accept("request-form", visitor.open(there + "/add/request"));
        look.accept(
                "event-form",
                visitor.open(
                        there + "/add/event?below=" + clinic.main.item("filed").path()));
        clinic.login.role(Role.ATTORNEY);
        look.accept("case-shut", visitor.open(there));
        visitor.page().locator("#evidence").evaluate("e => e.scrollIntoView()");
        look.accept("case-shut-evidence", visitor);
        clinic.login.role(Role.PARALEGAL);
        SampleWork.close(clinic.main);
        look.accept("case-closed", visitor.open(there));
        look.accept("queue-closed", visitor.open(clinic.url("/queue?closed=yes")));
    }
}
