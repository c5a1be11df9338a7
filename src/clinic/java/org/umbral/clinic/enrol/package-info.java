/** Phones join and are revoked: invitations, devices, and the signed documents that a phone obeys. */
@NullMarked
package org.umbral.clinic.enrol;

import org.jspecify.annotations.NullMarked;
