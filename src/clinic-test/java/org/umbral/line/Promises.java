package org.umbral.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;

/** What a phone promised by returning from a call, forced to disk line by line before the next call. */
final class Promises implements AutoCloseable {
    private final FileChannel log;

    Promises(Path file) throws IOException {
        log = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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

    void crossed() throws IOException {
        line("crossed");
    }

    void done(CaseId id) throws IOException {
        line("done", id.text());
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

    /** What a place holds: the last value that a call returned from, or what a call that never returned was writing. */
    record Text(String promised, String tried) {}

    /** The log as it was read. */
    record Kept(Map<Place, Text> values, Set<CaseId> consented, Map<Sha256, CaseId> captures, boolean crossed) {
        static Kept read(Path log) throws IOException {
            Map<Place, Text> values = new HashMap<>();
            Set<CaseId> consented = new HashSet<>();
            Map<Sha256, CaseId> captures = new HashMap<>();
            boolean crossed = false;
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            for (String line : lines) {
                String[] part = line.split("\t");
                switch (part[0]) {
                    case "trying" ->
                        values.computeIfPresent(place(part), (place, before) -> new Text(before.promised(), part[4]));
                    case "wrote" -> values.put(place(part), new Text(part[4], part[4]));
                    case "consented" -> consented.add(new CaseId(part[1]));
                    case "captured" -> captures.put(new Sha256(part[2]), new CaseId(part[1]));
                    default -> crossed |= part[0].equals("crossed");
                }
            }
            return new Kept(values, consented, captures, crossed);
        }

        private static Place place(String... part) {
            return new Place(new CaseId(part[1]), new ItemId(part[2]), new FieldId(part[3]));
        }
    }
}
