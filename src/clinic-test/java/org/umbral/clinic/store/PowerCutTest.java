package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.testing.FolderTree;
import org.umbral.testing.MovableClock;
import org.umbral.testing.Seeds;

/** Rule R1 on a machine whose power goes: what the clinic called kept, or counted, is there when it starts again. */
class PowerCutTest {
    private static final int MOST_CALLS = 90;
    private static final int ITEMS = 12;
    private static final String PHONE = "device-1";

    /** Its tables are made once: to make them takes longer than a history. */
    @TempDir
    static Path template;

    @TempDir
    Path folder;

    private static final MovableClock CLOCK = new MovableClock("2026-11-21T14:00:00Z");
    private final Map<Sha256, byte[]> kept = new HashMap<>();
    private final Map<UploadId, Long> counted = new HashMap<>();

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 19), LongStream.of(new Random().nextLong()));
    }

    @BeforeAll
    static void make() throws Failure {
        open(template, new Disk()).close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasCalledKeptAndEveryByteThatWasCountedIsThereAgain(long seed) throws Exception {
        Random chance = new Random(seed);
        FolderTree.copy(template, folder.resolve("before"));
        PowerDisk disk = new PowerDisk(folder.resolve("before"), 4 + chance.nextInt(MOST_CALLS));
        try (ClinicStore store = open(folder.resolve("before"), disk)) {
            for (int i = 0; i < ITEMS; i++) {
                deliver(store, chance);
            }
        } catch (TryAgain powerIsOff) {
            assertThat(powerIsOff).hasMessage("disk-full");
        }
        disk.survivors(folder.resolve("after"), chance);

        try (ClinicStore store = open(folder.resolve("after"), new Disk())) {
            for (Map.Entry<Sha256, byte[]> one : kept.entrySet()) {
                StoredEnvelope held = store.envelopes().held(one.getKey()).orElseThrow();
                assertThat(store.envelopes().read(held)).isEqualTo(one.getValue());
            }
            for (Map.Entry<UploadId, Long> half : counted.entrySet()) {
                assertThat(store.uploads().find(half.getKey()).orElseThrow().offset())
                        .isGreaterThanOrEqualTo(half.getValue());
            }
        }
    }

    private static ClinicStore open(Path home, Disk disk) throws Failure {
        return ClinicStore.open(home, disk, CLOCK, Seeds.repeatable(1));
    }

    private void deliver(ClinicStore store, Random chance) throws Failure {
        byte[] sealed = new byte[200 + chance.nextInt(3000)];
        chance.nextBytes(sealed);
        Sha256 name = Sha256.of(sealed);
        if (chance.nextBoolean()) {
            store.envelopes().keep(name, sealed, PHONE, false);
        } else {
            upload(store, new UploadId(name, PHONE), sealed, chance);
        }
        kept.put(name, sealed);
    }

    /** As tus brings it: in pieces, each of which is counted. */
    private void upload(ClinicStore store, UploadId id, byte[] sealed, Random chance) throws Failure {
        store.uploads().begin(new Uploads.Announced(id, sealed.length, false));
        int at = 0;
        while (at < sealed.length) {
            int length = Math.min(sealed.length - at, 1 + chance.nextInt(sealed.length));
            store.uploads().append(id, at, Arrays.copyOfRange(sealed, at, at + length), length);
            at += length;
            counted.put(id, (long) at);
        }
        store.uploads().finish(id);
        counted.remove(id);
    }
}
