/** Our own fakes, fixtures and seeded generators, held to the same contracts as the real things. */
@NullMarked
package org.umbral.testing;

import org.jspecify.annotations.NullMarked;
