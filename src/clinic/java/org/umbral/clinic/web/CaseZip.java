package org.umbral.clinic.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.clinic.paper.Paper;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.OpeningKey;

/**
 * A copy in the making: one ZIP, written as it goes, of which memory holds one photo at a time. A ZIP that was cut off
 * has no end, so that every tool says that it is not whole.
 */
final class CaseZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final WaysOut out;
    private final Visit visit;
    private final CatalogueWords said;
    private final Copy copy;
    private final OpeningKey key;
    private final List<String> leftOut = new ArrayList<>();

    CaseZip(OutputStream to, WaysOut out, Visit visit, CatalogueWords said, Copy copy, SecureRandom random) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.out = out;
        this.visit = visit;
        this.said = said;
        this.copy = copy;
        this.key = OpeningKey.generate(random);
    }

    /** @param folder below which the case stands; empty, or ends with a slash */
    void add(WaysOut.Leaf leaf, String folder) throws IOException, TryAgain {
        Ledger ledger = new Ledgers(leaf, visit.staff(), said, visit.moments()).ledger(copy.purpose());
        entry(folder + "facts.json", new FactsJson(said, copy, visit.visits().now()).of(leaf, ledger));
        begin(folder + "facts.pdf");
        new FactsPaper(
                        said,
                        copy,
                        visit.words()
                                .say(
                                        "out.made",
                                        visit.moments().exact(visit.visits().now())))
                .write(leaf, ledger, zip);
        zip.closeEntry();
        zip.setLevel(Deflater.NO_COMPRESSION);
        photos(leaf, ledger, folder);
        if (copy.withEnvelopes()) {
            envelopes(leaf, ledger, folder);
        }
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        if (ledger.heldBack() > 0) {
            leftOut.add(folder + "photos: " + say("out.left.photos-held", ledger.heldBack()));
        }
    }

    private void photos(WaysOut.Leaf leaf, Ledger ledger, String folder) throws IOException, TryAgain {
        List<Ledger.Picture> drawn = new ArrayList<>();
        for (Ledger.Proof proof : ledger.evidence()) {
            for (Ledger.Picture picture : proof.pictures()) {
                byte[] jpeg = photo(leaf, picture, folder);
                if (jpeg.length > 0) {
                    entry(folder + "photos/" + picture.name() + ".jpg", jpeg);
                    drawn.add(picture);
                    Arrays.fill(jpeg, (byte) 0);
                }
            }
        }
        if (!drawn.isEmpty()) {
            begin(folder + "photos.pdf");
            String title = say("out.photos.title", leaf.page().code());
            try (Paper paper =
                    new Paper(zip, title, said.words().language(), leaf.page().code() + " · " + say("out.as-told"))) {
                paper.title(title);
                paper.text(say("out.photos.note"));
                for (Ledger.Picture picture : drawn) {
                    byte[] jpeg = photo(leaf, picture, folder);
                    String caption = picture.name() + " · " + say("evidence.photo", picture.title(), picture.page());
                    if (jpeg.length == 0 || !paper.photo(jpeg, caption, picture.turn())) {
                        paper.nextPage();
                        paper.text(caption + " · " + say("out.photos.not-drawn"));
                    }
                }
            }
            zip.closeEntry();
        }
    }

    /** Empty, and named among what was left out, where it is not here or not whole. */
    private byte[] photo(WaysOut.Leaf leaf, Ledger.Picture picture, String folder) throws TryAgain {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            out.photo(visit.staff(), leaf, picture.envelope(), jpeg);
        } catch (AskThePerson | GiveUp e) {
            leftOut(folder + "photos/" + picture.name() + ".jpg", e);
            return new byte[0];
        }
        return jpeg.toByteArray();
    }

    private void envelopes(WaysOut.Leaf leaf, Ledger ledger, String folder) throws IOException, TryAgain {
        Stream<Sha256> photos = ledger.evidence().stream()
                .flatMap(proof -> proof.pictures().stream())
                .filter(Ledger.Picture::here)
                .map(Ledger.Picture::envelope);
        for (Sha256 name :
                Stream.concat(leaf.entries().stream(), photos).distinct().toList()) {
            Late late = new Late(folder + "envelopes/" + name.hex() + ".age");
            try {
                out.envelope(visit.staff(), name, key.sealingKey(), late);
                late.finish();
            } catch (GiveUp e) {
                leftOut(late.name, e);
            }
        }
        if (leaf.heldBack() > 0) {
            leftOut.add(folder + "envelopes: " + say("out.left.envelopes-held", leaf.heldBack()));
        }
    }

    void leftOut(String what, Failure why) {
        String line = what + ": " + said.words().sayOr("failure." + why.reason(), "failure.our-fault");
        if (!leftOut.contains(line)) {
            leftOut.add(line);
        }
    }

    /** How to open it, what was left out, and the key: the end of the copy. */
    void finish(String title) throws IOException {
        String how = said.words().say(copy.withEnvelopes() ? "out.readme.envelopes" : "out.readme.no-envelopes");
        String all = String.join(
                "\n\n",
                title,
                say("out.purpose." + copy.purpose().name()) + " "
                        + say("out.made", visit.moments().exact(visit.visits().now())) + ". " + say("out.as-told"),
                say("out.readme.files"),
                how,
                say("out.readme.json"),
                say("out.readme.care"));
        entry("README.txt", (all + "\n").getBytes(StandardCharsets.UTF_8));
        if (!leftOut.isEmpty()) {
            String lines = say("out.left.title") + "\n\n" + String.join("\n", leftOut) + "\n";
            entry("left-out.txt", lines.getBytes(StandardCharsets.UTF_8));
        }
        if (copy.withEnvelopes()) {
            entry("key.age", keyFile());
        }
        zip.finish();
    }

    /** What {@code age -d -i} takes: the identity, sealed to the passphrase. */
    private byte[] keyFile() {
        char[] secret = key.encoded();
        StringBuilder lines = new StringBuilder("# public key: ")
                .append(key.sealingKey().text())
                .append('\n')
                .append(secret)
                .append('\n');
        Arrays.fill(secret, '\0');
        byte[] plain = lines.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = Age.sealToPassphrase(plain, copy.passphrase().getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(plain, (byte) 0);
        return sealed;
    }

    private String say(String key, Object... with) {
        return said.words().say(key, with);
    }

    private void entry(String name, byte[] bytes) throws IOException {
        begin(name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(visit.visits().now().toEpochMilli());
        zip.putNextEntry(entry);
    }

    /** Leaves the stream open: it is the answer's. */
    @Override
    public void close() {
        key.close();
    }

    /** Begins its entry with the first byte, so that one that cannot be opened leaves no empty file. */
    private final class Late extends OutputStream {
        private final String name;
        private boolean begun;

        private Late(String name) {
            this.name = name;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!begun) {
                begin(name);
                begun = true;
            }
            zip.write(bytes, offset, length);
        }

        private void finish() throws IOException {
            if (begun) {
                zip.closeEntry();
            }
        }
    }
}
