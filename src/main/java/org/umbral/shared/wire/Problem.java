package org.umbral.shared.wire;

import org.umbral.shared.Bound;

/**
 * An error as RFC 9457 has it.
 *
 * @param type {@code urn:umbral:<reason>}
 * @param title for a person who reads the wire, in English; holds no data of people
 */
@Bound
public record Problem(String type, String title, int status) {
    private static final String URN = "urn:umbral:";

    /** Reasons that a phone acts on. */
    public static final String UNKNOWN_TOKEN = "unknown-token";

    public static final String REVOKED = "revoked";
    public static final String CODE_USED_UP = "code-used-up";
    public static final String HASH_DIFFERS = "hash-differs";
    public static final String TOO_LARGE = "too-large";
    public static final String DISK_FULL = "disk-full";
    public static final String OFFSET_DIFFERS = "offset-differs";
    public static final String TOO_MUCH = "too-much";
    public static final String BAD_REQUEST = "bad-request";
    public static final String NOT_FOUND = "not-found";

    public static Problem of(String reason, String title, int status) {
        return new Problem(URN + reason, title, status);
    }

    public String reason() {
        return type.startsWith(URN) ? type.substring(URN.length()) : "";
    }
}
