package org.umbral.clinic.enrol;

import java.util.Collection;

/** The network address that wrong codes are counted by: in memory only. */
public final class Sender {
    private Sender() {}

    /**
     * Behind a proxy of our own the last hop that it names; what stands before that hop is the sender's word.
     *
     * @param peer who is connected
     * @param forwarded lines of {@code X-Forwarded-For}, in their order
     */
    public static String of(String peer, boolean behindProxy, Collection<String> forwarded) {
        String last = "";
        for (String line : forwarded) {
            last = line.substring(line.lastIndexOf(',') + 1).strip();
        }
        return behindProxy && !last.isEmpty() ? last : peer;
    }
}
