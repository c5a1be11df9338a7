package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.umbral.testing.TestExif.TELLING;
import static org.umbral.testing.TestPhotos.chunk;
import static org.umbral.testing.TestPhotos.latin;
import static org.umbral.testing.TestPhotos.withSegment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.umbral.testing.TestExif;
import org.umbral.testing.TestPhotos;

class PhotoMetadataTest {
    private static final BufferedImage PICTURE = TestPhotos.letter(400, 300, 9);

    @Test
    void exifWithAPlaceAndASerialNumberIsGone() throws Exception {
        pixelsOnly(withSegment(TestPhotos.jpeg(PICTURE), 0xE1, TestExif.bigEndian(1)));
    }

    @Test
    void xmpIptcCommentsProfilesAndMakersNotesAreGone() throws Exception {
        byte[] jpeg = TestPhotos.jpeg(PICTURE);
        jpeg = withSegment(jpeg, 0xE1, latin("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + TELLING + "</x:xmpmeta>"));
        jpeg = withSegment(jpeg, 0xED, latin("Photoshop 3.0\0" + "8BIM\4\4\0\0" + TELLING));
        jpeg = withSegment(jpeg, 0xE2, latin("MPF\0" + TELLING));
        jpeg = withSegment(jpeg, 0xEB, latin(TELLING));
        jpeg = withSegment(jpeg, 0xFE, latin(TELLING));

        pixelsOnly(jpeg);
    }

    @Test
    void anEmbeddedThumbnailIsGone() throws Exception {
        byte[] thumbnail = withSegment(TestPhotos.jpeg(TestPhotos.letter(80, 60, 2)), 0xFE, latin(TELLING));
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes(TestExif.littleEndian(1));
        exif.writeBytes(thumbnail);

        pixelsOnly(withSegment(TestPhotos.jpeg(PICTURE), 0xE1, exif.toByteArray()));
    }

    @Test
    void aFilmBehindThePictureIsGone() throws Exception {
        ByteArrayOutputStream moving = new ByteArrayOutputStream();
        moving.writeBytes(TestPhotos.jpeg(PICTURE));
        moving.writeBytes(latin("\0\0\0\30ftypmp42" + TELLING));
        moving.writeBytes(TestPhotos.capture(PICTURE, 3));

        pixelsOnly(moving.toByteArray());
    }

    @Test
    void progressivePicturesAndTwelveMegapixelsAreNoOtherCase() throws Exception {
        pixelsOnly(withSegment(TestPhotos.progressiveJpeg(PICTURE), 0xE1, TestExif.littleEndian(8)));
        pixelsOnly(TestPhotos.capture(TestPhotos.letter(4000, 3000, 4), 6));
    }

    @Test
    void textInAPngIsGone() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(TestPhotos.pngWith(
                PICTURE, chunk("tEXt", latin("Comment\0" + TELLING)), chunk("eXIf", latin("II*\0" + TELLING))));
        file.writeBytes(latin(TELLING));

        pixelsOnly(file.toByteArray());
    }

    @Test
    void malformedExifCountsAsUpright() throws Exception {
        byte[] jpeg = TestPhotos.jpeg(PICTURE);
        byte[] exif = TestExif.littleEndian(1);
        long seed = 77;
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] broken = exif.clone();
            for (int flips = random.nextInt(12); flips >= 0; flips--) {
                broken[6 + random.nextInt(broken.length - 6)] = (byte) random.nextInt();
            }
            broken = Arrays.copyOf(broken, 6 + random.nextInt(broken.length));

            PreparedPhoto photo = new PhotoWorkshop().prepare(withSegment(jpeg, 0xE1, broken));

            assertThat(photo.width() * photo.height())
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(400 * 300);
        }
    }

    /** Reads our file byte by byte: the markers that show pixels, once, and not one byte more. */
    private static void pixelsOnly(byte[] capture) throws Exception {
        assertThat(new String(capture, StandardCharsets.ISO_8859_1)).contains(TELLING);

        PreparedPhoto photo = new PhotoWorkshop().prepare(capture);

        for (byte[] jpeg : List.of(photo.jpeg(), photo.thumbnailJpeg())) {
            assertThat(markers(jpeg)).containsExactly(0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA, 0xD9);
            assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain(TELLING);
        }
    }

    private static List<Integer> markers(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(jpeg);
        while (in.hasRemaining()) {
            int first = Byte.toUnsignedInt(in.get());
            boolean inScan = markers.contains(0xDA);
            if (first != 0xFF) {
                assertThat(inScan)
                        .as("only a scan has bytes outside of segments")
                        .isTrue();
                continue;
            }
            int marker = Byte.toUnsignedInt(in.get());
            if (marker == 0) {
                continue;
            }
            markers.add(marker);
            if (marker != 0xD8 && marker != 0xD9) {
                int length = Short.toUnsignedInt(in.getShort());
                assertThat(marker == 0xE0 ? length : 16)
                        .as("JFIF without a thumbnail")
                        .isEqualTo(16);
                in.position(in.position() + length - 2);
            }
        }
        return markers;
    }
}
