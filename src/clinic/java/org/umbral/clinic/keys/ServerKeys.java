package org.umbral.clinic.keys;

import java.util.List;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.VerifyingKey;

/** The keys that the server uses while nobody is logged in; they lie in files of their own. */
public interface ServerKeys {
    /** Makes the receipt key where there is none, and gives its public half. */
    VerifyingKey receiptKey() throws TryAgain;

    /** Makes the TLS key where there is none, and gives the prints that phones accept (base64url, 16 bytes each). */
    List<String> tlsPrints() throws TryAgain;
}
