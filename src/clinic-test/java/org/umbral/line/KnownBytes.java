package org.umbral.line;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.clinic.store.Uploads;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;

/**
 * Stands before a phone's outbox and asks the clinic's store, whenever the phone begins to read an item for sending, how
 * much of it is there already: what is read from before that point crosses again.
 */
public final class KnownBytes {
    private final ClinicStore store;
    private final AtomicLong again = new AtomicLong();
    private final AtomicLong sendings = new AtomicLong();

    public KnownBytes(ClinicStore store) {
        this.store = store;
    }

    /** Bytes that the clinic had written when the phone began to send them. */
    public long again() {
        return again.get();
    }

    /** How often a sending began. */
    public long sendings() {
        return sendings.get();
    }

    public Outbox before(Outbox outbox) {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == InputStream.class) {
                        count((Sha256) arguments[0], (Long) arguments[1]);
                    }
                    return call(outbox, method, arguments);
                });
    }

    private static Object call(Outbox outbox, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(outbox, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void count(Sha256 name, long offset) throws Failure {
        sendings.incrementAndGet();
        long held = store.envelopes().held(name).map(StoredEnvelope::size).orElse(0L);
        if (held == 0) {
            held = store.uploads().find(name).map(Uploads.Half::offset).orElse(0L);
        }
        again.addAndGet(Math.max(0, held - offset));
    }
}
