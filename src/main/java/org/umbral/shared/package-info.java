/** What both ends name: hashes, failures, and the one way that JSON is read and written. No I/O, clock, SQL or HTTP. */
@NullMarked
package org.umbral.shared;

import org.jspecify.annotations.NullMarked;
