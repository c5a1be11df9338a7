/** Who saw and did what: append-only. */
@NullMarked
package org.umbral.clinic.audit;

import org.jspecify.annotations.NullMarked;
