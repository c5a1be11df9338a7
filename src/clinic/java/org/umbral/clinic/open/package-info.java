/** Opens envelopes in the requests of logged-in staff, checks signatures, quarantines what does not hold. */
@NullMarked
package org.umbral.clinic.open;

import org.jspecify.annotations.NullMarked;
