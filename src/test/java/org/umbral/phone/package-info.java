/** The phone's heart over real SQLite, real files and real seals. */
@NullMarked
package org.umbral.phone;

import org.jspecify.annotations.NullMarked;
