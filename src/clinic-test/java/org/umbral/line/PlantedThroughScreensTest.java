package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Phone;
import org.umbral.phone.PhoneApp;
import org.umbral.phone.PhoneThreads;
import org.umbral.phone.device.Device;
import org.umbral.phone.screen.PhoneScreens;
import org.umbral.phone.screen.PhoneServices;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.wire.Invitation;

/**
 * The app as it is, in a window: what a worker types with real keys is, once the phone is locked, nowhere on either disk,
 * in nothing printed, and in no object that can be reached. Both ends live in this one process.
 */
@Tag("alone")
class PlantedThroughScreensTest {
    private static final int PASSPHRASE = 0;
    private static final int REASON = 1;
    private static final int NAME = 2;
    private static final int SURNAME = 3;
    private static final int CONTACT = 4;
    private static final int SPONSOR = 5;
    private static final int TELEPHONE = 6;
    private static final int LATER = 7;
    private static final int LAST = 8;
    private static final int WORDS = 9;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final long seed = new SecureRandom().nextLong();
    private final Planted planted = new Planted(seed);
    private final Instant start = Instant.now().minusSeconds(2);
    private Printed printed;
    private LineClinic clinic;
    private Phone phone;
    private Stage stage;
    private PhoneScreens screens;
    private Finger finger;

    @BeforeEach
    void open() throws Exception {
        printed = Printed.into(folder.resolve("printed"));
        PhoneApp.dropTypedText();
        Platform.startup(() -> Platform.setImplicitExit(false));
        clinic = LineClinic.setUp(folder.resolve("clinic"), Clock.systemUTC(), FreePort.take(), List.of());
        stage = Finger.onUi(PlantedThroughScreensTest::window);
        PhoneThreads threads = PhoneApp.threads();
        phone = Phone.open(
                Device.desktop(folder.resolve("phone"), Optional.empty(), threads.workers(), () -> stage),
                threads,
                Clock.systemDefaultZone(),
                new SecureRandom(),
                System::nanoTime,
                Locale.ENGLISH,
                Optional.of(Invitation.parse(clinic.invitation())));
        screens = Finger.onUi(() -> PhoneApp.show(stage, phone));
        finger = new Finger(stage);
    }

    private static Stage window() {
        Stage window = new Stage();
        window.setX(0);
        window.setY(0);
        window.setWidth(PhoneScreens.WIDTH);
        window.setHeight(PhoneScreens.HEIGHT);
        return window;
    }

    @AfterEach
    void close() throws Exception {
        Finger.onUi(() -> {
            screens.stop();
            stage.hide();
            return true;
        });
        PhoneApp.end(phone);
        clinic.close();
        printed.close();
    }

    @Test
    void whatWasTypedIsNowhereOnceThePhoneIsLocked() throws Exception {
        System.out.println("planted through screens: seed " + seed);
        firstStart();
        phone.courier().networkAllowed(false);
        capture();
        assertThat(inMemory("open"))
                .as("the search finds what is there")
                .contains(REASON, NAME, SURNAME, CONTACT, SPONSOR, TELEPHONE);
        finger.tap("back");
        finger.see("case-list");
        finger.tap("lock");
        awaitLocked();
        assertThat(phone.outbox().waitingCount()).isPositive();
        phone.courier().networkAllowed(true);
        awaitDrained();
        assertNowhere("locked");

        unlock();
        typeLater();
        assertThat(inMemory("typing")).as("the search finds what is there").contains(NAME, LATER);
        finger.type("GRD-03", planted.word(LAST));
        finger.tap("lock");
        awaitLocked();
        awaitDrained();
        assertNowhere("locked while typing");

        unlock();
        whatWasTypedIsInTheCase();
    }

    private void firstStart() {
        finger.tap("own");
        finger.type("passphrase", planted.word(PASSPHRASE));
        finger.type("passphrase-again", planted.word(PASSPHRASE));
        finger.tap("use-own");
        finger.tap("joined-next");
    }

