/**
 * From what was typed, or a photo, to an entry (design §3): the draft, what it has seen, and consent as the first door.
 * Values and rules; touches no disk.
 */
@NullMarked
package org.umbral.phone.capture;

import org.jspecify.annotations.NullMarked;
