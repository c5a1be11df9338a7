package org.umbral.phone;

import java.util.List;
import java.util.UUID;
import org.umbral.phone.store.Change;
import org.umbral.phone.unlock.Vault;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Envelope;

/** Puts bytes into a real outbox as if they were sealed: for what looks at carrying, which is blind. */
public final class SealedMail {
    private SealedMail() {}

    /** One case: what it says and its photos, ready to go. */
    public static void queue(PhoneCore core, Vault vault, List<byte[]> words, List<byte[]> photos, boolean emergency)
            throws Failure {
        String group = UUID.randomUUID().toString();
        Change change = core.store().change(vault);
        for (byte[] one : words) {
            change.queue(new Envelope(Sha256.of(one), one), group, emergency, Change.Stage.CUT);
        }
        for (byte[] photo : photos) {
            Sha256 name = Sha256.of(photo);
            core.store().writeSealed(name, photo);
            change.queuePhoto(name, photo.length, group, emergency, Change.Stage.CUT);
        }
        core.store().commit(change);
    }
}
