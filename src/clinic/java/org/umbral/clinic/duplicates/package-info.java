/**
 * Which people of different cases may be one person (domain notes §4.8). Pure: takes values, gives suggestions; staff
 * decide, and a name alone suggests nothing.
 */
@NullMarked
package org.umbral.clinic.duplicates;

import org.jspecify.annotations.NullMarked;
