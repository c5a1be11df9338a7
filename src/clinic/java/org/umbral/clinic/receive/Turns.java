package org.umbral.clinic.receive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Problem;

/**
 * How often each phone may ask, and how many of its requests are answered at once, so that one token takes neither the
 * threads nor the processor from the other phones. In memory: a restart begins anew. Thread-safe.
 */
final class Turns {
    private static final double NANOS = 1e9;

    private final Quotas.Pace pace;
    private final LongSupplier nanos;
    private final Map<String, Turn> ofPhones = new ConcurrentHashMap<>();

    Turns(Quotas.Pace pace, LongSupplier nanos) {
        this.pace = pace;
        this.nanos = nanos;
    }

    /** Each that returns is followed by one {@link #end}; {@code TryAgain("too-much")} where it is not this phone's turn. */
    void begin(String device) throws TryAgain {
        ofPhones.computeIfAbsent(device, none -> new Turn()).begin();
    }

    /** A request that is the work of several. */
    void spend(String device, int more) throws TryAgain {
        ofPhones.computeIfAbsent(device, none -> new Turn()).spend(more);
    }

    void end(String device) {
        ofPhones.computeIfAbsent(device, none -> new Turn()).end();
    }

    private final class Turn {
        private double left = pace.inARow();
        private long since = nanos.getAsLong();
        private int now;

        synchronized void begin() throws TryAgain {
            if (now >= pace.atOnce()) {
                throw new TryAgain(Problem.TOO_MUCH);
            }
            spend(1);
            now++;
        }

        synchronized void spend(int requests) throws TryAgain {
            long moment = nanos.getAsLong();
            left = Math.min(pace.inARow(), left + (moment - since) / NANOS * pace.perSecond());
            since = moment;
            if (left < requests) {
                throw new TryAgain(Problem.TOO_MUCH);
            }
            left -= requests;
        }

        synchronized void end() {
            now--;
        }
    }
}
