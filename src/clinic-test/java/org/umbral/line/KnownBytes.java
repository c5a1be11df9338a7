package org.umbral.line;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.clinic.store.UploadId;
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
    private final Map<Long, Long> sentOf = new ConcurrentHashMap<>();

    public KnownBytes(ClinicStore store) {
        this.store = store;
    }

    /** Bytes that the clinic had written when the phone began to send them. */
    public long again() {
        return again.get();
    }

    /** How often a sending of items of this size began. */
    public long sentOf(long size) {
        return sentOf.getOrDefault(size, 0L);
    }

    public Outbox before(Outbox outbox) {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == InputStream.class) {
                        count(outbox, (Sha256) arguments[0], (Long) arguments[1]);
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

    private void count(Outbox outbox, Sha256 name, long offset) throws Failure {
        outbox.waiting().stream()
                .filter(item -> item.name().equals(name))
                .forEach(item -> sentOf.merge(item.size(), 1L, Long::sum));
        String device = outbox.link().orElseThrow().device();
        long held = store.envelopes().held(name).map(StoredEnvelope::size).orElse(0L);
        if (held == 0) {
            held = store.uploads()
                    .find(new UploadId(name, device))
                    .map(Uploads.Half::offset)
                    .orElse(0L);
        }
        again.addAndGet(Math.max(0, held - offset));
    }
}
