/**
 * From a passphrase to the vault key (design §4): making, opening, locking and destroying the vault, the words that are
 * offered as a passphrase, and when the phone locks by itself.
 */
@NullMarked
package org.umbral.phone.unlock;

import org.jspecify.annotations.NullMarked;
