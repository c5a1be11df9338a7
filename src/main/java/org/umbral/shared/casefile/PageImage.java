package org.umbral.shared.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;

/**
 * What an entry says of one photographed page (PAG-02): the sealed photo's name, and the hashes that tell what it is.
 *
 * @param envelope names the sealed photo that travels by itself
 * @param envelopeBytes its size
 * @param image hash of the upright JPEG inside, without metadata
 * @param capture hash of what the camera or picker gave; that file itself is not kept
 */
public record PageImage(Sha256 envelope, long envelopeBytes, Sha256 image, Sha256 capture, int width, int height) {
    /** A size is an int where it is one, as whoever reads it back has it: what was written equals what is read. */
    public Value toValue() {
        ObjectNode json = Json.object().put("envelope", envelope.base64url());
        if (envelopeBytes <= Integer.MAX_VALUE) {
            json.put("bytes", (int) envelopeBytes);
        } else {
            json.put("bytes", envelopeBytes);
        }
        return new Value(json.put("image", image.base64url())
                .put("capture", capture.base64url())
                .put("width", width)
                .put("height", height));
    }

    public static Optional<PageImage> from(Value value) {
        var json = value.json();
        try {
            return Optional.of(new PageImage(
                    Sha256.ofBase64url(json.path("envelope").asText()),
                    json.path("bytes").asLong(),
                    Sha256.ofBase64url(json.path("image").asText()),
                    Sha256.ofBase64url(json.path("capture").asText()),
                    json.path("width").asInt(),
                    json.path("height").asInt()));
        } catch (IllegalArgumentException notAPage) {
            return Optional.empty();
        }
    }
}
