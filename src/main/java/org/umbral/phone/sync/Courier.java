package org.umbral.phone.sync;

import java.util.function.Consumer;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.Invitation;

/** The one door of sync. Thread-safe; nothing here blocks but {@link #join}. */
public interface Courier extends AutoCloseable {
    /** Begins to drain the outbox, and goes on until closed. */
    void start();

    /** There is new work, or the network may be back: the next try starts at once. */
    void wake();

    /** False stops every request at once and starts none; true wakes. */
    void networkAllowed(boolean allowed);

    /**
     * False keeps photos waiting, as on a connection that is paid by the byte: words and mail go on, and a photo under way
     * stops at once. True lets them go.
     */
    void photosAllowed(boolean allowed);

    /** The photos that wait go now, this once: those that come after the last of them wait again. */
    void sendPhotos();

    Progress progress();

    /** Called on the courier's thread after each change; at most about five times a second while bytes flow. */
    void onProgress(Consumer<Progress> listener);

    /**
     * Joins the clinic of an invitation: proves the clinic by the invitation's prints, enrols, checks every signed
     * document, and files link and documents in the outbox before it returns. Blocks for some seconds; not on the UI
     * thread.
     * Fails with {@code TryAgain("no-connection")}, {@code GiveUp("not-the-clinic")}, {@code
     * AskThePerson("code-used-up")}.
     */
    void join(Invitation invitation, VerifyingKey device, SealingKey mailbox) throws Failure;

    @Override
    void close();
}
