/**
 * What a phone is to us: its camera, where its files stand, its coming and going, and photos made ready to be sealed.
 * Interfaces of our own, an adapter of Gluon Attach and a desktop stand-in for each; nothing of Attach is seen outside.
 */
@NullMarked
package org.umbral.phone.device;

import org.jspecify.annotations.NullMarked;
