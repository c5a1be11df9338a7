package org.umbral.phone.device;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.umbral.testing.TestExif.TELLING;
import static org.umbral.testing.TestPhotos.chunk;
import static org.umbral.testing.TestPhotos.latin;
import static org.umbral.testing.TestPhotos.withSegment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.envelope.Age;
import org.umbral.testing.TestPhone;
import org.umbral.testing.TestPhotos;

/** From the camera's file to what the clinic opens: planted words are searched in the sealed photo's own bytes. */
class MoreMetadataTest {
    private static final BufferedImage PICTURE = TestPhotos.letter(640, 480, 12);

    @TempDir
    Path home;

    private TestPhone phone;
    private CaseId id;
    private ItemId evidence;

    @BeforeEach
    void open() throws Exception {
        phone = TestPhone.withRealPhotos(home, 91);
        id = phone.consented();
        evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
        phone.write(id, evidence, "EVD-02", "DOCTOR_LETTER");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void aColourProfileIsDroppedByDecisionAndWhatStandsInIt() throws Exception {
        gone(withSegment(TestPhotos.jpeg(PICTURE), 0xE2, latin("ICC_PROFILE\0\1\1" + TELLING)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEC, 0xED, 0xEF, 0xFE})
    void noApplicationSegmentNorCommentComesThrough(int marker) throws Exception {
        gone(withSegment(TestPhotos.jpeg(PICTURE), marker, latin("Ficticio\0" + TELLING)));
    }

    @Test
    void aSealOfOriginWithATimeAndAPlaceIsGone() throws Exception {
        gone(withSegment(TestPhotos.jpeg(PICTURE), 0xEB, latin("JP\0\1\0\0\0\1jumb c2pa" + TELLING)));
    }

    @Test
    void anArchiveBehindThePictureIsGone() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(TestPhotos.jpeg(PICTURE));
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry(TELLING));
            zip.write(latin(TELLING));
        }
        gone(file.toByteArray());
    }

    @Test
    void anExtendedDescriptionOverSeveralSegmentsIsGone() throws Exception {
        byte[] jpeg = TestPhotos.jpeg(PICTURE);
        for (int part = 0; part < 3; part++) {
            jpeg = withSegment(jpeg, 0xE1, latin("http://ns.adobe.com/xmp/extension/\0" + part + TELLING));
        }
        gone(jpeg);
    }

    @Test
    void progressivePicturesAndThoseFromACameraOfTwelveMegapixelsAreNoOtherCase() throws Exception {
        gone(withSegment(TestPhotos.progressiveJpeg(PICTURE), 0xFE, latin(TELLING)));
        gone(TestPhotos.capture(TestPhotos.letter(4000, 3000, 5), 6));
    }

    @Test
    void textTimeAndProfilesOfAPngAreGone() throws Exception {
        gone(TestPhotos.pngWith(
                PICTURE,
                chunk("tEXt", latin("GPS\0" + TELLING)),
                chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + TELLING)),
                chunk("tIME", new byte[] {7, (byte) 0xEA, 11, 21, 12, 0, 0}),
                chunk("prVt", latin(TELLING))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "\0\0\0\30ftypheic",
                "RIFF\0\0\0\0WEBPVP8 ",
                "%PDF-1.7",
                "<svg>",
                "BM",
                "\u00FF\u00D8\u00FF"
            })
    void whatIsNoWholeJpegOrPngIsSaidAndTheFileStays(String start) throws Exception {
        Path file = phone.leave("a.jpg", latin(start));

        assertThatThrownBy(() -> phone.intake.addPhoto(id, evidence, file)).hasMessage("not-a-picture");

        assertThat(file).exists();
    }

    @Test
    void aPictureThatWasCutOffIsSaidAndTheFileStays() throws Exception {
        byte[] whole = TestPhotos.capture(PICTURE, 1);
        Path file = phone.leave("a.jpg", java.util.Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThatThrownBy(() -> phone.intake.addPhoto(id, evidence, file)).hasMessage("not-a-picture");

        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(ints = {6_000, 9_999, 30_000, 2_000_000_000})
    void aSmallFileThatDeclaresAHugePictureIsRefusedBeforeItIsDecoded(int side) {
        byte[] bomb = png(side, side, new byte[5000]);
        assertThat(bomb.length).isLessThan(20_000);

        assertThatThrownBy(() -> new PhotoWorkshop().prepare(bomb)).hasMessage("picture-too-large");
    }

    /** What a camera of 48 megapixels writes is decoded at half its size: 12 megapixels, 36 MB, are in memory. */
    @Test
    void fortyEightMegapixelsAreMadeReady() throws Exception {
        BufferedImage grey = new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] jpeg = withSegment(TestPhotos.jpeg(grey), 0xFE, latin(TELLING));

        PreparedPhoto photo = new PhotoWorkshop().prepare(jpeg);

        assertThat(photo.width()).isEqualTo(2000);
        assertThat(photo.height()).isEqualTo(1500);
        assertThat(new String(photo.jpeg(), ISO_8859_1)).doesNotContain(TELLING);
    }

    private void gone(byte[] capture) throws Exception {
        assertThat(new String(capture, ISO_8859_1)).contains(TELLING);

        ItemId page = phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", capture));

        PageImage image = PageImage.from(phone.intake
                        .read(id)
                        .answer(page, new FieldId("PAG-02"))
                        .flatMap(answer -> answer.settled())
                        .orElseThrow())
                .orElseThrow();
        try (InputStream sealed = phone.core.outbox().read(image.envelope(), 0)) {
            byte[] plain = Age.open(sealed.readAllBytes(), phone.clinic.identity());
            assertThat(new String(plain, ISO_8859_1)).startsWith("\u00FF\u00D8").doesNotContain(TELLING);
        }
        Optional<byte[]> thumbnail = phone.intake.thumbnail(id, page);
        assertThat(new String(thumbnail.orElseThrow(), ISO_8859_1)).doesNotContain(TELLING);
        assertThat(phone.finds(TELLING)).isFalse();
    }

    private static byte[] png(int width, int height, byte[] pixels) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        file.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(pixels);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        file.writeBytes(chunk("IDAT", packed.toByteArray()));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }
}
