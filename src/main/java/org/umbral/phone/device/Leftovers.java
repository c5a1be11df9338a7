package org.umbral.phone.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;

/**
 * The one folder in which captures lie in the clear, between the shutter and their sealing. Whatever a camera left there
 * or in its own folders is found again, also when the process was killed before the camera returned. Each capture is
 * named by its SHA-256, so one that is found twice is one. Safe for any thread; blocks on disk.
 */
public final class Leftovers {
    private static final String CAPTURE = ".capture";
    private static final List<String> PICTURES = List.of(".jpg", ".jpeg", ".png");

    private static final List<String> PARTS = Stream.concat(Stream.of(CAPTURE), PICTURES.stream())
            .map(ending -> ending + PhoneFiles.PART)
            .toList();

    private final PhoneFiles files;
    private final Path folder;
    private final List<Path> cameraFolders;

    /** @param cameraFolders where the platform's camera leaves files; only pictures are taken from them */
    public Leftovers(PhoneFiles files, Path folder, List<Path> cameraFolders) {
        this.files = files;
        this.folder = folder;
        this.cameraFolders = List.copyOf(cameraFolders);
    }

    /** Where captures are put. */
    public Path folder() {
        return folder;
    }

    /**
     * Every capture that lies in the clear. What stands in the camera's folders is moved here first; a file that cannot
     * be moved is listed where it is. Call it at the start of the process, and never while the camera is open: it would
     * move a photo away from the answer.
     */
    public synchronized List<Path> inTheClear() throws Failure {
        try {
            List<Path> stuck = gather();
            eraseParts(folder);
            return Stream.concat(files.list(folder).stream(), stuck.stream()).toList();
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    /** Copies a picture of somebody else into a folder of ours, on disk when it returns. */
    synchronized Path copy(Path from, Path intoFolder) throws Failure {
        try {
            if (files.size(from) > PhotoWorkshop.MAX_BYTES) {
                throw new AskThePerson("picture-too-large");
            }
            byte[] capture = files.read(from);
            Path copy = intoFolder.resolve(Sha256.of(capture).hex() + CAPTURE);
            files.write(copy, capture);
            return copy;
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    /** The same for a file that a camera made for us: the original is erased once the copy is safe. */
    synchronized Path move(Path from, Path intoFolder) throws Failure {
        Path copy = copy(from, intoFolder);
        try {
            files.discard(from);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
        return copy;
    }

    private List<Path> gather() throws IOException {
        List<Path> stuck = new ArrayList<>();
        for (Path cameraFolder : cameraFolders) {
            eraseParts(cameraFolder);
            for (Path file : files.list(cameraFolder)) {
                if (isPicture(file) && !moved(file)) {
                    stuck.add(file);
                }
            }
        }
        return stuck;
    }

    /** Of a half-written file the original is still there; of a half-discarded one the copy is, or nobody wanted it. */
    private void eraseParts(Path in) throws IOException {
        for (Path file : files.list(in)) {
            if (PARTS.stream().anyMatch(lowerCase(file)::endsWith)) {
                files.erase(file);
            }
        }
    }

    private boolean moved(Path file) {
        try {
            move(file, folder);
            return true;
        } catch (Failure e) {
            return false;
        }
    }

    private static boolean isPicture(Path file) {
        return PICTURES.stream().anyMatch(lowerCase(file)::endsWith);
    }

    private static String lowerCase(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }
}
