/** Tables of places of detention and of ports, imported by staff with their source and date, signed and sent to phones. */
@NullMarked
package org.umbral.clinic.tables;

import org.jspecify.annotations.NullMarked;
