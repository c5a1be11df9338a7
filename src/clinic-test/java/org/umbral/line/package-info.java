/** The whole line: the real phone core and courier against the real server over TLS on loopback, nothing faked. */
@NullMarked
package org.umbral.line;

import org.jspecify.annotations.NullMarked;
