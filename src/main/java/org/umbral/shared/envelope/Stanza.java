package org.umbral.shared.envelope;

import com.exceptionfactory.jagged.RecipientStanza;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A file key wrapped for one recipient, as it stands in the header of an age file. */
record Stanza(String type, List<String> arguments, byte[] body) implements RecipientStanza {
    private static final byte[] NO_NONCE = new byte[12];

    @Override
    public String getType() {
        return type;
    }

    @Override
    public List<String> getArguments() {
        return arguments;
    }

    @Override
    public byte[] getBody() {
        return body;
    }

    /** Wraps or unwraps; a wrapping key is used once, so the nonce may be none. */
    static byte[] cipher(int mode, byte[] wrapping, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(wrapping, "ChaCha20"), new IvParameterSpec(NO_NONCE));
        return cipher.doFinal(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
