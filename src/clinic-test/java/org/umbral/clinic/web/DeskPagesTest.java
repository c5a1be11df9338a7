package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.testing.SampleCase;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.Seeds;
import org.umbral.testing.WebVisitor;

class DeskPagesTest {
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
    void theQueueSaysWhoHowUrgentHowOldAndHowManyPhotos() {
        assertThat(text("/queue"))
                .contains("Ana María Ficticio Prueba", "Within three days", "12 minutes ago", "2 of 3 photos")
                .contains("Answers differ", "New");
    }

    @Test
    void theLiveQueueIsSilentUntilSomethingChanges() {
        String stamp = text("/queue").replaceAll("(?s).*stamp=([0-9-]+)&.*", "$1");
        assertThat(visitor.get(clinic.url("/queue/list?stamp=" + stamp)).status())
                .isEqualTo(204);
        clinic.emergencyArrives();
        String list = text("/queue/list?stamp=" + stamp);
        assertThat(list).doesNotContain("<html").contains("1 emergency waits");
        assertThat(list.indexOf("Eva Ficticia")).isLessThan(list.indexOf("Ana María"));
    }

    @Test
    void anEmergencyThatWasSetAsideIsSaidAboveTheQueue() {
        assertThat(text("/queue")).doesNotContain("set aside, and nobody has looked");
        clinic.desk.emergenciesSetAside(2);
        assertThat(text("/queue"))
                .contains("2 emergencies were set aside, and nobody has looked.", "data-alerts=\"2\"");
    }

    @Test
    void theCaseShowsItsFactsInTheWordsOfTheCatalogue() {
        assertThat(text("/case/" + clinic.main.id()))
                .contains("7KQ-4XM-R", "At the border, outside", "Someone needs a hospital")
                .contains("El médico escribió: operación en diez días.")
                .contains("30 Nov 2026 (in 9 days)")
                .contains("17 Mar 1985 (41 years old)")
                .contains("A000-000-012")
                .contains("WhatsApp · +1 202 555 0100 · su hermana")
                .contains("1 of 3 photos on the way");
    }

    @Test
    void aQuestionIsSentFromTheCaseAndShownUntilItIsAnswered() {
        String path = "/case/" + clinic.main.id();
        assertThat(text(path)).contains("Questions to whoever captured it", "Nothing in particular");
        String token = visitor.token(clinic.url(path));
        var sent = visitor.post(
                clinic.url(path + "/question"), Map.of("token", token, "text", "Who is with her? <b>", "about", ""));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(text(path)).contains("Who is with her? &lt;b&gt;", "Waits for an answer");
        assertThat(visitor.post(
                                clinic.url(path + "/question"),
                                Map.of("token", token, "text", "And this?", "about", "x|y"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everyFactSaysWhoAndWhen() {
        assertThat(text("/case/" + clinic.main.id()))
                .contains("Olga Ficticia", "Told to me in person", "21 Nov 2026, 13:56 (14 minutes ago)")
                .contains("Omar Ficticio", "Telephone call");
    }

    @Test
    void answersThatDifferStandSideBySide() {
        assertThat(text("/case/" + clinic.main.id()))
                .contains("2 different answers")
                .contains("11 Jun 2015", "11 Jun 2016");
    }

    @Test
    void whatThisCatalogueDoesNotKnowIsShownAsItCame() {
        assertThat(text("/case/" + clinic.main.id())).contains("ZZZ-01", "a value of tomorrow");
    }

    @Test
    void whatOnlyAttorneysReadIsNowhere() {
        String id = clinic.main.id().text();
        assertThat(List.of("/queue", "/case/" + id, "/case/" + id + "/photo/" + clinic.firstPhoto + "/view"))
                .allSatisfy(path -> assertThat(text(path))
                        .doesNotContain(SampleClinic.ATTORNEYS_WORDS)
                        .doesNotContain(SampleClinic.ATTORNEYS_FIELDS)
                        .doesNotContain(SampleClinic.ATTORNEYS_CHOICES));
    }

    @Test
    void nothingClaimsThatAPhotoIsUnaltered() {
        assertThat(text("/case/" + clinic.main.id() + "/photo/" + clinic.firstPhoto + "/view"))
                .contains("They say nothing about what happened before")
                .doesNotContainIgnoringCase("unaltered")
                .doesNotContainIgnoringCase("authentic")
                .doesNotContainIgnoringCase("genuine");
    }

    @Test
    void aHostileNameIsText() {
        SampleCase hostile = new SampleCase(Seeds.repeatable(5), OffsetDateTime.parse("2026-11-21T13:00-08:00"));
        hostile.sitting("worker-olga", "phone-olga-0")
                .write("who", "PER-02", "<script>alert(1)</script>\" onload=\"x")
                .write("who", "PER-05", "{{7*7}} ${7*7} <img src=x>")
                .cut();
        clinic.desk.arrive(hostile, "0AA-0AA-0", SampleClinic.NOW, List.of());
        assertThat(List.of("/queue", "/case/" + hostile.id()))
                .allSatisfy(path -> assertThat(text(path))
                        .doesNotContain("<script>alert", "<img src=x")
                        .contains("&lt;script&gt;"));
    }

    @Test
    void aCaseThatIsNotThereSaysWhatToDo() {
        var answer = visitor.get(clinic.url("/case/AAAAAAAAAAAAAAAAAAAAAA"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("There is no such case here.", "Nothing that was saved or delivered is lost.")
                .contains("no-such-case");
    }

    @Test
    void whatWasSetAsideSaysWhyAndWhatToDo() {
        assertThat(text("/set-aside"))
                .contains("It is signed with a key that nobody has confirmed.", "Confirm the key with the worker");
    }

    @Test
    void photosThatNoEntryNamesAreALineThere() {
        assertThat(text("/set-aside")).doesNotContain("that no entry names");
        clinic.desk.unnamed(new Desk.Unnamed(2, Optional.of(SampleClinic.NOW)));
        assertThat(text("/set-aside"))
                .contains("2 sealed photos have arrived that no entry names yet, the first on 21 Nov 2026, 14:10");
    }

    private String text(String path) {
        return visitor.get(clinic.url(path)).text();
    }
}
