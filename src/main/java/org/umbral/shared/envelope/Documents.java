package org.umbral.shared.envelope;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * The payloads of the documents that the clinic signs, one record a {@link DocumentKind}. Times are ISO 8601 in UTC;
 * keys are written as their types write them.
 */
public final class Documents {
    private Documents() {}

    /** {@link DocumentKind#CLINIC}. */
    @Bound
    public record Clinic(
            int format,
            String clinic,
            String name,
            int api,
            String emergencyTelephone,
            int maxEnvelopeBytes,
            int maxEvidenceBytes) {}

    /** {@link DocumentKind#OPENED}: staff opened the case; {@code entries} are the ids that they then saw. */
    @Bound
    public record Opened(int format, String caseId, String at, List<String> entries) {}

    /**
     * {@link DocumentKind#QUESTION}.
     *
     * @param item path of the item that it is about, null for none
     * @param field catalogue id of the field that it is about, null for none
     */
    @Bound
    public record Question(
            int format,
            String question,
            String caseId,
            String text,
            String askedBy,
            String at,
            @Nullable String item,
            @Nullable String field) {}

    /** {@link DocumentKind#SETTLEMENT}: an entry's JSON as staff signed it, and the signature over its bytes. */
    @Bound
    public record Settlement(int format, String caseId, String entryJson, String device, String signature) {}

    /** {@link DocumentKind#BACKUP_MARK}: a backup holds every envelope of the epoch up to the position. */
    @Bound
    public record BackupMark(int format, String epoch, long position, String at) {}

    /** {@link DocumentKind#POLICY}: hours and days that a phone keeps copies (design §4, forgetting). */
    @Bound
    public record Policy(int format, int readableHours, int pinnedDays, int sealedDays) {
        public static final Policy DEFAULT = new Policy(1, 72, 7, 30);
    }

    /** {@link DocumentKind#CATALOGUE}: the catalogue's own JSON text. */
    @Bound
    public record CatalogueText(int format, String version, String json) {}

    /** {@link DocumentKind#TABLE}. */
    @Bound
    public record Table(int format, String name, String version, String source, List<List<String>> rows) {}

    /** {@link DocumentKind#IDENTITY}: seal to this age recipient from now on. */
    @Bound
    public record Identity(int format, int number, String sealingKey) {}

    /** {@link DocumentKind#SIGNING_KEY} and {@link DocumentKind#RECEIPT_KEY}: an Ed25519 key, base64url. */
    @Bound
    public record Key(int format, int number, String verifyingKey) {}

    /** {@link DocumentKind#TLS_KEYS}: SHA-256 prints (base64url, 16 bytes) of accepted public keys, or a host name. */
    @Bound
    public record TlsKeys(
            int format, List<String> prints, @Nullable String hostName) {}

    /** {@link DocumentKind#ERASE}. */
    @Bound
    public record Erase(int format, String caseId) {}

    /** {@link DocumentKind#MAY_KNOW}: said, or taken back. */
    @Bound
    public record MayKnow(int format, String caseId, boolean mayKnow) {}
}
