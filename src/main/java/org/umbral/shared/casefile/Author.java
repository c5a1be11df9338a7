package org.umbral.shared.casefile;

import org.umbral.shared.secret.VerifyingKey;

/**
 * Who wrote an entry: ids that say nothing to a stranger, and the public key that the signature is checked with.
 *
 * @param person the worker's or staff member's id at the clinic
 * @param device the phone's id, or the clinic's own for staff
 */
public record Author(String person, String device, VerifyingKey key) {
    /** What stands for a device where staff wrote at the clinic. */
    public static final String CLINIC = "clinic";

    public boolean isClinic() {
        return device.equals(CLINIC);
    }
}
