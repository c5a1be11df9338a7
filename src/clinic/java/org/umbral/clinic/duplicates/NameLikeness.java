package org.umbral.clinic.duplicates;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two names are, from 0 to 1 ({@code nameSim}). Thread-safe. */
final class NameLikeness {
    /** A single name says less than two. */
    static final double MOST_OF_A_SINGLE = 0.90;

    private static final JaroWinklerSimilarity WORDS = new JaroWinklerSimilarity();

    private NameLikeness() {}

    /** Of the two that are most alike. */
    static double best(List<Folded> some, List<Folded> others) {
        double best = 0;
        for (Folded one : some) {
            for (Folded other : others) {
                best = Math.max(best, of(one, other));
            }
        }
        return best;
    }

    static double of(Folded one, Folded other) {
        double best = asWritten(one, other);
        if (one.words().size() > other.words().size()) {
            for (Folded joined : one.joined()) {
                best = Math.max(best, asWritten(joined, other));
            }
        } else if (other.words().size() > one.words().size()) {
            for (Folded joined : other.joined()) {
                best = Math.max(best, asWritten(one, joined));
            }
        }
        return best;
    }

    /** The best one-to-one order of the words of the shorter name in the longer, on the mean. */
    private static double asWritten(Folded one, Folded other) {
        List<String> few = one.words().size() <= other.words().size() ? one.words() : other.words();
        List<String> many = few == one.words() ? other.words() : one.words();
        if (few.isEmpty()) {
            return 0;
        }
        double mean = placed(few, many) / few.size();
        return few.size() == 1 && many.size() > 1 ? Math.min(MOST_OF_A_SINGLE, mean) : mean;
    }

    /** The most that the words of the one can be like words of the other, each taken once. */
    private static double placed(List<String> few, List<String> many) {
        double[][] like = new double[few.size()][many.size()];
        for (int i = 0; i < few.size(); i++) {
            for (int j = 0; j < many.size(); j++) {
                like[i][j] = ofWords(few.get(i), many.get(j));
            }
        }
        double[] best = new double[1 << many.size()];
        double most = 0;
        for (int taken = 0; taken < best.length; taken++) {
            int next = Integer.bitCount(taken);
            if (next > few.size()) {
                continue;
            }
            if (next == few.size()) {
                most = Math.max(most, best[taken]);
                continue;
            }
            for (int i = 0; i < many.size(); i++) {
                int with = taken | 1 << i;
                if (with != taken) {
                    double here = best[taken] + like[next][i];
                    best[with] = Math.max(best[with], here);
                }
            }
        }
        return most;
    }

    static double ofWords(String one, String other) {
        return one.equals(other) ? 1 : WORDS.apply(one, other);
    }
}
