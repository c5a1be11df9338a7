/**
 * The case: a journal of signed entries and the fold that shows it (design §3). Values and rules only; no clock orders
 * anything, and folding a part of the entries shows that part as others do.
 */
@NullMarked
package org.umbral.shared.casefile;

import org.jspecify.annotations.NullMarked;
