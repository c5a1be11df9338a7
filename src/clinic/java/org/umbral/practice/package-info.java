/** Trying Umbral out: a practice clinic and a phone on one machine, with fictitious people and papers only. */
@NullMarked
package org.umbral.practice;

import org.jspecify.annotations.NullMarked;
