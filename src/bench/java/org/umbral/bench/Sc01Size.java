package org.umbral.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.umbral.line.LineFixture;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.phone.Delivery.Line;
import org.umbral.phone.sync.LinkState;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/**
 * SC-01 captured in one sitting through the real core and delivered to the real clinic. Bytes on the wire are what a proxy
 * counts from phone to clinic over an open TLS connection: TLS records and HTTP/2 frames and headers counted, the handshake
 * not.
 */
final class Sc01Size {
    private static final long MOST_ON_THE_WIRE = 2500;
    private static final double MOST_GROWTH = 0.01;

    private boolean all = true;
    private long carriage;

    boolean run() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (LineFixture line = LineFixture.joined(folder)) {
            await().atMost(LineFixture.PATIENCE)
                    .until(() -> line.phone.courier().progress().state() == LinkState.IDLE);
            System.out.println("what                                               bytes      bar  met");
            words(line);
            photos(line);
        } finally {
            Folders.delete(folder);
        }
        return all;
    }

    private void words(LineFixture line) throws Failure {
        line.proxy.countAnew();
        CaseId id = line.words();
        Delivery delivery = line.awaitState(id, Delivery.State.DELIVERED);
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.courier().progress().state() == LinkState.IDLE);
        List<Line> envelopes = delivery.items();
        row("SC-01 typed alone, envelopes of one sitting", envelopes.size(), "1", envelopes.size() == 1);
        row("its envelope", envelopes.get(0).size(), "", true);
        long up = line.proxy.up();
        carriage = up - envelopes.get(0).size();
        row("typed alone, on the wire to the clinic", up, "2500", up <= MOST_ON_THE_WIRE);
        row("of which TLS, HTTP/2 and the mail's fetch", carriage, "", true);
        row("typed alone, on the wire from the clinic", line.proxy.down(), "", true);
    }

    private void photos(LineFixture line) throws Failure, IOException {
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        long plain = 0;
        for (ItemId page : captured.pages()) {
            try (var photo = line.phone.intake().photo(captured.id(), page).orElseThrow()) {
                plain += photo.readAllBytes().length;
            }
        }
        List<Line> items =
                line.awaitState(captured.id(), Delivery.State.DELIVERED).items();
        List<Line> words = items.stream().filter(item -> !item.photo()).toList();
        long entry = words.stream().mapToLong(Line::size).sum();
        row("SC-01 with three photos, entry envelopes", words.size(), "1", words.size() == 1);
        row("its envelope, which names the photos", entry, "", true);
        row("that and the same carriage, on the wire", entry + carriage, "2500", entry + carriage <= MOST_ON_THE_WIRE);
        long sealed = items.stream().filter(Line::photo).mapToLong(Line::size).sum();
        double growth = (double) sealed / plain - 1;
        row("three photos as JPEG", plain, "", true);
        row("three photos sealed", sealed, "", true);
        System.out.printf(
                "%-46s %9.3f%% %8s  %s%n", "growth by sealing", growth * 100, "1%", met(growth <= MOST_GROWTH));
    }

    private void row(String what, long bytes, String bar, boolean isMet) {
        System.out.printf("%-46s %10d %8s  %s%n", what, bytes, bar, bar.isEmpty() ? "" : met(isMet));
    }

    private String met(boolean isMet) {
        all &= isMet;
        return isMet ? "yes" : "NO";
    }
}
