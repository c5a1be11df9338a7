package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.TestPhone;

/** Looks at every live object of the process once the phone is locked. */
@Tag("alone")
class LockedMemoryTest {
    @TempDir
    Path home;

    @Test
    void nothingReachableHoldsWordsAfterALock() throws Exception {
        try (TestPhone phone = new TestPhone(home.resolve("phone"), 71)) {
            CaseId id = capture(phone);
            Path open = dump("open.hprof");
            assertThat(holdsPlanted(open))
                    .as("an open intake remembers what it saved and how to undo")
                    .isTrue();

            phone.intake.leave(id);
            capture(phone);
            phone.intake.close();
            phone.core.vaults().lock();

            assertThat(holdsPlanted(dump("locked.hprof"))).isFalse();
        }
    }

    private static CaseId capture(TestPhone phone) throws Exception {
        CaseId id = phone.consented();
        phone.write(id, phone.person(id), "PER-02", planted() + " one");
        phone.write(id, phone.person(id), "PER-02", planted() + " two");
        ItemId sponsor = phone.intake.newItem(id, "sponsor", ItemId.CASE);
        phone.write(id, sponsor, "SPO-03", planted());
        phone.intake.cases();
        return id;
    }

    /** Made when it is needed, so that the test itself holds no such words. */
    private static String planted() {
        return new StringBuilder("abeurP al ed oicitciF").reverse().toString();
    }

    private Path dump(String name) throws Exception {
        Path file = home.resolve(name);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return file;
    }

    private static boolean holdsPlanted(Path dump) throws Exception {
        byte[] latin = planted().getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = planted().getBytes(StandardCharsets.UTF_16BE);
        byte[] wideLittle = planted().getBytes(StandardCharsets.UTF_16LE);
        byte[] window = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = Files.newInputStream(dump)) {
            for (int n = in.readNBytes(window, 0, window.length);
                    n > 0;
                    n = in.readNBytes(window, kept, window.length - kept)) {
                String text = new String(window, 0, kept + n, StandardCharsets.ISO_8859_1);
                for (byte[] needle : new byte[][] {latin, wide, wideLittle}) {
                    if (text.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
                        return true;
                    }
                }
                int end = kept + n;
                kept = Math.min(end, wide.length);
                System.arraycopy(Arrays.copyOfRange(window, end - kept, end), 0, window, 0, kept);
            }
        }
        return false;
    }
}
