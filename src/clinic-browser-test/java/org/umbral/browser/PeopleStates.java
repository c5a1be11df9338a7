package org.umbral.browser;

import java.util.Map;
import java.util.function.BiConsumer;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.LoginFake;
import org.umbral.testing.PeopleFake;
import org.umbral.testing.SampleClinic;

/** The pages about staff, as an attorney and a coordinator meet them, and as somebody new does. */
final class PeopleStates {
    private PeopleStates() {}

    /** The visitor is logged in. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.login.role(Role.ATTORNEY);
        look.accept("people", visitor.open(clinic.url("/people")));
        visitor.page().locator("#name").fill(" ");
        visitor.page().locator("#role-PARALEGAL").check();
        PageStates.go(visitor, ".invite button");
        look.accept("people-refused", visitor);
        visitor.page().locator("#name").fill("Nadia Ficticia");
        visitor.page().locator("#role-PARALEGAL").check();
        PageStates.go(visitor, ".invite button");
        look.accept("staff-code", visitor);
        look.accept("staff-code-on-paper", visitor.onPaper());
        visitor.onScreen();
        look.accept("staff-end", visitor.open(clinic.url("/people/staff-2/end")));
        visitor.open(clinic.url("/people/staff-1/end"));
        PageStates.go(visitor, "main button");
        look.accept("staff-end-refused", visitor);
        look.accept("staff-sponsors-take", visitor.open(clinic.url("/people/staff-2/sponsors")));
        PageStates.go(visitor, "main button");
        look.accept("staff-sponsors-give", visitor.open(clinic.url("/people/staff-2/sponsors")));
        PageStates.go(visitor, "main button");
        clinic.people.keysDue(false);
        look.accept("you", visitor.open(clinic.url("/me")));
        renewal(clinic, visitor, look);
        coordinator(clinic, visitor, look);
        join(clinic, visitor, look);
    }

    private static void renewal(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.people.keysDue(true);
        look.accept("queue-keys-due", visitor.open(clinic.url("/queue")));
        look.accept("people-keys-due", visitor.open(clinic.url("/people")));
        look.accept("new-keys", visitor.open(clinic.url("/people/keys")));
        PageStates.go(visitor, "main button");
        look.accept("new-keys-sheet", visitor);
        PageStates.go(visitor, ".after-sheet a");
        look.accept("new-keys-words", visitor);
        for (int i = 0; i < 3; i++) {
            visitor.page().locator("input[name=word]").nth(i).fill("canoe");
        }
        PageStates.go(visitor, "main button");
        look.accept("new-keys-words-refused", visitor);
        visitor.open(clinic.url("/people?renewed=yes"));
        clinic.people.keysDue(false);
        look.accept("people-renewed", visitor.open(clinic.url("/people?renewed=yes")));
    }

    private static void coordinator(
            SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.login.role(Role.COORDINATOR);
        look.accept("people-coordinator", visitor.open(clinic.url("/queue")));
        clinic.login.role(Role.PARALEGAL);
        look.accept("not-your-role", visitor.open(clinic.url("/people")));
    }

    private static void join(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        look.accept("join", visitor.open(clinic.url("/join")));
        PageStates.fill(
                visitor,
                Map.of(
                        "code",
                        PeopleFake.CODE.replace('7', '8'),
                        "name",
                        LoginFake.NAME,
                        "passphrase",
                        SampleClinic.PASSPHRASE,
                        "again",
                        SampleClinic.PASSPHRASE));
        PageStates.go(visitor, "main button");
        look.accept("join-refused", visitor);
        PageStates.fill(
                visitor,
                Map.of(
                        "code",
                        PeopleFake.CODE,
                        "passphrase",
                        SampleClinic.PASSPHRASE,
                        "again",
                        SampleClinic.PASSPHRASE));
        PageStates.go(visitor, "main button");
        look.accept("joined", visitor);
    }
}
