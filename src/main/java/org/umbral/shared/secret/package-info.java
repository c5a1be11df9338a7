/**
 * Keys and passphrases as types of their own: made from a given randomness, closed after use, never printed. The one
 * place where AES-GCM, Argon2id, Ed25519 and X25519 key material is handled; both ends use it.
 */
@NullMarked
package org.umbral.shared.secret;

import org.jspecify.annotations.NullMarked;
