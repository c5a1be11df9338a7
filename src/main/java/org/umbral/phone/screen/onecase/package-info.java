/** One case: what is in it and where it is on its way. */
@NullMarked
package org.umbral.phone.screen.onecase;

import org.jspecify.annotations.NullMarked;
