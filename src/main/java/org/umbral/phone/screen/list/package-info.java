/** The cases on this phone and what happened to each. */
@NullMarked
package org.umbral.phone.screen.list;

import org.jspecify.annotations.NullMarked;
