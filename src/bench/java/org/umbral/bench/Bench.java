package org.umbral.bench;

import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmark that {@code -Dbench=NAME} names; without a name, lists them. */
public final class Bench {
    /** One benchmark: prints its table and says whether every bar was met. */
    @FunctionalInterface
    interface Driver {
        boolean run() throws Exception;
    }

    private record Named(String about, Driver driver) {}

    private static final Map<String, Named> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "sc01-size",
                    new Named(
                            "bytes of scenario SC-01: its envelope, on the wire, and its photos", new Sc01Size()::run)),
            Map.entry(
                    "photo-check",
                    new Named("how often the check of a photo is wrong, both ways", new PhotoCheck()::run)),
            Map.entry(
                    "photo-heap",
                    new Named(
                            "20 photos of 12 megapixels through the screen in 256 MB of heap, and stalls",
                            new PhotoHeap()::run)),
            Map.entry("save", new Named("durable save of a field beside one force of the same disk", new Saves()::run)),
            Map.entry("kills", new Named("an autosaved field and 200 kills at random instants", new Kills()::run)),
            Map.entry(
                    "line-kills",
                    new Named(
                            "1,000 kills of phone, clinic and backup processes: nothing lost, doubled or unreadable",
                            new LineKillsRun()::run)),
            Map.entry(
                    "stall",
                    new Named("stalls of the UI thread while typing, scrolling, adding a photo", new Stalls()::run)),
            Map.entry("walk", new Named("10,000 random steps over the screens, with kills", new Walks()::run)),
            Map.entry(
                    "delivery",
                    new Named("delivery over bad links beside what the link itself needs", new Deliveries()::run)),
            Map.entry(
                    "round-trips",
                    new Named("round trips and bytes of words, of an edit and of nothing", new RoundTrips()::run)),
            Map.entry(
                    "emergency",
                    new Named("an emergency's words behind 40 MB of photos on the worst link", new Emergencies()::run)),
            Map.entry(
                    "hostile-links",
                    new Named("500 links that cut, lie, fall silent and come back, by seeds", new HostileLinks()::run)),
            Map.entry("cross", new Named("empty a locked phone with 200 cases", new Crossing()::run)),
            Map.entry(
                    "copies",
                    new Named("copies of 40 photos of 3 MB and of 200 cases in 96 MB of heap", new LargeCopies()::run)),
            Map.entry(
                    "ingest", new Named("200 cases into the clinic beside a plain PUT and force", new TakingIn()::run)),
            Map.entry("search", new Named("one search while typing over 300 cases", new Searches()::run)),
            Map.entry(
                    "desk",
                    new Named(
                            "queue, case, search and opening of the clinic at 1,000 and 10,000 cases",
                            new DeskSpeed()::run)),
            Map.entry(
                    "planted",
                    new Named("planted words and photos in what a thief could carry off", new PlantedWords()::run)),
            Map.entry(
                    "fuzz",
                    new Named(
                            "Jazzer at envelopes, entries, pictures, uploads; -Dumbral.minutes=2 each",
                            new Fuzzing()::run)),
            Map.entry("mutation", new Named("a million right inputs made wrong", new Mutating()::run)),
            Map.entry(
                    "duplicates",
                    new Named("people who came twice: found, missed, and taken for one, by level", new Twice()::run)),
            Map.entry(
                    "fold-model",
                    new Named("100,000 generated histories of a case against a naive model", new FoldModels()::run)),
            Map.entry(
                    "line-model",
                    new Named("3,000 generated histories of phone and clinic against a model", new LineModels()::run)),
            Map.entry("unlock", new Named("from the opened vault to the list with 300 cases", new Unlocks()::run))));

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String wanted = System.getProperty("bench", "");
        Named chosen = ALL.get(wanted);
        if (chosen == null && !wanted.isEmpty()) {
            throw new IllegalArgumentException("no benchmark has this name: " + wanted);
        }
        if (chosen == null) {
            System.out.println("Benchmarks, run with -Dbench=NAME:");
            ALL.forEach((name, one) -> System.out.println("  " + name + "  " + one.about()));
            return;
        }
        if (!chosen.driver().run()) {
            throw new IllegalStateException("a bar was missed");
        }
    }
}
