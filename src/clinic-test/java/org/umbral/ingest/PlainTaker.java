package org.umbral.ingest;

import java.io.IOException;
import java.util.List;
import org.umbral.ingest.Cases.Sealed;

/** The plain server: everything is a {@code PUT}, and its word is its status. */
record PlainTaker(ServerChild child) implements Taker {
    @Override
    public Sender sender() throws IOException {
        LeanClient client = new LeanClient(child.port());
        return new Sender() {
            @Override
            public void deliver(Sealed sealed) throws IOException {
                int status = client.send("PUT", "/" + sealed.name(), "", sealed.bytes())
                        .status();
                if (status != 201) {
                    throw new IOException("the plain server said " + status);
                }
            }

            @Override
            public void check(List<Sealed> delivered) {
                // It promises nothing that could be checked.
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }
}
