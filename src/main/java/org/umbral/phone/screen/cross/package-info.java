/** "Prepare to cross": what is said before, and the button that is held. */
@NullMarked
package org.umbral.phone.screen.cross;

import org.jspecify.annotations.NullMarked;
