/** The phone: {@code PhoneApp} wires objects, threads, clock and randomness; {@code Intake} is the screens' one door. */
@NullMarked
package org.umbral.phone;

import org.jspecify.annotations.NullMarked;
