/**
 * What is missing in a case by the clinic's list, and which lines of that list an attorney stands for (design §7). The list
 * itself is dated data of the catalogue; nothing here judges a case.
 */
@NullMarked
package org.umbral.clinic.rules;

import org.jspecify.annotations.NullMarked;
