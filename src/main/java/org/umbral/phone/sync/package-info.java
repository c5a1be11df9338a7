/**
 * Carries sealed mail to the clinic and sealed letters back, whenever a connection shows up. Blind: it sees sealed bytes
 * and receipts only, and holds no key that opens anything.
 */
@NullMarked
package org.umbral.phone.sync;

import org.jspecify.annotations.NullMarked;
