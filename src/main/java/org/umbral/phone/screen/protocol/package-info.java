/** What the app says and does when a case holds certain facts: cards in their order, and what is not asked then. */
@NullMarked
package org.umbral.phone.screen.protocol;

import org.jspecify.annotations.NullMarked;
