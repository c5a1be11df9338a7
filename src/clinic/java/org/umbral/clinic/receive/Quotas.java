package org.umbral.clinic.receive;

/**
 * How much one phone may bring and ask, so that a stolen token does not fill the disk or take the clinic's time. Words
 * have an eighth more than photos, so that photos never use up what words need.
 *
 * @param bytesPerDay that arrived, whole or not, by the server's UTC day; what begun uploads still lack counts as arrived
 * @param halfUploads that one phone may have begun
 * @param parts that one upload may lie in: after so many cuts it begins anew
 */
public record Quotas(long bytesPerDay, int halfUploads, int parts, Pace pace) {
    public static final Quotas DEFAULT = new Quotas(1L << 30, 256, 4096, new Pace(64, 4000, 100));

    /**
     * Far above what a phone does on a good link, so that no phone meets it that only delivers.
     *
     * @param atOnce requests of one phone that are answered at the same time: it sends 24 entries together, and those of a
     *     dead connection may hang for half a minute
     * @param inARow requests without a pause
     * @param perSecond requests for ever
     */
    public record Pace(int atOnce, int inARow, int perSecond) {}

    long bytesOfWords() {
        return bytesPerDay + bytesPerDay / 8;
    }
}
