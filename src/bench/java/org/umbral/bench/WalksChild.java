package org.umbral.bench;

import java.nio.file.Path;
import java.util.Map;
import org.umbral.phone.screen.Monkey;

/** The process of {@link Walks}: one walk. */
public final class WalksChild {
    private static final int STEPS = 2000;
    private static final int PARTS = 4;
    private static final int UNTIL_KILL = 60;
    private static final int SHOWN = 40;

    private WalksChild() {}

    /** Arguments: the phone's folder, the seed. */
    public static void main(String[] args) {
        int exit = 1;
        try (Monkey monkey = new Monkey(Path.of(args[0]), Long.parseLong(args[1]))) {
            for (int part = 0; part < PARTS; part++) {
                monkey.walk(STEPS / PARTS, UNTIL_KILL);
                System.out.println(monkey.figures());
            }
            System.out.println(often(monkey.seen()));
            exit = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
        }
        System.exit(exit);
    }

    private static String often(Map<String, Integer> seen) {
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .map(Map.Entry::toString)
                .toList()
                .toString();
    }
}
