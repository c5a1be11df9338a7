/**
 * Reads the machine-readable lines of passports and cards (ICAO Doc 9303 parts 4 to 6). Pure: keeps nothing; what fails a
 * check is read all the same.
 */
@NullMarked
package org.umbral.clinic.mrz;

import org.jspecify.annotations.NullMarked;