    private void capture() {
        finger.tap("new-intake");
        finger.tap("consent.COLLECT_AND_STORE.GIVEN");
        finger.tap("read-by-WORKER");
        finger.tap("consent.SHARE_WITH_CLINIC.GIVEN");
        finger.tap("next");
        finger.tap("CAS-06.NOW_LIFE_THREATENING");
        finger.type("GRD-03", planted.word(REASON));
        finger.tap("next");
        finger.type("PER-02", planted.word(NAME));
        finger.tap("more-fields");
        finger.type("PER-05", planted.word(SURNAME));
        finger.tap("next");
        finger.tap("PER-28A.WHATSAPP");
        finger.type("PER-28", planted.word(CONTACT));
        for (String step : List.of("where", "papers", "family", "sponsor")) {
            finger.tap("next");
        }
        finger.type("SPO-03", planted.word(SPONSOR));
        finger.type("SPO-05", planted.word(TELEPHONE));
        finger.tap("next");
        finger.tap("next");
        finger.see("add-evidence");
        finger.tap("next");
        finger.tap("closing-done");
        finger.see("delivery");
        await("the case shows the name").atMost(PATIENCE).until(() -> finger.says(planted.word(NAME)));
    }

    private void unlock() {
        finger.type("unlock-field", planted.word(PASSPHRASE));
        finger.tap("unlock");
        finger.see("case-list");
    }

    private void typeLater() {
        finger.tap("role-read");
        finger.tap("outbox-line");
        finger.tap("back");
        finger.tap("tappable");
        finger.tap("add-more");
        finger.type("GRD-03", planted.word(LATER));
    }

    private void whatWasTypedIsInTheCase() throws Failure {
        CaseRow row = phone.intake().cases().get(0);
        CaseFile file = phone.intake().read(row.id());
        assertThat(row.name()).isEqualTo(planted.word(NAME));
        assertThat(file.item(ItemId.CASE).orElseThrow().text("GRD-03").orElseThrow())
                .contains(planted.word(REASON), planted.word(LATER), planted.word(LAST));
        assertThat(phone.intake().catalogue().items(file, "sponsor", ItemId.CASE))
                .singleElement()
                .satisfies(sponsor -> {
                    assertThat(sponsor.text("SPO-03")).contains(planted.word(SPONSOR));
                    assertThat(sponsor.text("SPO-05")).contains(planted.word(TELEPHONE));
                });
        try (StaffSession staff = clinic.login()) {
            assertThat(clinic.clinic().desk().queue(staff)).hasSize(1);
        }
    }

    private void awaitLocked() {
        finger.see("lock-screen");
        await("locked").atMost(PATIENCE).until(() -> phone.vault() == PhoneServices.Vault.LOCKED);
    }

    private void awaitDrained() throws Failure {
        await("drained").atMost(PATIENCE).until(() -> phone.outbox().waitingCount() == 0);
        assertThat(clinic.clinic().desk().unread().envelopes()).isPositive();
    }

    private void assertNowhere(String when) throws IOException {
        assertThat(planted.filesWith(WORDS, folder.resolve("phone"), folder.resolve("clinic")))
                .isEmpty();
        assertThat(planted.temporaryFilesWith(WORDS, start, folder)).isEmpty();
        assertThat(planted.wordsIn(printed.file(), WORDS)).isEmpty();
        AtomicInteger dumps = new AtomicInteger();
        // What another thread still has in hand goes within moments; what stays reachable does not.
        await("no planted word in reach, " + when).atMost(PATIENCE).untilAsserted(() -> {
            Finger.settle();
            assertThat(inMemory(when + "-" + dumps.incrementAndGet())).isEmpty();
        });
        System.out.println("planted through screens: gone from memory in dump " + dumps.get() + ", " + when);
    }

    private Set<Integer> inMemory(String name) throws IOException {
        Path dump = Planted.dump(folder.resolve(name + ".hprof"));
        Set<Integer> found = planted.wordsIn(dump, WORDS);
        Files.delete(dump);
        return found;
    }
}
