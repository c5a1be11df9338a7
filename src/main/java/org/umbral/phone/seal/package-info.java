/** Seals entries and photos (design §4): signed by this phone, readable by the clinic alone. Touches no disk. */
@NullMarked
package org.umbral.phone.seal;

import org.jspecify.annotations.NullMarked;
