/** What design §3 says of a case, written down a second time and naively, to hold the fold and the whole line against. */
@NullMarked
package org.umbral.model;

import org.jspecify.annotations.NullMarked;
