/** How fast the clinic takes in sealed bytes, beside a server that does nothing but write and force them. */
@NullMarked
package org.umbral.ingest;

import org.jspecify.annotations.NullMarked;
