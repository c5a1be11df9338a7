package org.umbral.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;

/** Every page in the states that people meet: for axe, for clipped words, for the pictures. */
final class PageStates {
    private PageStates() {}

    /** Leads the visitor to each state in turn and says its name. */
    static void walk(ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        try (SampleClinic fresh = SampleClinic.notSetUp()) {
            setUp(fresh, visitor, look);
        }
        try (SampleClinic clinic = SampleClinic.atWork()) {
            login(clinic, visitor, look);
            desk(clinic, visitor, look);
            phones(clinic, visitor, look);
            PeopleStates.walk(clinic, visitor, look);
            FindStates.walk(clinic, visitor, look);
            TwiceStates.walk(clinic, visitor, look);
            ServerStates.walk(clinic, visitor, look);
            OutStates.walk(clinic, visitor, look);
            RuleStates.walk(clinic, visitor, look);
            WorkStates.walk(clinic, visitor, look);
            GuardStates.walk(clinic, visitor, look);
            FindStates.many(clinic, visitor, look);
            KeptStates.walk(clinic, visitor, look);
        }
    }

    private static void setUp(SampleClinic fresh, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        look.accept("set-up", visitor.open(fresh.url("/setup")));
        fill(visitor, Map.of("clinic", "Clínica Ficticia", "telephone", "+1 202 555 0142", "staff", LoginFake.NAME));
        fill(visitor, Map.of("passphrase", SampleClinic.PASSPHRASE, "again", "another one"));
        go(visitor, "main button");
        look.accept("set-up-refused", visitor);
        fill(visitor, Map.of("passphrase", SampleClinic.PASSPHRASE, "again", SampleClinic.PASSPHRASE));
        go(visitor, "main button");
        look.accept("recovery-sheet", visitor);
        look.accept("recovery-sheet-on-paper", visitor.onPaper());
        visitor.onScreen();
        go(visitor, ".after-sheet a");
        look.accept("recovery-words", visitor);
    }

    private static void login(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        var since = SampleClinic.NOW.minus(Duration.ofMinutes(50));
        clinic.desk.waits(new Desk.Unread(7, 1, Optional.of(since), Optional.of(since)));
        look.accept("login", visitor.open(clinic.url("/login")));
        fill(visitor, Map.of("name", LoginFake.NAME, "passphrase", "short"));
        go(visitor, "main button");
        look.accept("login-refused", visitor);
        clinic.desk.waits(new Desk.Unread(0, 0, Optional.empty(), Optional.empty()));
        visitor.logIn(clinic.url("/login"), LoginFake.NAME, SampleClinic.PASSPHRASE);
    }

    private static void desk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.emergencyArrives();
        look.accept("queue", visitor.open(clinic.url("/queue")));
        visitor.openCase("Ana María");
        look.accept("case", visitor);
        visitor.page().locator(".conflict .said").first().focus();
        look.accept("case-source", visitor);
        visitor.page().locator("#evidence").scrollIntoViewIfNeeded();
        visitor.press("e");
        look.accept("case-evidence", visitor);
        visitor.page().locator("#consent").evaluate("e => e.scrollIntoView()");
        look.accept("case-consent", visitor);
        visitor.page().locator("#timeline-title").evaluate("e => e.scrollIntoView()");
        look.accept("case-timeline", visitor);
        visitor.page().locator("#person .history summary").first().click();
        visitor.page().locator("#person .history").first().evaluate("e => e.scrollIntoView()");
        look.accept("case-history", visitor);
        edit(visitor, look);
        visitor.openPhoto(1);
        look.accept("photo", visitor);
        visitor.press("+").press("+").press("r");
        look.accept("photo-turned", visitor);
        visitor.open(clinic.url("/set-aside"));
        look.accept("set-aside", visitor);
        look.accept("keys", visitor.open(clinic.url("/help")));
        look.accept("error", visitor.open(clinic.url("/case/AAAAAAAAAAAAAAAAAAAAAA")));
    }

    /** The form of a person as it opens, as it comes back, and the case again. */
    private static void edit(ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        String there = visitor.page().url();
        go(visitor, "#person .card-head a.act");
        look.accept("edit", visitor);
        visitor.page().locator("[id='PER-11.year']").fill("85");
        go(visitor, "main .buttons button");
        look.accept("edit-refused", visitor);
        visitor.open(there);
    }

    private static void phones(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        look.accept("phones", visitor.open(clinic.url("/phones")));
        fill(visitor, Map.of("worker", "Irene Ficticia"));
        go(visitor, ".invite button");
        look.accept("invitation", visitor);
        look.accept("invitation-on-paper", visitor.onPaper());
        visitor.onScreen();
        look.accept("phone", visitor.open(clinic.url("/phones/phone-omar-0")));
        look.accept("revoke", visitor.open(clinic.url("/phones/phone-omar-0/revoke")));
        clinic.phones.delivered(
                "phone-rosa-0",
                List.of(
                        new Phones.CaseOf(clinic.main.id().text(), SampleClinic.NOW.minus(Duration.ofHours(3)), 1),
                        new Phones.CaseOf("bm90IGtub3duIGhlcmUuLg", SampleClinic.NOW.minus(Duration.ofDays(2)), 0)));
        look.accept("phone-lost", visitor.open(clinic.url("/phones/phone-rosa-0")));
        clinic.phones.withDoubtedKey(SampleClinic.NOW.minus(Duration.ofMinutes(4)));
        look.accept("phones-doubted", visitor.open(clinic.url("/phones")));
        look.accept("set-aside-doubted", visitor.open(clinic.url("/set-aside")));
        go(visitor, ".doubted a");
        look.accept("key", visitor);
        fill(visitor, Map.of("code", "00000-00000"));
        go(visitor, "main button");
        look.accept("key-refused", visitor);
        fill(visitor, Map.of("code", "4MX0T-J7Q2K"));
        go(visitor, "main button");
        look.accept("set-aside-confirmed", visitor);
    }

    static void fill(ClinicVisitor visitor, Map<String, String> fields) {
        fields.forEach((id, value) -> visitor.page().locator("#" + id).fill(value));
    }

    static void go(ClinicVisitor visitor, String what) {
        visitor.page().locator(what).first().click();
        visitor.page().waitForLoadState();
    }
}
