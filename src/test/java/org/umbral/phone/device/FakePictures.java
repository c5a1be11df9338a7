package org.umbral.phone.device;

import com.gluonhq.attach.pictures.PicturesService;
import java.io.File;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/** Attach's service as its sources have it: a picture sets file and image, a cancelled one sets nothing. */
final class FakePictures implements PicturesService {
    private final ReadOnlyObjectWrapper<Image> image = new ReadOnlyObjectWrapper<>();
    private File file = new File("none");
    private boolean blockingAnswers;

    void photographed(File taken) {
        file = taken;
        image.set(new WritableImage(1, 1));
    }

    void blockingGives(File taken) {
        file = taken;
        blockingAnswers = true;
    }

    @Override
    public Optional<Image> takePhoto(boolean savePhoto) {
        return blockingAnswers ? Optional.of(new WritableImage(1, 1)) : Optional.empty();
    }

    @Override
    public void asyncTakePhoto(boolean savePhoto) {
        image.set(null);
    }

    @Override
    public Optional<Image> loadImageFromGallery() {
        return takePhoto(false);
    }

    @Override
    public void asyncLoadImageFromGallery() {
        image.set(null);
    }

    @Override
    public Optional<File> getImageFile() {
        return Optional.of(file);
    }

    @Override
    public ReadOnlyObjectProperty<Image> imageProperty() {
        return image.getReadOnlyProperty();
    }
}
