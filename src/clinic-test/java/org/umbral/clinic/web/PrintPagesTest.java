package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class PrintPagesTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @BeforeEach
    void logIn() {
        visitor.loggedIn(clinic);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void thePrintSaysWhoWhyWhereWhatIsThereAndWhatIsMissing() {
        assertThat(print())
                .contains("7KQ-4XM-R", "Ana María", "E-01", "E-02", "2 photos", "What is missing")
                .contains("Facts as they were told. Not legal advice.", "2 different answers");
        assertThat(clinic.waysOut.audited())
                .containsExactly("printed " + clinic.main.id().text());
    }

    @Test
    void whatAttorneysReadIsNotOnItWhoeverPrintsIt() {
        for (Role role : List.of(Role.PARALEGAL, Role.STEWARD, Role.ATTORNEY)) {
            clinic.login.role(role);
            assertThat(print())
                    .doesNotContain(SampleClinic.ATTORNEYS_WORDS)
                    .doesNotContain(SampleClinic.ATTORNEYS_CHOICES)
                    .doesNotContain("Explanation", "Approved for use");
        }
    }

    @Test
    void ofASponsorOnlyNameAndTelephoneAreOnIt() {
        clinic.main
                .sitting("worker-olga", "phone-olga-0")
                .write("berta", "SPO-08", "GIVEN")
                .write("berta", "SPO-05A", "berta@example.org")
                .write("berta", "SPO-07", "LPR")
                .cut();
        assertThat(print())
                .contains("Berta", "555")
                .doesNotContain("berta@example.org", "Permanent resident", "Example St");
    }

    @Test
    void hostileWordsAreTextAndKeepToTheirPlace() {
        String bidi = "\u202Eevil\u202C";
        clinic.main
                .sitting("worker-olga", "phone-olga-0")
                .write("ana", "PER-02", "<script>alert(1)</script>\n" + bidi + " =1+1")
                .write("case", "GRD-03", "x".repeat(5000))
                .cut();
        String page = print();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
        assertThat(page).contains("<bdi>" + "x".repeat(320) + "…</bdi>").contains("Not everything found room");
    }

    @Test
    void aCaseThatIsNotThereIsSaid() {
        assertThat(visitor.get(clinic.url("/cases/AAAAAAAAAAAAAAAAAAAAAA/print"))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.get(clinic.url("/cases/x/print")).status()).isEqualTo(404);
    }

    private String print() {
        var answer = visitor.get(clinic.url("/cases/" + clinic.main.id().text() + "/print"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
