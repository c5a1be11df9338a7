package org.umbral.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.umbral.phone.store.Tampering;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.envelope.SignedEntry;

/**
 * Kills a process that types into one field at random instants, and looks after each kill at what is on the disk: the
 * last value that was announced as saved or one that was being written, the same in the sealed mail.
 */
public final class FieldKills {
    private static final int MOST_SAVES = 15;
    private static final int MICROS_AFTER_A_SAVE = 40_000;
    private static final int LONGEST_START = 900;
    private static final int PATIENCE = 60_000;

    private final Path folder;
    private final TestPhone phone;
    private final CaseId id;
    private final ItemId person;
    private final Random choice;
    private final Map<Sha256, Entry> mail = new HashMap<>();
    private long tried;
    private long kept;
    private int kills;
    private int whileTyping;
    private int unannounced;
    private long announcements;

    public FieldKills(Path folder, long seed) throws Exception {
        this.folder = folder;
        choice = new Random(seed);
        phone = new TestPhone(folder.resolve("phone"), seed);
        id = phone.consented();
        person = phone.person(id);
        phone.write(id, person, "PER-02", FieldKillChild.WORDS + 0);
        phone.close();
    }

    /** One life and its end; one in eight is ended at any instant since its start, the others at any instant near a save. */
    public void kill() throws Exception {
        Path said = folder.resolve("said");
        Process child = start(said);
        try {
            if (choice.nextInt(8) == 0) {
                child.waitFor(choice.nextInt(LONGEST_START), TimeUnit.MILLISECONDS);
            } else {
                awaitSaves(child, said, choice.nextInt(MOST_SAVES));
                child.waitFor(choice.nextInt(MICROS_AFTER_A_SAVE), TimeUnit.MICROSECONDS);
            }
            assertThat(child.isAlive()).as("the child ended by itself").isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }
        kills++;
        look(said);
    }

    private static void awaitSaves(Process child, Path said, int many) throws Exception {
        for (int waited = 0; saves(said) < many || Files.size(said) == 0; waited++) {
            assertThat(waited).as("the child types").isLessThan(PATIENCE);
            child.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    private static long saves(Path said) throws IOException {
        return Files.readString(said)
                .lines()
                .filter(line -> line.startsWith("saved "))
                .count();
    }

    private Process start(Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        ClassPath.own(),
                        FieldKillChild.class.getName(),
                        phone.home().toString(),
                        id.text(),
                        person.path(),
                        Long.toString(choice.nextLong()),
                        Long.toString(tried))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void look(Path said) throws Exception {
        long saved = last(said, "saved ", kept);
        tried = last(said, "tried ", tried);
        announcements += saves(said);
        phone.startLocked();
        try {
            phone.unlock();
            CaseFile file = phone.intake.read(id);
            String text = file.item(person).orElseThrow().text("PER-02").orElseThrow();
            kept = Long.parseLong(text.substring(FieldKillChild.WORDS.length()));
            assertThat(kept).as("kill " + kills).isBetween(saved, tried);
            assertThat(sealed()).as("sealed, kill " + kills).isEqualTo(file);
            whileTyping += saves(said) == 0 ? 0 : 1;
            unannounced += kept > saved ? 1 : 0;
        } finally {
            phone.close();
        }
        assertThat(Tampering.integrity(phone.home())).isEqualTo("ok");
    }

    /** A line that the kill cut off says nothing. */
    private static long last(Path said, String word, long before) throws IOException {
        String whole = Files.readString(said);
        List<String> lines =
                whole.substring(0, whole.lastIndexOf('\n') + 1).lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .mapToLong(line -> Long.parseLong(line.substring(word.length())))
                .max()
                .orElse(before);
    }

    /** The case as the clinic folds it from the mail that waits. */
    private CaseFile sealed() throws Exception {
        for (Waiting item : phone.core.outbox().waiting()) {
            if (!mail.containsKey(item.name())) {
                byte[] bytes = phone.core.outbox().read(item.name(), 0).readAllBytes();
                mail.put(
                        item.name(),
                        EntryJson.read(
                                SignedEntry.open(bytes, phone.clinic.identity()).json()));
            }
        }
        return CaseFile.fold(id, List.copyOf(mail.values()));
    }

    /** What happened so far, in one line. */
    public String figures() {
        return kills + " kills (" + whileTyping + " of them after a save), " + tried + " values typed, " + announcements
                + " saves announced, " + unannounced + " kills kept a value that was not announced yet, none lost";
    }

    public int whileTyping() {
        return whileTyping;
    }
}
