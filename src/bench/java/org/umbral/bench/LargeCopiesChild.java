package org.umbral.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Write;
import org.umbral.testing.CopyDesk;
import org.umbral.testing.SealedCase;

/** The small process of {@link LargeCopies}: a clinic, a browser that throws away what it reads, and a look at the heap. */
public final class LargeCopiesChild {
    private static final int LARGE = 3 << 20;
    private static final int SMALL = 300 << 10;
    private static final int PHOTOS_OF_EACH = 3;
    /** What a copy four times as large may hold more than the small one. */
    private static final long MOST_GROWTH = 12;

    private final Path folder;
    private final Random choice = new Random(20261122);
    private boolean met = true;

    private LargeCopiesChild(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        LargeCopiesChild child = new LargeCopiesChild(Path.of(args[0]));
        child.grow("photos of 3 MB in one case", 10, 40, LARGE, true);
        child.grow("cases with 3 photos of 300 KB each", 50, 200, SMALL, false);
        System.exit(child.met ? 0 : 1);
    }

    private void grow(String what, int few, int many, int bytes, boolean one) throws Exception {
        long before = copy(what, few, bytes, one);
        long after = copy(what, many, bytes, one);
        met &= after - before <= MOST_GROWTH;
        System.out.printf(
                "  held at most %d MiB more of at most %d MiB%s%n",
                after - before, MOST_GROWTH, after - before <= MOST_GROWTH ? "" : " MISSED");
    }

    /** @return MiB that were held at most while the copy was read */
    private long copy(String what, int count, int bytes, boolean one) throws Exception {
        Path clinic = folder.resolve(what.replace(' ', '-') + count);
        try (CopyDesk desk = new CopyDesk(clinic)) {
            byte[] jpeg = picture(bytes);
            String path = one ? CopyDesk.pathOf(made(desk, jpeg, count).id) : "/export";
            for (int i = 0; i < count && !one; i++) {
                made(desk, jpeg, PHOTOS_OF_EACH);
            }
            Map<String, String> form =
                    desk.form(path, one ? Map.of("purpose", "CLINIC_FILE") : Map.of("count", Integer.toString(count)));
            System.gc();
            long start = used();
            Held held = new Held();
            long begun = System.nanoTime();
            long[] read = read(desk, path, form);
            double seconds = (System.nanoTime() - begun) / 1e9;
            long peak = held.end();
            System.out.printf(
                    "%d %s: %,d MiB in %d files, %.1f s; heap held before %d MiB, at most %d MiB; limit %d MiB%n",
                    count,
                    what,
                    read[0] >> 20,
                    read[1],
                    seconds,
                    start >> 20,
                    peak >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
            return (peak - start) >> 20;
        } finally {
            Folders.delete(clinic);
        }
    }

    private static SealedCase made(CopyDesk desk, byte[] jpeg, int photos) throws Failure {
        SealedCase sample = desk.consented(desk.phone, "GIVEN");
        List<Write> pages = new ArrayList<>();
        for (int i = 0; i < photos; i++) {
            SealedCase.SealedPhoto photo = sample.photo(jpeg);
            pages.add(SealedCase.page(sample.evidence.child(desk.clinic.random), photo));
            desk.clinic.deliver(desk.phone, photo.envelope());
        }
        desk.clinic.deliver(desk.phone, sample.sitting(pages.toArray(Write[]::new)));
        return sample;
    }

    /** Bytes and files of a copy. */
    private static long[] read(CopyDesk desk, String path, Map<String, String> form) throws IOException {
        HttpURLConnection page =
                (HttpURLConnection) URI.create(desk.address + path).toURL().openConnection();
        page.setRequestProperty("Cookie", "umbral-session=" + desk.cookie);
        page.setDoOutput(true);
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        page.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
        long[] read = new long[2];
        byte[] piece = new byte[1 << 16];
        try (InputStream in = page.getInputStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read[1]++;
                for (int n = zip.read(piece); n >= 0; n = zip.read(piece)) {
                    read[0] += n;
                }
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
        return read;
    }

    /** Noise: a picture that no format makes much smaller than it is. */
    private byte[] picture(int bytes) throws IOException {
        int side = (int) Math.sqrt(bytes * 1.6);
        BufferedImage drawn = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                drawn.setRGB(x, y, choice.nextInt());
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpeg", jpeg);
        System.out.printf("  each photo has %,d KB%n", jpeg.size() >> 10);
        return jpeg.toByteArray();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Collects every quarter of a second and notes what is left: what is held, without what only waits to be collected. */
    private static final class Held {
        private static final long EVERY = 250;
        private final Thread looker = new Thread(this::look);
        private volatile boolean ends;
        private long peak;

        Held() {
            looker.start();
        }

        private void look() {
            while (!ends) {
                System.gc();
                peak = Math.max(peak, used());
                try {
                    Thread.sleep(EVERY);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        long end() throws InterruptedException {
            ends = true;
            looker.join();
            return peak;
        }
    }
}
