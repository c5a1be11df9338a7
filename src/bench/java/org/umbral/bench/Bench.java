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
                    "stall",
                    new Named("stalls of the UI thread while typing, scrolling, adding a photo", new Stalls()::run)),
            Map.entry("walk", new Named("10,000 random steps over the screens, with kills", new Walks()::run)),
            Map.entry(
                    "delivery",
                    new Named("delivery over bad links beside what the link itself needs", new Deliveries()::run)),
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
                    "duplicates",
                    new Named("people who came twice: found, missed, and taken for one, by level", new Twice()::run)),
            Map.entry("unlock", new Named("from the opened vault to the list with 300 cases", new Unlocks()::run))));

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Named chosen = ALL.get(System.getProperty("bench", ""));
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
