/** Language, size of the words and contrast, changed in the app at once. */
@NullMarked
package org.umbral.phone.screen.settings;

import org.jspecify.annotations.NullMarked;
