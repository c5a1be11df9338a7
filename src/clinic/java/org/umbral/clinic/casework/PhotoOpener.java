package org.umbral.clinic.casework;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.Envelopes;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.secret.OpeningKey;

/** Opens one photo into memory, at most 32 MiB, so that nothing unchecked and nothing in the clear reaches a disk. */
final class PhotoOpener {
    private final Envelopes envelopes;

    PhotoOpener(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /** The whole photo, checked to its last byte; the caller closes it. {@code GiveUp} as {@link Age#open} says. */
    Jpeg open(KeyRing ring, StoredEnvelope envelope) throws GiveUp, TryAgain {
        if (envelope.size() > Envelope.MAX_EVIDENCE_BYTES) {
            throw new GiveUp("too-large");
        }
        GiveUp last = new GiveUp("not-sealed-to-this-key");
        for (OpeningKey identity : ring.identitiesNewestFirst()) {
            Jpeg photo = new Jpeg((int) envelope.size());
            try (InputStream sealed = envelopes.open(envelope)) {
                Age.open(sealed, photo, identity);
                return photo;
            } catch (GiveUp e) {
                photo.close();
                last = e;
            } catch (IOException e) {
                photo.close();
                throw new TryAgain("disk-unreadable", e);
            }
        }
        throw last;
    }

    /** A JPEG in memory that is wiped when it is closed. The sealed size is never less than its own. */
    static final class Jpeg extends ByteArrayOutputStream {
        private Jpeg(int sealedSize) {
            super(sealedSize);
        }

        Sha256 hash() {
            return new Sha256.Running().add(buf, 0, count).finish();
        }

        void copyTo(OutputStream out) throws TryAgain {
            try {
                writeTo(out);
            } catch (IOException e) {
                throw new TryAgain("connection-cut", e);
            }
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
