package org.umbral.clinic.receive;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** Reads a request's body within a limit, and writes JSON answers. */
public final class Body {
    private Body() {}

    /** {@code GiveUp("too-large")} beyond the limit, without reading on. */
    public static byte[] read(Context http, int limit) throws IOException, GiveUp {
        if (http.req().getContentLengthLong() > limit) {
            throw new GiveUp(Problem.TOO_LARGE);
        }
        try (InputStream in = http.bodyInputStream()) {
            byte[] body = in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new GiveUp(Problem.TOO_LARGE);
            }
            return body;
        }
    }

    /** Reads a control message; {@code GiveUp("bad-request")} where it is not one. */
    public static <T> T json(Context http, Class<T> type) throws IOException, GiveUp {
        return json(http, type, Wire.MAX_CONTROL_BYTES);
    }

    /** The same of a message that is never longer than this. */
    public static <T> T json(Context http, Class<T> type, int limit) throws IOException, GiveUp {
        byte[] body = read(http, limit);
        try {
            return Json.read(body, type);
        } catch (GiveUp e) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
    }

    public static void answer(Context http, int status, Object value) {
        http.status(status).contentType(Wire.JSON).result(Json.write(value));
    }
}
