/** What the screens say: words of both bundles, values, times and deliveries as a person says them. Knows no control. */
@NullMarked
package org.umbral.phone.screen.words;

import org.jspecify.annotations.NullMarked;
