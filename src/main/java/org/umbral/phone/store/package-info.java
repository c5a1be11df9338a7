/**
 * The phone's one SQLite file (design §4): readable cases sealed under the vault key, and the outbox that drains without
 * any key. Larger sealed files stand beside it, written and forced before their row.
 */
@NullMarked
package org.umbral.phone.store;

import org.jspecify.annotations.NullMarked;
