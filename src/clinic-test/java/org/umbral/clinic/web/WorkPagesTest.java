package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.SampleCase;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.SampleWork;
import org.umbral.testing.WebVisitor;

class WorkPagesTest {
    private static final String STORY = "operación en diez días";

    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();
    private String there = "";

    @BeforeEach
    void logIn() {
        visitor.loggedIn(clinic);
        SampleWork.write(clinic.main);
        there = "/case/" + clinic.main.id().text();
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void tasksStandByTheirDayWithWhatIsLateFirst() {
        String page = text("/tasks");
        assertThat(page).contains("Overdue", "Due today", "Mine, and for nobody in particular", "For others");
        String others = page.substring(page.indexOf("For others"));
        assertThat(others.indexOf("signed letter")).isLessThan(others.indexOf("&lt;script&gt;"));
        assertThat(page.substring(0, page.indexOf("For others"))).contains("Call the port");
    }

    @Test
    void tasksOfACaseThatWasJoinedToAnotherStandUnderTheirCommonLine() {
        SampleCase other = clinic.emergencyArrives();
        clinic.desk.areOne(other.id(), clinic.main.id());
        assertThat(text("/tasks")).contains("Call the port", "Eva Ficticia Ejemplo");
    }

    @Test
    void whatIsTypedIsTextEverywhere() {
        assertThat(List.of("/tasks", there))
                .allSatisfy(path ->
                        assertThat(text(path)).doesNotContain("<script>alert").contains("&lt;script&gt;"));
    }

    @Test
    void beforeACallThePageSaysWhereAMessageIsNotSafeAndOffersNone() {
        String page = text(there);
        String work = page.substring(page.indexOf("id=\"work\""), page.indexOf("id=\"request\""));
        assertThat(work).contains("Leaving a message is not safe");
        String unsafe = work.substring(work.indexOf("Leaving a message is not safe"));
        assertThat(unsafe.substring(0, unsafe.indexOf("</form>")))
                .contains("value=\"AGAIN\"")
                .doesNotContain("LEFT_MESSAGE");
    }

    @Test
    void theLogStandsInTheOrderOfTimeAndSaysWhatWasAMistake() {
        String page = text(there);
        String log = page.substring(page.indexOf("id=\"request\""), page.indexOf("id=\"questions\""));
        assertThat(log.indexOf("Automatic reply")).isLessThan(log.indexOf("Reply by a person"));
        assertThat(log)
                .contains("class=\"mistaken\"", "Entered by mistake: Automatic reply", "Entered by")
                .contains("Request, attempt 1", "Puerto Ficticio", "Message in the sent folder");
    }

    @Test
    void toAnAttorneyTheStoryAndEveryPhotoStayShutAndThePageSaysWhoOpensThem() {
        clinic.login.role(Role.ATTORNEY);
        String photo = there + "/photo/" + clinic.firstPhoto + "/view";
        assertThat(text(there))
                .contains("until the conflict check is clear. A paralegal or an attorney enters it.")
                .contains(there + "/edit/conflict/case")
                .doesNotContain(STORY)
                .doesNotContain("after six in the evening")
                .doesNotContain(photo);
        assertThat(text(photo)).contains("conflict-check-first").doesNotContain("<img");
        assertThat(text(there + "/edit/reason/case")).doesNotContain(STORY, "GRD-03");
        clinic.login.role(Role.PARALEGAL);
        assertThat(text(there)).contains(STORY, "after six in the evening", photo);
    }

    @Test
    void aClosedCaseIsAmongTheClosedAndSaysUntilWhenItIsKept() {
        SampleWork.close(clinic.main);
        assertThat(text("/queue")).as("nobody has opened it yet").contains("Ana María Ficticio Prueba");
        text(there);
        assertThat(text("/queue")).doesNotContain("Ana María Ficticio Prueba").contains("1 closed case");
        assertThat(text("/queue?closed=yes")).contains("Ana María Ficticio Prueba", "Back to the open cases");
        assertThat(text(there)).contains("Out of scope", "To be deleted after 19 Feb 2027.");
    }

    @Test
    void aLineOfTheLogHasNoForm() {
        String event = clinic.main.item("filed/human").path();
        assertThat(text(there)).doesNotContain("/edit/event/" + event);
        assertThat(visitor.get(clinic.url(there + "/edit/event/" + event)).text())
                .contains("only-added");
    }

    @Test
    void aClickWithoutTheTokenOfItsFormWritesNothing() {
        String item = clinic.main.item("second").path();
        for (String path : List.of("/task-done", "/called", "/mistake")) {
            assertThat(post(path, Map.of("token", "0".repeat(64), "item", item)).status())
                    .isEqualTo(403);
        }
        String token = visitor.token(clinic.url(there));
        assertThat(post("/task-done", Map.of("token", token, "item", item, "seen", ""))
                        .status())
                .isEqualTo(303);
        assertThat(text("/tasks")).doesNotContain("Call the port");
    }

    @Test
    void aCallIsWrittenOnlyToANumberOfTheCase() {
        Map<String, String> form = new TreeMap<>(Map.of("token", visitor.token(clinic.url(there)), "result", "AGAIN"));
        form.put("item", "bm90IGluIHRoZSBjYXNlLg");
        assertThat(post("/called", form).status()).isEqualTo(422);
        form.put("item", clinic.main.item("ana/whatsapp").path());
        assertThat(post("/called", form).status()).isEqualTo(303);
        assertThat(text("/tasks")).contains("Call again: Ana María Ficticio Prueba", "22 Nov 2026 (tomorrow)");
    }

    private WebVisitor.Answer post(String path, Map<String, String> form) {
        return visitor.post(clinic.url(there + path), form);
    }

    private String text(String path) {
        return visitor.get(clinic.url(path)).text();
    }
}
