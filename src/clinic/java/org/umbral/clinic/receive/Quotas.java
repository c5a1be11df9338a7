package org.umbral.clinic.receive;

/**
 * How much one phone may bring, so that a stolen token does not fill the disk. Words have an eighth more than photos, so
 * that photos never use up what words need.
 *
 * @param bytesPerDay of whole envelopes, by the server's UTC day
 * @param halfUploads that one phone may have begun
 */
public record Quotas(long bytesPerDay, int halfUploads) {
    public static final Quotas DEFAULT = new Quotas(1L << 30, 256);

    long bytesOfWords() {
        return bytesPerDay + bytesPerDay / 8;
    }
}
