package org.umbral.clinic.casework;

/** What stands beside a desk, over the same cases. */
public record Beside(Joins joins, Finding finding) {}
