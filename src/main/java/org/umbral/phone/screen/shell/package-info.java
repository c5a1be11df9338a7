/** The phone's shell: a stack of screens, sheets from the bottom, toasts, the lock button, and the few parts all are made of. */
@NullMarked
package org.umbral.phone.screen.shell;

import org.jspecify.annotations.NullMarked;
