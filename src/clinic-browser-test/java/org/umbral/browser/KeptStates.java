package org.umbral.browser;

import java.util.Map;
import java.util.function.BiConsumer;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;

/** A question that was typed while the login ended: the login that keeps it, and the page that asks whether to save it. */
final class KeptStates {
    private KeptStates() {}

    /** The visitor is logged in. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        visitor.open(clinic.url("/case/" + clinic.main.id().text()));
        visitor.page().locator("#question-text").evaluate("e => e.closest('details').open = true");
        visitor.page().fill("#question-text", "FICTICIO: ¿Tiene la segunda página de la carta?\nUna línea más.");
        clinic.login.endAll();
        PageStates.go(visitor, "form:has(#question-text) button");
        look.accept("kept-login", visitor);
        PageStates.fill(visitor, Map.of("name", LoginFake.NAME, "passphrase", SampleClinic.PASSPHRASE));
        PageStates.go(visitor, "main form button");
        look.accept("kept", visitor);
    }
}
