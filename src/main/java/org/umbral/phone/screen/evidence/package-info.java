/** One piece of evidence: what it shows and its pages; the wall of all. */
@NullMarked
package org.umbral.phone.screen.evidence;

import org.jspecify.annotations.NullMarked;
