package org.umbral.phone.store;

/** The order in which sealed mail goes: words before photos, emergencies before all (design §5). */
public enum Lane {
    EMERGENCY_ENTRY,
    ENTRY,
    EMERGENCY_EVIDENCE,
    EVIDENCE;

    public boolean isEmergency() {
        return this == EMERGENCY_ENTRY || this == EMERGENCY_EVIDENCE;
    }

    public boolean isEvidence() {
        return this == EMERGENCY_EVIDENCE || this == EVIDENCE;
    }
}
