/**
 * The field catalogue and the readiness rules: dated data, read from JSON that both ends share, and the code that
 * evaluates their conditions over a case (design §7).
 */
@NullMarked
package org.umbral.shared.catalogue;

import org.jspecify.annotations.NullMarked;
