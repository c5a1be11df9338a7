package org.umbral.ingest;

import java.io.IOException;
import java.util.List;
import org.umbral.ingest.Cases.Sealed;
import org.umbral.shared.Failure;

/** One of the two servers, as its senders know it. */
interface Taker {
    /** A phone that may deliver, with a connection of its own. */
    Sender sender() throws IOException, Failure;

    ServerChild child();

    /** Not thread-safe; each has its own thread. */
    interface Sender extends AutoCloseable {
        /** Returns once the server said that it is on disk. */
        void deliver(Sealed sealed) throws IOException;

        /** After the clock has stopped: whether what the server said holds for each of these. */
        void check(List<Sealed> delivered) throws Failure;

        @Override
        void close() throws IOException;
    }
}
