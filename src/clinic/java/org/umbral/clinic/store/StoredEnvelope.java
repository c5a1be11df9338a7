package org.umbral.clinic.store;

import java.time.Instant;
import org.umbral.shared.Sha256;

/**
 * A whole envelope that the clinic holds.
 *
 * @param device that delivered it; empty says nothing about who sealed it
 * @param emergency as its sender marked it
 * @param position grows in the order in which envelopes appear
 * @param inParts whether it came by tus and lies in parts
 */
public record StoredEnvelope(
        Sha256 sha256,
        long size,
        String device,
        boolean emergency,
        long position,
        Instant receivedAt,
        boolean inParts) {}
