package org.umbral.testing;

import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.Sha256;

class MemoryOutboxTest extends OutboxContract {
    @Override
    protected Outbox outbox() {
        return new MemoryOutbox();
    }

    @Override
    protected Sha256 enqueue(Outbox outbox, byte[] sealed, Lane lane) {
        return ((MemoryOutbox) outbox).enqueue(sealed, lane);
    }

    @Override
    protected void forgetBytes(Outbox outbox, Sha256 name) {
        ((MemoryOutbox) outbox).forgetBytes(name);
    }
}
