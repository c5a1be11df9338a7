package org.umbral.shared.casefile;

import java.security.SecureRandom;

/** Names an entry: 128 random bits as 22 characters of base64url. */
public record EntryId(String text) implements Comparable<EntryId> {
    public EntryId {
        RandomId.require(text);
    }

    public static EntryId random(SecureRandom random) {
        return new EntryId(RandomId.next(random));
    }

    @Override
    public int compareTo(EntryId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
