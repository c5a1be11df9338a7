package org.umbral.phone.sync;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What one round leaves for the next.
 *
 * @param nanos a clock that only goes forward
 * @param photosWait whether words only go
 * @param mailAt when mail was fetched last
 */
record Carried(LinkSense sense, Offsets offsets, LongSupplier nanos, PhotosWait photosWait, AtomicLong mailAt) {
    Carried(LongSupplier nanos) {
        this(new LinkSense(), new Offsets(), nanos, new PhotosWait(), new AtomicLong(Long.MIN_VALUE));
    }
}
