/** What is read or shown to the person in their own language: notices, and the card that ends an intake. */
@NullMarked
package org.umbral.phone.screen.notice;

import org.jspecify.annotations.NullMarked;
