package org.umbral.browser;

import java.util.Map;
import java.util.function.BiConsumer;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.SampleClinic;

/** The clinic's list, and what is missing in a case, as an attorney and a paralegal meet them. */
final class RuleStates {
    private RuleStates() {}

    /** The visitor is logged in. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        Role before = Role.PARALEGAL;
        clinic.login.role(Role.ATTORNEY);
        look.accept("rules", visitor.open(clinic.url("/rules")));
        PageStates.go(visitor, "#rule-CBP-14 button");
        look.accept("rules-confirmed", visitor);
        PageStates.go(visitor, "ul.shows li:last-child a");
        look.accept("rules-open", visitor);
        visitor.open(clinic.url("/case/" + clinic.main.id().text()));
        visitor.page().locator("#line-CBP-14 summary").click();
        visitor.page().locator("#missing").evaluate("e => e.scrollIntoView()");
        look.accept("missing-attorney", visitor);
        visitor.page().locator("#reason-CBP-14").fill("The representative of the clinic is on duty there.");
        PageStates.go(visitor, "#line-CBP-14 button.quiet");
        visitor.page().locator("details.present summary").click();
        visitor.page().locator("#missing").evaluate("e => e.scrollIntoView()");
        look.accept("missing-waived", visitor);
        clinic.login.role(before);
        look.accept("rules-paralegal", visitor.open(clinic.url("/rules")));
        visitor.open(clinic.url("/case/" + clinic.main.id().text()));
        look.accept("missing-paralegal", visitor);
        mrz(clinic, visitor, look);
        tables(clinic, visitor, look);
    }

    private static void tables(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        look.accept("tables-none", visitor.open(clinic.url("/tables")));
        PageStates.go(visitor, "#shipped button");
        look.accept("tables-shipped", visitor);
        PageStates.fill(visitor, Map.of("dated", "2026-11-01", "source", "Example Institute", "csv", "bad"));
        PageStates.go(visitor, "#import button");
        look.accept("tables-refused", visitor);
        PageStates.fill(visitor, Map.of("csv", "name,place,office\nCentro Ficticio,Ciudad Ficticia,El Paso"));
        PageStates.go(visitor, "#import button");
        look.accept("tables-changes", visitor);
        PageStates.go(visitor, "button[value=import]");
        look.accept("tables", visitor);
    }

    private static void mrz(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        visitor.openPhoto(1);
        PageStates.go(visitor, "#mrz");
        look.accept("mrz", visitor);
        visitor.page()
                .locator("#lines")
                .fill("P<UTOFICTICIO<PRUEBA<<ANA<MARIA<<<<<<<<<<<<<\nX000000I<4UTO8503172F3001019<<<<<<<<<<<<<<<2");
        PageStates.go(visitor, "main form button");
        look.accept("mrz-fails", visitor);
        visitor.page()
                .locator("#person")
                .selectOption(clinic.main.fold().items().values().stream()
                        .filter(item ->
                                item.text("CAS-08").filter("PRINCIPAL"::equals).isPresent())
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .path());
        PageStates.go(visitor, "button[name=repair]");
        look.accept("mrz-fields", visitor);
        visitor.page().locator("#lines").fill("nothing");
        PageStates.go(visitor, "main form button");
        look.accept("mrz-refused", visitor);
    }
}
