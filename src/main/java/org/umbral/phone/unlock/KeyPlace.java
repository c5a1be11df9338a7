package org.umbral.phone.unlock;

import java.util.Optional;
import org.umbral.shared.TryAgain;

/** Where the wrapped vault key stands. Each call is whole and durable when it returns, or did nothing. */
public interface KeyPlace {
    Optional<byte[]> read() throws TryAgain;

    void write(byte[] wrapped) throws TryAgain;

    /** Overwrites and deletes, as well as the storage allows. Nothing happens where there is none. */
    void destroy() throws TryAgain;
}
