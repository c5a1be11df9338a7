/** Joining a clinic by its invitation. */
@NullMarked
package org.umbral.phone.screen.join;

import org.jspecify.annotations.NullMarked;
