/** Files on a phone: each is there whole or not at all, and what returned survives a power cut. */
@NullMarked
package org.umbral.phone.disk;

import org.jspecify.annotations.NullMarked;
