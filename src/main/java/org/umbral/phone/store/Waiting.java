package org.umbral.phone.store;

import java.time.LocalDate;
import java.util.Optional;
import org.umbral.shared.Sha256;

/**
 * One sealed item that the clinic has not receipted: all that the outbox knows of it.
 *
 * @param size of the sealed bytes
 * @param group random, the same for the items of one case: lets progress be shown per case without saying which
 * @param tries so far
 * @param firstQueued the day, by the phone's clock; shown as the age of the oldest item, orders nothing
 * @param refused why the clinic will not take these bytes; it is kept, shown, and blocks nothing (rule R7)
 */
public record Waiting(
        Sha256 name, long size, Lane lane, String group, int tries, LocalDate firstQueued, Optional<String> refused) {}
