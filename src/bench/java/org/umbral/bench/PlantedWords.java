package org.umbral.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.umbral.line.Theft;

/** Made-up words in every text field of two workers' cases, marked photos, and a search of all that could be carried off. */
final class PlantedWords {
    private static final int CASES_OF_EACH = 2;
    private static final int PHOTOS = 3;

    boolean run() throws Exception {
        long seed = new SecureRandom().nextLong();
        return Folders.with(folder -> search(folder, seed));
    }

    private static boolean search(Path folder, long seed) throws Exception {
        try (Theft theft = new Theft(folder, seed, CASES_OF_EACH, PHOTOS)) {
            List<Theft.Searched> all = theft.run();
            System.out.printf("seed %d%n%-68s %12s %8s %6s%n", seed, "place searched", "bytes", "planted", "found");
            for (Theft.Searched one : all) {
                System.out.printf(
                        "%-68s %,12d %,8d %,6d%s%n",
                        one.place(),
                        one.bytes(),
                        one.planted(),
                        one.found().size(),
                        one.isRight() ? one.mustFind() ? "  (as it should)" : "" : "  MISSED " + one.found());
            }
            long bytes = all.stream().mapToLong(Theft.Searched::bytes).sum();
            System.out.printf("%d searches of %,d MB in all%n", all.size(), bytes >> 20);
            return all.stream().allMatch(Theft.Searched::isRight);
        }
    }
}
