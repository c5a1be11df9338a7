package org.umbral.clinic.receive;

/**
 * How much one phone may bring, so that a stolen token does not fill the disk. Words have an eighth more than photos, so
 * that photos never use up what words need.
 *
 * @param bytesPerDay that arrived, whole or not, by the server's UTC day; what begun uploads still lack counts as arrived
 * @param halfUploads that one phone may have begun
 * @param parts that one upload may lie in: after so many cuts it begins anew
 */
public record Quotas(long bytesPerDay, int halfUploads, int parts) {
    public static final Quotas DEFAULT = new Quotas(1L << 30, 256, 4096);

    long bytesOfWords() {
        return bytesPerDay + bytesPerDay / 8;
    }
}
