/** Draws PDF files: words in any of our scripts, boxes, lines to write on, photos. Knows nothing of cases. */
@NullMarked
package org.umbral.clinic.paper;

import org.jspecify.annotations.NullMarked;
