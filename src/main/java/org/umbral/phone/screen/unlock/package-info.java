/** First start and lock screen. */
@NullMarked
package org.umbral.phone.screen.unlock;

import org.jspecify.annotations.NullMarked;
