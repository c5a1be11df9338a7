/** What waits to be sent, how far it is, and how the connection is doing. */
@NullMarked
package org.umbral.phone.screen.outbox;

import org.jspecify.annotations.NullMarked;
