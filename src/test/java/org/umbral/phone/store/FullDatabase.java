package org.umbral.phone.store;

import org.umbral.shared.TryAgain;

/** A store's own file that may not grow by another page. */
public final class FullDatabase {
    private static final int ROOM = 1 << 30;

    private FullDatabase() {}

    public static void fill(PhoneStore store) throws TryAgain {
        store.limitPages(1);
    }

    public static void empty(PhoneStore store) throws TryAgain {
        store.limitPages(ROOM);
    }
}
