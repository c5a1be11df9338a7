package org.umbral.shared.wire;

import org.umbral.shared.Bound;
import org.umbral.shared.envelope.SignedDocument;

/**
 * Who answers.
 *
 * @param clinic signed by the signing key: a {@code Documents.Clinic}
 * @param epoch of the clinic's store now
 * @param position the last that it gave; one below a receipt of the same epoch means that an older copy was restored
 *     without a new epoch (rule R8)
 */
@Bound
public record ClinicAnswer(SignedDocument clinic, String epoch, long position) {}
