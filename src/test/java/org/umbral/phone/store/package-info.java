/** The phone's store over a real SQLite file. */
@NullMarked
package org.umbral.phone.store;

import org.jspecify.annotations.NullMarked;
