/** The vault and its passphrase. */
@NullMarked
package org.umbral.phone.unlock;

import org.jspecify.annotations.NullMarked;
