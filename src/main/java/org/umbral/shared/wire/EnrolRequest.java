package org.umbral.shared.wire;

import org.umbral.shared.Bound;

/**
 * A phone joins with the one-time code of its invitation.
 *
 * @param code as the invitation carries it
 * @param verifyingKey the phone's Ed25519 key that entries are signed with, base64url
 * @param sealingKey the phone's age recipient that mail is sealed to
 * @param app version of the app
 */
@Bound
public record EnrolRequest(String code, String verifyingKey, String sealingKey, String app) {}
