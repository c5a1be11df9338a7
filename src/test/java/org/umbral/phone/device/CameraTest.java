package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.gluonhq.attach.pictures.PicturesService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.testing.FaultyFiles;

class CameraTest {
    private static final Executor AT_ONCE = Runnable::run;
    private static final byte[] CAPTURE = {7, 7, 7};

    private final FaultyFiles files = new FaultyFiles();
    private final FakePictures service = new FakePictures();
    private final DesktopLifecycle lifecycle = new DesktopLifecycle();
    private final List<CameraResult> answers = new ArrayList<>();

    @TempDir
    Path root;

    private Path cache;
    private Path captures;
    private Leftovers leftovers;

    @BeforeEach
    void folders() throws Exception {
        cache = Files.createDirectories(root.resolve("cache"));
        captures = root.resolve("captures");
        leftovers = new Leftovers(files, captures, List.of(cache));
    }

    @Test
    void aPhotoIsMovedOutOfTheCacheBeforeTheAnswer() throws Exception {
        phone(() -> Optional.of(service)).takePhoto(captures, answers::add);
        Path shot = Files.write(cache.resolve("IMG.jpg"), CAPTURE);

        service.photographed(shot.toFile());
        comeBack();

        assertThat(answers).hasSize(1);
        Path taken = ((CameraResult.Taken) answers.get(0)).file();
        assertThat(Files.readAllBytes(taken)).isEqualTo(CAPTURE);
        assertThat(shot).doesNotExist();
    }

    @Test
    void comingBackWithoutAPhotoIsCancelled() {
        phone(() -> Optional.of(service)).takePhoto(captures, answers::add);

        comeBack();
        comeBack();

        assertThat(answers).containsExactly(new CameraResult.Cancelled());
    }

    @Test
    void aPhotoAfterTheAnswerIsNotAnsweredButFound() throws Exception {
        phone(() -> Optional.of(service)).takePhoto(captures, answers::add);
        comeBack();

        service.photographed(Files.write(cache.resolve("IMG.jpg"), CAPTURE).toFile());

        assertThat(answers).containsExactly(new CameraResult.Cancelled());
        assertThat(leftovers.inTheClear()).hasSize(1);
    }

    @Test
    void leftoversAreSavedBeforeTheServiceCanClearThem() throws Exception {
        Path left = Files.write(cache.resolve("IMG.jpg"), CAPTURE);
        Supplier<Optional<PicturesService>> clearing = () -> {
            assertThat(left).doesNotExist();
            return Optional.of(service);
        };

        phone(clearing).takePhoto(captures, answers::add);

        assertThat(leftovers.inTheClear()).hasSize(1);
    }

    @Test
    void withoutTheServiceTheCameraIsUnavailable() {
        phone(Optional::empty).takePhoto(captures, answers::add);

        assertThat(answers).containsExactly(new CameraResult.Unavailable());
    }

    @Test
    void whereNoCameraCanBeOpenedAPictureIsStillChosen() throws Exception {
        Path original = Files.write(root.resolve("original.jpg"), CAPTURE);
        PictureSource gallery = answer -> answer.accept(Optional.of(original));
        SourcedPictures pictures =
                new SourcedPictures(PictureSource.none(), gallery, leftovers::copy, AT_ONCE, AT_ONCE);
        List<PickResult> picked = new ArrayList<>();

        pictures.takePhoto(captures, answers::add);
        pictures.pickPicture(captures, picked::add);

        assertThat(answers).containsExactly(new CameraResult.Unavailable());
        assertThat(picked).hasSize(1).allMatch(PickResult.Picked.class::isInstance);
    }

    @Test
    void onIosTheBlockingCallAnswers() throws Exception {
        AttachPictures source = new AttachPictures(
                () -> Optional.of(service), leftovers, lifecycle, AttachPictures.Use.CAMERA, true, AT_ONCE);
        SourcedPictures camera = new SourcedPictures(source, source, leftovers::move, AT_ONCE, AT_ONCE);

        camera.takePhoto(captures, answers::add);
        service.blockingGives(Files.write(root.resolve("Image.png"), CAPTURE).toFile());
        camera.takePhoto(captures, answers::add);

        assertThat(answers.get(0)).isEqualTo(new CameraResult.Cancelled());
        assertThat(answers.get(1)).isInstanceOf(CameraResult.Taken.class);
    }

    @Test
    void onAFullDiskThePhotoStaysWhereTheCameraLeftIt() throws Exception {
        phone(() -> Optional.of(service)).takePhoto(captures, answers::add);
        Path shot = Files.write(cache.resolve("IMG.jpg"), CAPTURE);
        files.fullFrom(1);

        service.photographed(shot.toFile());

        assertThat(((CameraResult.Failed) answers.get(0)).failure().reason()).isEqualTo("disk-full");
        assertThat(shot).exists();
    }

    @Test
    void aCameraFolderGivesItsPicturesOneAfterTheOther() throws Exception {
        Path folder = Files.createDirectories(root.resolve("camera"));
        Path first = Files.write(folder.resolve("a.jpg"), new byte[] {1});
        Files.write(folder.resolve("b.JPG"), new byte[] {2});
        Files.write(folder.resolve("notes.txt"), new byte[] {3});
        PictureSource source = DesktopPictures.folder(files, folder);
        SourcedPictures camera = new SourcedPictures(source, source, leftovers::copy, AT_ONCE, AT_ONCE);

        for (int i = 0; i < 3; i++) {
            camera.takePhoto(captures, answers::add);
        }

        assertThat(answers).allMatch(CameraResult.Taken.class::isInstance);
        assertThat(answers.get(2)).isEqualTo(answers.get(0)).isNotEqualTo(answers.get(1));
        assertThat(first).exists();
    }

    @Test
    void anEmptyCameraFolderIsCancelled() {
        PictureSource source = DesktopPictures.folder(files, root.resolve("none"));

        new SourcedPictures(source, source, leftovers::copy, AT_ONCE, AT_ONCE).takePhoto(captures, answers::add);

        assertThat(answers).containsExactly(new CameraResult.Cancelled());
    }

    @Test
    void aPickedPictureIsCopiedAndItsOriginalStays() throws Exception {
        Path original = Files.write(root.resolve("original.jpg"), CAPTURE);
        PictureSource source = answer -> answer.accept(Optional.of(original));
        List<PickResult> picked = new ArrayList<>();

        new SourcedPictures(source, source, leftovers::copy, AT_ONCE, AT_ONCE).pickPicture(captures, picked::add);

        PickResult.Picked result = (PickResult.Picked) picked.get(0);
        assertThat(result.originalElsewhere()).isTrue();
        assertThat(Files.readAllBytes(result.file())).isEqualTo(CAPTURE);
        assertThat(original).exists();
    }

    private Camera phone(Supplier<Optional<PicturesService>> services) {
        AttachPictures source =
                new AttachPictures(services, leftovers, lifecycle, AttachPictures.Use.CAMERA, false, AT_ONCE);
        return new SourcedPictures(source, source, leftovers::move, AT_ONCE, AT_ONCE);
    }

    private void comeBack() {
        lifecycle.setAside(true);
        lifecycle.setAside(false);
    }
}
