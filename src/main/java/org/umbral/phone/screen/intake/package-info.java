/** The intake as short steps, rendered from the catalogue; every change is written at once. */
@NullMarked
package org.umbral.phone.screen.intake;

import org.jspecify.annotations.NullMarked;
