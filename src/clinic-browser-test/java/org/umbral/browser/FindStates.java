package org.umbral.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Standing;
import org.umbral.clinic.casework.Standing.Why;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;

/** How a case is found: by the filters of the queue, by a search, and what is shown while a morning's mail is opened. */
final class FindStates {
    private FindStates() {}

    /** The visitor is logged in. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        opening(clinic, visitor, look);
        for (String none : List.of("mine", "answers")) {
            look.accept("queue-" + none + "-none", visitor.open(clinic.url("/queue?only=" + none)));
        }
        stands(clinic, clinic.main.id(), Why.NEW, Optional.empty(), LoginFake.NAME);
        stands(clinic, clinic.others.get(0).id(), Why.ANSWERED, Optional.empty(), "");
        Optional<LocalDate> today = Optional.of(LocalDate.of(2026, 11, 21));
        stands(clinic, clinic.others.get(1).id(), Why.FOLLOW_UP, today, LoginFake.NAME + ", Pablo Ficticio");
        look.accept("queue-why", visitor.open(clinic.url("/queue")));
        for (String only : List.of("mine", "emergencies", "answers")) {
            look.accept("queue-" + only, visitor.open(clinic.url("/queue?only=" + only)));
        }
        clinic.desk.emergenciesSetAside(1);
        look.accept("queue-emergency-aside", visitor.open(clinic.url("/queue")));
        clinic.desk.emergenciesSetAside(0);
        search(clinic, visitor, look);
    }

    private static void search(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        look.accept("search", visitor.open(clinic.url("/search")));
        seek(visitor, "fict");
        look.accept("search-found", visitor);
        seek(visitor, "<b>Nobody of this name</b> " + "Ficticia".repeat(12));
        look.accept("search-none", visitor);
    }

    private static void seek(ClinicVisitor visitor, String sought) {
        visitor.page().locator("form[role=search] input[name=q]").fill(sought);
        visitor.press("Enter").page().waitForURL("**/search");
        visitor.page().locator("main [role=status]").waitFor();
    }

    private static void opening(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.desk.waits(new Desk.Unread(1204, 0, Optional.empty(), Optional.empty()));
        visitor.page().route("**/queue", FindStates::asItStands);
        look.accept("opening", visitor.open(clinic.url("/queue")));
        visitor.page().unroute("**/queue");
        clinic.desk.waits(new Desk.Unread(0, 0, Optional.empty(), Optional.empty()));
    }

    /** The page would ask for the next one at once. */
    private static void asItStands(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("refresh");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    /** More than are listed at once. */
    static void many(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.manyArrive(70);
        visitor.open(clinic.url("/queue"));
        visitor.page().locator(".more").scrollIntoViewIfNeeded();
        look.accept("queue-more", visitor);
    }

    private static void stands(SampleClinic clinic, CaseId id, Why why, Optional<LocalDate> day, String assigned) {
        Set<String> staff = assigned.isEmpty() ? Set.of() : Set.of("staff-1");
        clinic.desk.stands(id, new Standing(why, day, staff, assigned, List.of(id)));
    }
}
