package org.umbral.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.umbral.clinic.backup.Backups;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;

/** What a process promised by returning from a call, forced to disk line by line before the next call. */
final class Promises implements AutoCloseable {
    private final FileChannel log;

    Promises(Path file) throws IOException {
        log = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Nothing else will ever bring up this case. */
    void begun(CaseId id) throws IOException {
        line("begun", id.text());
    }

    /** Begins a call: what it writes may be kept or not until it returned. */
    void trying(CaseId id, ItemId item, String field, String text) throws IOException {
        line("trying", id.text(), item.path(), field, text);
    }

    void wrote(CaseId id, ItemId item, String field, String text) throws IOException {
        line("wrote", id.text(), item.path(), field, text);
    }

    void consented(CaseId id) throws IOException {
        line("consented", id.text());
    }

    /** A camera left this in the clear. */
    void captured(CaseId id, Sha256 capture) throws IOException {
        line("captured", id.text(), capture.hex());
    }

    /** And this is a page of its case now. */
    void paged(CaseId id, Sha256 capture) throws IOException {
        line("paged", id.text(), capture.hex());
    }

    /** Its worker wants it no more: from here on it may be there or not. */
    void takingBack(CaseId id, Sha256 capture) throws IOException {
        line("taking-back", id.text(), capture.hex());
    }

    /** The vault is gone, and with it what only it could read. */
    void crossed() throws IOException {
        line("crossed");
    }

    void done(CaseId id) throws IOException {
        line("done", id.text());
    }

    /** Staff begin to ask about a case, in words that nobody used before. */
    void asking(CaseId id, String text) throws IOException {
        line("asking", id.text(), text);
    }

    void asked(CaseId id, String text) throws IOException {
        line("asked", id.text(), text);
    }

    /** A backup was finished. */
    void backedUp(Backups.Made made) throws IOException {
        line("backup", String.valueOf(made.place().getFileName()), made.at().toString());
    }

    private void line(String... parts) throws IOException {
        log.write(ByteBuffer.wrap((String.join("\t", parts) + "\n").getBytes(StandardCharsets.UTF_8)));
        log.force(true);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    /** One value that a call returned from. */
    record Place(CaseId id, ItemId item, FieldId field) {}

    /**
     * The log as it was read.
     *
     * @param values what each place may hold: the last value that a call returned from, or one of those that calls which
     *     never returned were writing since
     * @param captures the photos that were taken, of which {@code paged} are pages for sure
     * @param gone cases of a vault that is no more
     * @param asked questions, and whether the call returned
     * @param backups and when each was made
     */
    record Kept(
            Map<Place, List<String>> values,
            Set<CaseId> begun,
            Set<CaseId> consented,
            Map<Sha256, CaseId> captures,
            Set<Sha256> paged,
            Set<CaseId> gone,
            Map<CaseId, Map<String, Boolean>> asked,
            Map<String, Instant> backups) {
        Kept() {
            this(
                    new HashMap<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashMap<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashMap<>(),
                    new HashMap<>());
        }

        static Kept read(Path... logs) throws IOException {
            Kept kept = new Kept();
            for (Path log : logs) {
                for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
                    kept.hear(line.split("\t"));
                }
            }
            return kept;
        }

        private void hear(String... part) {
            switch (part[0]) {
                case "begun" -> begun.add(new CaseId(part[1]));
                case "trying" ->
                    values.computeIfPresent(place(part), (place, before) -> {
                        List<String> both = new ArrayList<>(before);
                        both.add(part[4]);
                        return both;
                    });
                case "wrote" -> values.put(place(part), List.of(part[4]));
                case "consented" -> consented.add(new CaseId(part[1]));
                case "captured" -> captures.put(new Sha256(part[2]), new CaseId(part[1]));
                case "paged" -> paged.add(new Sha256(part[2]));
                case "taking-back" -> captures.remove(new Sha256(part[2]));
                case "crossed" -> gone.addAll(begun);
                case "asking", "asked" ->
                    asked.computeIfAbsent(new CaseId(part[1]), none -> new HashMap<>())
                            .put(part[2], part[0].equals("asked"));
                case "backup" -> backups.put(part[1], Instant.parse(part[2]));
                default -> {}
            }
        }

        private static Place place(String... part) {
            return new Place(new CaseId(part[1]), new ItemId(part[2]), new FieldId(part[3]));
        }
    }
}
