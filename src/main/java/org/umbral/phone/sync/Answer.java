package org.umbral.phone.sync;

import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** One whole answer, from whoever answered. */
record Answer(int status, Headers headers, byte[] body) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** tus: how many bytes of the upload the clinic holds. */
    OptionalLong offset() {
        try {
            String text = headers.get(Wire.UPLOAD_OFFSET);
            return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.trim()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    <T> T read(Class<T> type) throws GiveUp {
        return Json.read(body, type);
    }

    /** The reason of a problem that our clinic writes (RFC 9457); empty where anything else answered. */
    String reason() {
        try {
            Problem problem = read(Problem.class);
            return problem.type() == null ? "" : problem.reason();
        } catch (GiveUp e) {
            return "";
        }
    }

    /** A receipt that stands in the body. */
    SignedDocument receiptInBody() throws GiveUp {
        return read(SignedDocument.class);
    }

    /** A receipt that stands in the header of a finished upload. */
    SignedDocument receiptInHeader() throws GiveUp {
        try {
            String text = header(Wire.RECEIPT).orElseThrow(() -> new GiveUp("not-our-format"));
            return Json.read(Base64.getUrlDecoder().decode(text.trim()), SignedDocument.class);
        } catch (IllegalArgumentException e) {
            throw new GiveUp("not-our-format");
        }
    }

    static Receipt verified(SignedDocument document, VerifyingKey receiptKey, Sha256 about) throws GiveUp {
        return Receipt.verified(whole(document), receiptKey, about);
    }

    /** JSON may leave out what a record needs. */
    static SignedDocument whole(SignedDocument document) throws GiveUp {
        if (document == null || document.kind() == null || document.payload() == null || document.signature() == null) {
            throw new GiveUp("not-our-format");
        }
        return document;
    }
}
