package org.umbral.browser;

import java.util.List;
import java.util.function.BiConsumer;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.SampleClinic;

/** The pages about what not everybody sees: withdrawn consent, erasing, the audit. */
final class GuardStates {
    private GuardStates() {}

    /** The visitor is logged in. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        String there = clinic.url("/case/" + clinic.main.id().text());
        clinic.login.role(Role.PARALEGAL);
        look.accept("withdraw", visitor.open(there + "/withdraw"));
        visitor.page().locator("input[name=via]").first().evaluate("e => e.form.noValidate = true");
        PageStates.go(visitor, "main .buttons button");
        look.accept("withdraw-refused", visitor);
        look.accept("withdrawn", visitor.open(clinic.url("/withdrawn")));
        clinic.login.role(Role.ATTORNEY);
        look.accept("withdraw-undo", visitor.open(there + "/withdraw-undo"));
        look.accept("erasing", visitor.open(clinic.url("/erasing")));
        PageStates.go(visitor, "td a, th a");
        look.accept("erase-confirm", visitor);
        look.accept("audit", visitor.open(clinic.url("/audit")));
        look.accept("audit-none", visitor.open(clinic.url("/audit?action=KEYS_RENEWED")));
        clinic.login.role(Role.STEWARD);
        look.accept("case-of-steward", visitor.open(there));
        look.accept("erase", visitor.open(there + "/erase"));
        visitor.page().locator("input[name=reason]").first().evaluate("e => e.form.noValidate = true");
        PageStates.go(visitor, "main .buttons button");
        look.accept("erase-refused", visitor);
        clinic.login.role(Role.PARALEGAL);
        sponsorsPaper(clinic, visitor, look);
    }

    private static void sponsorsPaper(
            SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        clinic.main
                .sitting("staff-1", "Clinic")
                .write("passport", "EVD-03", Value.choices(List.of("SPONSOR_STATUS")))
                .cut();
        String there = clinic.url("/case/" + clinic.main.id().text());
        String photo = there + "/photo/" + clinic.firstPhoto.hex() + "/view";
        look.accept("sponsor-photo-not-permitted", visitor.open(photo));
        clinic.login.readsSponsors(true);
        look.accept("case-with-sponsor-photo", visitor.open(there));
        look.accept("sponsor-photo", visitor.open(photo));
        visitor.page().locator("input[name=reason]").first().evaluate("e => e.form.noValidate = true");
        PageStates.go(visitor, "details.apart button");
        look.accept("sponsor-photo-refused", visitor);
        clinic.login.readsSponsors(false);
    }
}
