package org.umbral.phone.screen.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Intake.Shot;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.device.CameraResult;
import org.umbral.phone.device.PickResult;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.FakeIntake;
import org.umbral.testing.ScreenBench;
import org.umbral.testing.Seeds;

/** On a phone whose camera cannot be opened, as Android's now (decision 0004), the worker is led to the pictures. */
class ShutterTest {
    private final Clock clock = Clock.fixed(ScreenBench.NOW, ZoneOffset.UTC);
    private final FakeIntake intake = new FakeIntake(ScreenBench.catalogue(), Seeds.repeatable(61), clock);
    private final List<String> said = new ArrayList<>();
    private final List<ItemId> pages = new ArrayList<>();
    private final List<Stuck> stuck = new ArrayList<>();
    private int opened;
    private int returned;

    @TempDir
    Path folder;

    private CaseId id;
    private ItemId evidence;

    @BeforeEach
    void begin() throws Exception {
        id = intake.begin(HowKnown.FACE_TO_FACE);
        evidence = intake.newItem(id, "evidence", ItemId.CASE);
    }

    private Shutter shutter(CameraResult camera, PickResult picker) {
        return new Shutter(
                intake,
                new Work(Runnable::run, Runnable::run),
                (into, answer) -> answer.accept(camera),
                (into, answer) -> answer.accept(picker),
                folder,
                () -> opened++,
                () -> returned++);
    }

    @Test
    void withoutACameraTheWorkerIsToldToChooseAPictureAndCan() throws Exception {
        Path chosen = Files.write(folder.resolve("a.jpg"), new byte[] {1, 2, 3});
        Shutter shutter = shutter(new CameraResult.Unavailable(), new PickResult.Picked(chosen, true));

        shutter.take(id, Shot.of(evidence), watcher());
        assertThat(said).containsExactly(Words.of(Locale.US, clock).failure(new AskThePerson("no-camera")));
        assertThat(said.get(0)).contains("Choose a picture");
        assertThat(pages).isEmpty();

        shutter.pick(id, Shot.of(evidence), watcher());
        assertThat(pages).hasSize(1);
        assertThat(intake.marks(id, pages.get(0))).containsExactly(PageMark.ORIGINAL_ELSEWHERE);
        assertThat(returned).isEqualTo(opened).isEqualTo(2);
    }

    @Test
    void aCameraThatWasClosedSaysNothing() {
        shutter(new CameraResult.Cancelled(), new PickResult.Cancelled()).take(id, Shot.of(evidence), watcher());

        assertThat(said).isEmpty();
        assertThat(pages).isEmpty();
        assertThat(returned).isEqualTo(1);
    }

    @Test
    void aPhotoThatCannotBeKeptNowIsTriedAgainFromTheSameCapture() throws Exception {
        Path taken = Files.write(folder.resolve("a.jpg"), new byte[] {1, 2, 3});
        Shutter shutter = shutter(new CameraResult.Taken(taken), new PickResult.Cancelled());
        intake.photoFailure = new TryAgain("disk-full");

        shutter.take(id, Shot.of(evidence), watcher());
        assertThat(pages).isEmpty();
        assertThat(taken).exists();
        assertThat(stuck).singleElement().matches(Stuck::mayWorkLater);

        intake.photoFailure = null;
        stuck.get(0).again(shutter, id, watcher());
        assertThat(pages).hasSize(1);
        assertThat(taken).doesNotExist();
    }

    private Shutter.Watcher watcher() {
        return new Shutter.Watcher() {
            @Override
            public void preparing() {}

            @Override
            public void added(ItemId page) {
                pages.add(page);
            }

            @Override
            public void stuck(Stuck photo) {
                stuck.add(photo);
            }

            @Override
            public void failed(Failure failure) {
                said.add(Words.of(Locale.US, clock).failure(failure));
            }

            @Override
            public void cancelled() {}
        };
    }
}
