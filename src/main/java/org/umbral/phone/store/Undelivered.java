package org.umbral.phone.store;

import java.util.List;

/**
 * What the clinic does not have yet: numbers only, known without a key.
 *
 * @param cases that wait, or are being written
 * @param photos that wait, or lie sealed until their case is opened
 * @param beforeConsent cases that nobody consented to yet: they are never sent
 */
public record Undelivered(int cases, int photos, int beforeConsent) {
    static Undelivered of(List<Waiting> waiting) {
        return new Undelivered(
                (int) waiting.stream().map(Waiting::group).distinct().count(),
                (int) waiting.stream().filter(item -> item.lane().isEvidence()).count(),
                0);
    }

    public boolean isNothing() {
        return cases == 0 && photos == 0;
    }
}
