package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.clinic.casework.Leaving.Purpose;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.testing.SampleCase;
import org.umbral.testing.Seeds;
import org.umbral.testing.WholeCatalogue;

class LeavingTest {
    private static final String GOVERNMENT = "SHARE_WITH_GOVERNMENT_IN_A_REQUEST";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final SampleCase sample =
            new SampleCase(Seeds.repeatable(5), OffsetDateTime.parse("2026-11-20T10:00:00-08:00"));

    @ParameterizedTest
    @CsvSource({
        "GIVEN,GIVEN,may,may",
        "GIVEN,NOT_ASKED,may,export-consent-missing",
        "GIVEN,'',may,export-consent-missing",
        "GIVEN,REFUSED,export-consent-missing,export-consent-missing",
        "GIVEN,WITHDRAWN,export-consent-withdrawn,export-consent-withdrawn",
        "NOT_ASKED,NOT_ASKED,export-consent-missing,export-consent-missing",
        "'','',export-consent-missing,export-consent-missing",
    })
    void twoPeopleDecideTogether(String one, String other, String file, String request) {
        says("ana", one);
        says("nino", other);
        assertThat(refusal(Purpose.CLINIC_FILE)).isEqualTo(file);
        assertThat(refusal(Purpose.REQUEST)).isEqualTo(request);
    }

    @Test
    void aCaseOfNobodyLeavesNowhere() {
        assertThat(refusal(Purpose.CLINIC_FILE)).isEqualTo("export-consent-missing");
        assertThat(refusal(Purpose.REQUEST)).isEqualTo("export-consent-missing");
    }

    @Test
    void aConsentEndsWhenItsYearIsOver() {
        says("ana", "GIVEN");
        ends("ana", TODAY);
        assertThat(refusal(Purpose.REQUEST)).isEqualTo("may");
        ends("ana", TODAY.minusDays(1));
        assertThat(refusal(Purpose.REQUEST)).isEqualTo("export-consent-missing");
    }

    @Test
    void aDayOnWhichItWasTakenBackCountsAlsoWhereTheAnswerStillSaysYes() {
        says("ana", "GIVEN");
        sample.sitting("staff-1", "Clinic")
                .write("ana/" + GOVERNMENT, "CON-12", "2026-11-20T10:00:00-08:00")
                .cut();
        assertThat(refusal(Purpose.REQUEST)).isEqualTo("export-consent-withdrawn");
    }

    @Test
    void aChildThatSaysNoIsHeard() {
        says("nino", "GIVEN");
        sample.sitting("staff-1", "Clinic")
                .write("nino/" + GOVERNMENT, "CON-09", "NO")
                .cut();
        assertThat(refusal(Purpose.REQUEST)).isEqualTo("export-consent-missing");
    }

    @Test
    void ofTwoDifferentAnswersTheProtectiveOneCounts() {
        sample.sitting("worker-olga", "phone-olga-0")
                .write("ana", "PER-02", "Ana")
                .cut();
        SampleCase.Sitting here = sample.sitting("worker-olga", "phone-olga-0");
        SampleCase.Sitting there = sample.sitting("worker-omar", "phone-omar-0");
        here.write("ana/c", "CON-02", GOVERNMENT).write("ana/c", "CON-03", "GIVEN");
        there.write("ana/c", "CON-02", GOVERNMENT).write("ana/c", "CON-03", "WITHDRAWN");
        here.cut();
        there.cut();
        assertThat(refusal(Purpose.REQUEST)).isEqualTo("export-consent-withdrawn");
    }

    private void says(String person, String decision) {
        SampleCase.Sitting sitting =
                sample.sitting("worker-olga", "phone-olga-0").write(person, "PER-02", person);
        for (String purpose : decision.isEmpty() ? Set.<String>of() : Set.of(GOVERNMENT, "SHARE_WITH_CLINIC")) {
            sitting.write(person + "/" + purpose, "CON-02", purpose).write(person + "/" + purpose, "CON-03", decision);
        }
        sitting.cut();
    }

    private void ends(String person, LocalDate day) {
        sample.sitting("worker-olga", "phone-olga-0")
                .write(person + "/" + GOVERNMENT, "CON-11", PartialDate.of(day).toValue())
                .cut();
    }

    private String refusal(Purpose purpose) {
        return new Leaving(WholeCatalogue.read(), sample.fold(), Set.of(Audience.PHONE), TODAY)
                .refusal(purpose)
                .orElse("may");
    }
}
