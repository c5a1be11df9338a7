package org.umbral.phone.sync;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.umbral.shared.Sha256;

/** What the clinic was heard to hold of each upload, kept from round to round while the process lives. Thread-safe. */
final class Offsets {
    private final Map<Sha256, Long> certain = new ConcurrentHashMap<>();
    private final Map<Sha256, Long> highest = new ConcurrentHashMap<>();

    /** Where to go on; empty while a sending of it has not been answered. */
    OptionalLong certain(Sha256 name) {
        Long bytes = certain.get(name);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** The clinic said so, and nothing was sent since. True where it is more than ever before: progress, not a loop. */
    boolean heard(Sha256 name, long bytes) {
        certain.put(name, bytes);
        long before = highest.getOrDefault(name, 0L);
        highest.merge(name, bytes, Math::max);
        return bytes > before;
    }

    /** Something of it is sent now. */
    void uncertain(Sha256 name) {
        certain.remove(name);
    }

    void done(Sha256 name) {
        certain.remove(name);
        highest.remove(name);
    }
}
