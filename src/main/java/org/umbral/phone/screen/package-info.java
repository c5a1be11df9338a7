/** The phone's screens. {@code PhoneScreens} is the door; what it needs of the phone stands in {@code PhoneServices}. */
@NullMarked
package org.umbral.phone.screen;

import org.jspecify.annotations.NullMarked;
