package org.umbral.browser;

import java.util.List;
import java.util.function.BiConsumer;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.SampleCase;
import org.umbral.testing.SampleClinic;

/** The pages by which cases leave the clinic. */
final class OutStates {
    private OutStates() {}

    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        String main = clinic.main.id().text();
        look.accept("print", visitor.open(clinic.url("/cases/" + main + "/print")));
        look.accept("print-on-paper", visitor.onPaper());
        visitor.onScreen();
        look.accept("copy-refused", visitor.open(clinic.url("/cases/" + main + "/export")));
        agree(clinic);
        look.accept("copy", visitor.open(clinic.url("/cases/" + main + "/export")));
        clinic.login.role(Role.ATTORNEY);
        look.accept("copy-all", visitor.open(clinic.url("/export")));
        visitor.page().locator("#count").fill(count(visitor));
        visitor.page()
                .waitForDownload(
                        () -> visitor.page().locator("form.copy button").click());
        visitor.page().locator("#export-progress .good").waitFor();
        look.accept("copy-all-made", visitor);
        clinic.login.role(Role.PARALEGAL);
    }

    private static String count(ClinicVisitor visitor) {
        return visitor.page().locator("label[for=count]").innerText().replaceAll("[^0-9]", "");
    }

    private static void agree(SampleClinic clinic) {
        SampleCase.Sitting sitting = clinic.main.sitting("staff-1", "Clinic");
        for (String person : List.of("ana", "nino")) {
            sitting.write(person + "/clinic", "CON-02", "SHARE_WITH_CLINIC")
                    .write(person + "/clinic", "CON-03", "GIVEN");
        }
        sitting.cut();
    }
}
