/** The case as staff work on it: queue, case page, photos; every read and write by role, every one audited. */
@NullMarked
package org.umbral.clinic.casework;

import org.jspecify.annotations.NullMarked;
