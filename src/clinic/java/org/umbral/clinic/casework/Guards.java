package org.umbral.clinic.casework;

/** The doors to what not everybody may see, beside the desk and over the same cases. */
public record Guards(Sponsors sponsors, Withdrawals withdrawals, Erasing erasing, AuditLog audit) {}
