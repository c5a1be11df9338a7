package org.umbral.phone.sync;

import java.util.function.LongSupplier;

/**
 * What one round leaves for the next.
 *
 * @param nanos a clock that only goes forward
 */
record Carried(LinkSense sense, Offsets offsets, LongSupplier nanos) {
    Carried(LongSupplier nanos) {
        this(new LinkSense(), new Offsets(), nanos);
    }
}
