/** The clinic's keys (design §4): set-up, the ring that a staff login unwraps for one session, and what is never on disk in the clear. */
@NullMarked
package org.umbral.clinic.keys;

import org.jspecify.annotations.NullMarked;
