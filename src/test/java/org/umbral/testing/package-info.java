/** Stand-ins and contracts that the tests of several packages share. */
@NullMarked
package org.umbral.testing;

import org.jspecify.annotations.NullMarked;
