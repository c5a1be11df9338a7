package org.umbral.phone.sync;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What one round leaves for the next.
 *
 * @param nanos a clock that only goes forward
 * @param photosWait the worker wants words only to go
 */
record Carried(LinkSense sense, Offsets offsets, LongSupplier nanos, AtomicBoolean photosWait) {
    Carried(LongSupplier nanos) {
        this(new LinkSense(), new Offsets(), nanos, new AtomicBoolean());
    }
}
