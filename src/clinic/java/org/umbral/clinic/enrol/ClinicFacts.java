package org.umbral.clinic.enrol;

import org.umbral.shared.TryAgain;

/**
 * What a clinic says of itself, as set-up stored it.
 *
 * @param clinic id, named by every entry
 * @param emergencyTelephone that phones show where something urgent is not delivered
 */
public record ClinicFacts(String clinic, String name, String emergencyTelephone) {
    /** Where the facts are read when they are needed; set-up may not be done yet: {@code TryAgain("not-set-up")}. */
    @FunctionalInterface
    public interface Source {
        ClinicFacts get() throws TryAgain;
    }
}
