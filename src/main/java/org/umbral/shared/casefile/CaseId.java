package org.umbral.shared.casefile;

import java.security.SecureRandom;

/** Names a case: 128 random bits as 22 characters of base64url; says nothing about anybody. */
public record CaseId(String text) implements Comparable<CaseId> {
    public CaseId {
        RandomId.require(text);
    }

    public static CaseId random(SecureRandom random) {
        return new CaseId(RandomId.next(random));
    }

    @Override
    public int compareTo(CaseId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
