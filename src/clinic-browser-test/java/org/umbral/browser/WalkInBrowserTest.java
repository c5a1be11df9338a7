package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.practice.PracticeClinic;
import org.umbral.practice.Walk;
import org.umbral.testing.PictureQuality;

/** What {@code mvn compile exec:java} does without a window, and what a member of staff then sees of it. */
class WalkInBrowserTest {
    private static final double LEAST_DB = 32;
    /** How each paper was held when it was photographed, in quarter turns to the right that bring it upright. */
    private static final List<Integer> QUARTER_TURNS = List.of(0, 1, 3);

    @Test
    void theWalkPrintsTheLineAndStaffSeeTheCaseWithThreeUprightPhotos(@TempDir Path folder) throws Exception {
        List<String> printed = new ArrayList<>();
        try (PracticeClinic clinic = PracticeClinic.open(folder.resolve("clinic"), ZoneId.systemDefault())) {
            new Walk(clinic, folder, printed::add).go();
            assertThat(printed)
                    .extracting(line -> line.strip().split("\\s{2,}")[0])
                    .containsSubsequence(
                            "passphrase",
                            "join",
                            "network",
                            "capture",
                            "photo 1",
                            "photo 2",
                            "photo 3",
                            "leave",
                            "sealed",
                            "deliver",
                            "queue",
                            "the phone");
            assertThat(printed)
                    .filteredOn(line -> line.strip().startsWith("sealed"))
                    .hasSize(4);
            try (Chromium chromium = Chromium.launch();
                    ClinicVisitor staff = chromium.desktop()) {
                staff.logIn(clinic.pages() + "login", PracticeClinic.STAFF, PracticeClinic.PASSPHRASE)
                        .openCase("Ana María Ficticio Prueba");
                assertThat(staff.photos()).isEqualTo(3);
                List<BufferedImage> papers = upright(folder.resolve("papers"));
                for (int i = 0; i < papers.size(); i++) {
                    staff.openPhoto(i + 1);
                    byte[] jpeg = staff.photoBytes();
                    assertThat(quality(papers.get(i), jpeg))
                            .as("photo %d in dB", i + 1)
                            .isGreaterThanOrEqualTo(LEAST_DB);
                    staff.press("Escape");
                }
                assertThat(staff.complaints()).isEmpty();
            }
        }
    }

    private static double quality(BufferedImage original, byte[] jpeg) throws IOException {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(jpeg));
        return PictureQuality.psnr(PictureQuality.shrunk(original, seen.getWidth(), seen.getHeight()), seen);
    }

    private static List<BufferedImage> upright(Path folder) throws IOException {
        List<BufferedImage> papers = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                papers.add(turned(ImageIO.read(file.toFile()), QUARTER_TURNS.get(papers.size())));
            }
        }
        return papers;
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        if (quarters == 0) {
            return image;
        }
        int wide = image.getWidth();
        int high = image.getHeight();
        BufferedImage upright = new BufferedImage(high, wide, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                upright.setRGB(quarters == 1 ? high - 1 - y : y, quarters == 1 ? x : wide - 1 - x, image.getRGB(x, y));
            }
        }
        return upright;
    }
}
