package org.umbral.clinic.store;

import java.time.Instant;
import java.util.Optional;

/** How much mail arrived after a position, and since when; says nothing of what it holds. */
public record Arrivals(int envelopes, int emergencies, Optional<Instant> oldest, Optional<Instant> oldestEmergency) {}
