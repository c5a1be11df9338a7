/**
 * The sealed byte formats, which never change: an age v1 file around a signed entry or a photo, and documents and
 * receipts that the clinic signs. Byte layout, limits and checks; it does not know what an entry says.
 */
@NullMarked
package org.umbral.shared.envelope;

import org.jspecify.annotations.NullMarked;
