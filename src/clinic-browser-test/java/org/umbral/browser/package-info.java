/** The clinic's pages in a real Chromium. Compiled only where one is installed (profile {@code browser}). */
@NullMarked
package org.umbral.browser;

import org.jspecify.annotations.NullMarked;
