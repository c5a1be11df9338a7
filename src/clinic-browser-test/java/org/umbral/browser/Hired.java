package org.umbral.browser;

import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.line.LineClinic;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;

/** People with accounts of their own at a clinic, each with the keys of their role. */
record Hired(ClinicAndPhone both) {
    /** Invited by the founder, joined by code, logged in at this screen. */
    ClinicVisitor at(ClinicVisitor visitor, String name, Role role, boolean readsSponsors) throws Failure {
        var people = both.line.clinic.clinic().people();
        try (StaffSession founder = both.line.clinic.login();
                Passphrase words = Passphrase.of(LineClinic.WORDS.toCharArray())) {
            people.join(people.invite(founder, name, role, readsSponsors), name, words, "192.0.2.2");
        }
        return again(visitor, name);
    }

    /** The same person once more. */
    ClinicVisitor again(ClinicVisitor visitor, String name) {
        visitor.open(both.url("/login"));
        visitor.page().locator("#name").fill(name);
        visitor.page().locator("#passphrase").fill(LineClinic.WORDS);
        visitor.page().locator("main button").click();
        visitor.page().waitForURL(address -> address.endsWith("/queue") || address.endsWith("/people"));
        return visitor;
    }
}
