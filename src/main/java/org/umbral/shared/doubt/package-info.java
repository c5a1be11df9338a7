/**
 * What is worth a second look about a value (domain notes §4): it informs and never keeps a value from being saved. Pure;
 * the phone and the clinic ask the same {@link org.umbral.shared.doubt.Doubts}.
 */
@NullMarked
package org.umbral.shared.doubt;

import org.jspecify.annotations.NullMarked;
