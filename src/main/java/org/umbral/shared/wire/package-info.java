/**
 * The HTTP contract between phone and clinic (design §5): paths, headers, limits, records, and the text of the QR. Both
 * ends take every name from here.
 */
@NullMarked
package org.umbral.shared.wire;

import org.jspecify.annotations.NullMarked;
