package org.umbral.phone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.phone.Intake.Leftover;
import org.umbral.phone.Intake.Shot;
import org.umbral.phone.disk.PowerDisk;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.PowerCut;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestPhone;

/**
 * Rule R1 on a phone whose battery is pulled: every photo that the camera left is on a page, kept for adoption or still in
 * the clear, and what was called taken in is on its page. What SQLite writes is taken as it stands.
 */
class PowerCutTest {
    private static final int MOST_CALLS = 60;
    private static final int PHOTOS = 8;
    private static final String KEY = "phone/vault.json";

    @TempDir
    Path folder;

    private final Set<Sha256> left = new HashSet<>();
    private final Set<Sha256> takenIn = new HashSet<>();
    /** None where the power went before there was one. */
    private Optional<Place> place = Optional.empty();

    private record Place(CaseId id, ItemId evidence) {}

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 19), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPhotoThatTheCameraLeftIsThereAgain(long seed) throws Exception {
        Random chance = Seeds.repeatable(seed);
        Path before = Files.createDirectory(folder.resolve("before"));
        PowerCut power = new PowerCut(before, 1 + chance.nextInt(MOST_CALLS));
        try (TestPhone phone = new TestPhone(before.resolve("phone"), seed, PowerDisk.under(power), StorePoint.NONE)) {
            takePhotos(phone, chance);
        } catch (TryAgain powerIsOff) {
            assertThat(powerIsOff).hasMessage("file-unreadable");
        }
        power.survivors(folder.resolve("after"), chance);
        assertAllIsThere(seed);
    }

    /** Killed between making its folders and forcing them, it was begun again; then the battery was pulled. */
    @ParameterizedTest
    @MethodSource("seeds")
    void foldersThatAKilledProcessLeftUnforcedDoNotTakeTheirPhotos(long seed) throws Exception {
        Random chance = Seeds.repeatable(seed);
        Path before = Files.createDirectory(folder.resolve("before"));
        PowerCut power = new PowerCut(before, Integer.MAX_VALUE);
        for (String left : List.of("phone", "phone/sealed")) {
            power.madeFolder(Files.createDirectory(before.resolve(left)));
        }
        try (TestPhone phone = new TestPhone(before.resolve("phone"), seed, PowerDisk.under(power), StorePoint.NONE)) {
            takePhotos(phone, chance);
        }
        power.survivors(folder.resolve("after"), chance);
        assertAllIsThere(seed);
    }

    private void assertAllIsThere(long seed) throws Exception {
        try (TestPhone phone = new TestPhone(folder.resolve("after/phone"), seed)) {
            if (place.isPresent()) {
                assertThat(onPages(phone, place.get())).containsAll(takenIn);
                phone.core.sealLeftovers();
                for (Leftover leftover : phone.intake.leftovers()) {
                    phone.intake.adopt(leftover);
                }
                assertThat(onPages(phone, place.get())).isEqualTo(left);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theKeyThatBorderModeDestroyedDoesNotComeBack(long seed) throws Exception {
        Path before = Files.createDirectory(folder.resolve("before"));
        PowerCut power = new PowerCut(before, Integer.MAX_VALUE);
        byte[] key;
        try (TestPhone phone = new TestPhone(before.resolve("phone"), seed, PowerDisk.under(power), StorePoint.NONE)) {
            key = Files.readAllBytes(before.resolve(KEY));
            phone.core.prepareToCross();
        }
        power.survivors(folder.resolve("after"), Seeds.repeatable(seed));

        Path again = folder.resolve("after").resolve(KEY);
        assertThat(Files.exists(again) ? Files.readAllBytes(again) : new byte[0])
                .isNotEqualTo(key);
    }

    private void takePhotos(TestPhone phone, Random chance) throws Exception {
        CaseId id = phone.consented();
        ItemId evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
        place = Optional.of(new Place(id, evidence));
        for (int i = 0; i < PHOTOS; i++) {
            byte[] picture = TestPhone.picture(chance.nextLong(), 200 + chance.nextInt(3000));
            phone.intake.expectPhoto(id, evidence);
            Path capture = phone.leave(i + ".jpg", picture);
            left.add(prepared(picture));
            if (chance.nextInt(3) > 0) {
                phone.intake.addPhoto(id, Shot.of(evidence), capture);
                takenIn.add(prepared(picture));
            } else {
                phone.core.sealLeftovers();
            }
        }
    }

    /** As {@link TestPhone} prepares it. */
    private static Sha256 prepared(byte[] picture) {
        byte[] jpeg = picture.clone();
        jpeg[0] = 'j';
        return Sha256.of(jpeg);
    }

    private static Set<Sha256> onPages(TestPhone phone, Place place) throws Failure, IOException {
        Set<Sha256> found = new HashSet<>();
        for (Item page : phone.intake.catalogue().items(phone.intake.read(place.id()), "page", place.evidence())) {
            try (InputStream in = phone.intake.photo(place.id(), page.id()).orElseThrow()) {
                found.add(Sha256.of(in.readAllBytes()));
            }
        }
        return found;
    }
}
