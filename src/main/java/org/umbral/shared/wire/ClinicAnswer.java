package org.umbral.shared.wire;

import org.umbral.shared.Bound;
import org.umbral.shared.envelope.SignedDocument;

/**
 * Who answers.
 *
 * @param clinic signed by the signing key: a {@code Documents.Clinic}
 * @param epoch of the clinic's store now
 */
@Bound
public record ClinicAnswer(SignedDocument clinic, String epoch) {}
