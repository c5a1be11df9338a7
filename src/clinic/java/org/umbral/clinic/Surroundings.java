package org.umbral.clinic;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.umbral.clinic.receive.EmergencyAlert;
import org.umbral.clinic.store.Disk;

/**
 * What a clinic takes from the machine that it runs on.
 *
 * @param nanos a clock that only goes forward, in nanoseconds
 * @param timer runs small repeated work; whoever made it ends it
 */
public record Surroundings(
        Clock clock,
        SecureRandom random,
        LongSupplier nanos,
        Disk disk,
        TlsKey.Keytool keytool,
        EmergencyAlert.Command command,
        ScheduledExecutorService timer) {}
