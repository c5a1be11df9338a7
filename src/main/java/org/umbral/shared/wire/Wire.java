package org.umbral.shared.wire;

import java.time.Duration;

/** Paths, headers and limits, version 1. Sealed bytes travel as they are; control messages are small JSON. */
public final class Wire {
    public static final int API_VERSION = 1;

    /** {@code GET}: a {@link ClinicAnswer}; anything else that answers is not the clinic. */
    public static final String CLINIC = "/v1/clinic";
    /** {@code POST} {@link EnrolRequest} → {@link EnrolAnswer}. */
    public static final String DEVICES = "/v1/devices";
    /** {@code PUT /v1/envelopes/<sha256>} → 201 or 200 with a signed receipt. */
    public static final String ENVELOPES = "/v1/envelopes/";
    /** {@code POST} {@link HaveRequest} → {@link HaveAnswer}. */
    public static final String HAVE = "/v1/have";
    /** {@code GET ?after=<cursor>} → {@link MailPage}. */
    public static final String MAIL = "/v1/mail";
    /** What tus can do here; the shortest that may be asked. */
    public static final String EVIDENCE_OPTIONS = "/v1/evidence";
    /** tus 1.0: {@code POST}, {@code HEAD}, {@code PATCH /v1/evidence/<sha256>}. */
    public static final String EVIDENCE = "/v1/evidence/";

    /** {@code Bearer <upload token>}. */
    public static final String AUTHORIZATION = "Authorization";
    /** {@code emergency} on an envelope of an emergency case; the one mark that travels in the clear. */
    public static final String LANE = "Umbral-Lane";

    public static final String LANE_EMERGENCY = "emergency";
    /** A {@code SignedDocument} of kind receipt as base64url JSON: on the answer to the last byte by tus. */
    public static final String RECEIPT = "Umbral-Receipt";
    /** The clinic's present epoch, on every answer. */
    public static final String EPOCH = "Umbral-Epoch";

    /**
     * The last position that the clinic gave, or 0 where {@link #NEWEST} does not hold, on each mail page; one below a
     * receipt of the same epoch means that an older copy was restored without a new epoch (rule R8).
     */
    public static final String POSITION = "Umbral-Position";

    /**
     * On a phone's {@code GET} of its mail: the receipt of the present epoch with the highest position, as {@code <position>
     * <sha256>}. Where the clinic did not give that position to that envelope it answers {@link #POSITION} 0 (rule R8).
     */
    public static final String NEWEST = "Umbral-Newest";

    /**
     * On a phone's {@code GET} of its mail: what it has not delivered, as {@code <cases> <photos>}. Numbers only; what staff
     * see of a phone that does not come back (SC-09).
     */
    public static final String UNDELIVERED = "Umbral-Undelivered";

    public static final String TUS_RESUMABLE = "Tus-Resumable";
    public static final String TUS_VERSION = "1.0.0";
    public static final String UPLOAD_OFFSET = "Upload-Offset";
    public static final String UPLOAD_LENGTH = "Upload-Length";
    public static final String OFFSET_OCTETS = "application/offset+octet-stream";
    public static final String SEALED = "application/age";
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";

    /** The most hashes in one {@link HaveRequest}. */
    public static final int MAX_HAVE = 1000;
    /** The most mail in one {@link MailPage}. */
    public static final int MAX_MAIL = 100;
    /** The most bytes of a control message. */
    public static final int MAX_CONTROL_BYTES = 256 * 1024;
    /** How long a half upload is kept. */
    public static final Duration HALF_UPLOAD_KEPT = Duration.ofDays(30);

    private Wire() {}
}
