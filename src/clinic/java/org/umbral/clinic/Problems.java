package org.umbral.clinic;

import io.javalin.http.Context;
import java.util.Map;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** Failures as RFC 9457 problems: a fixed reason, status and title each; nothing of the request is repeated. */
final class Problems {
    private static final String RETRY_AFTER_SECONDS = "30";

    private static final Map<String, Problem> KNOWN = Map.ofEntries(
            entry(Problem.UNKNOWN_TOKEN, "This phone is not known here. It can join again.", 401),
            entry(Problem.REVOKED, "This phone was revoked. It keeps what it has and can join again.", 403),
            entry(Problem.CODE_USED_UP, "This code is not known, was used or ran out. Ask for a new one.", 410),
            entry(Problem.HASH_DIFFERS, "The bytes that arrived are not the ones that were named.", 400),
            entry(Problem.TOO_LARGE, "This is larger than the clinic takes in one piece.", 413),
            entry(Problem.DISK_FULL, "The clinic has no room. Nothing was kept; try again later.", 507),
            entry(Problem.OFFSET_DIFFERS, "The upload goes on at another byte. Ask where.", 409),
            entry(Problem.TOO_MUCH, "That is more than the clinic takes from one phone now. Try again later.", 429),
            entry(Problem.BAD_REQUEST, "The request is not one that this clinic knows.", 400),
            entry(Problem.NOT_FOUND, "Nothing is here.", 404),
            entry("already-delivered", "What was receipted stays.", 409),
            entry("not-offset-octets", "A piece of an upload has its own content type.", 415),
            entry("tus-version", "This clinic speaks tus 1.0.0.", 412),
            entry("not-set-up", "This clinic is not set up yet.", 503));

    private Problems() {}

    static void answer(Failure failure, Context http) {
        Problem problem = KNOWN.get(failure.reason());
        if (problem == null) {
            problem = failure instanceof TryAgain
                    ? Problem.of(failure.reason(), "The clinic cannot do that now. Try again later.", 503)
                    : Problem.of(failure.reason(), "The clinic does not take this.", 400);
        }
        if (problem.status() == 429 || problem.status() >= 500) {
            http.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        answer(problem, http);
    }

    static void answer(Problem problem, Context http) {
        http.status(problem.status()).contentType(Wire.PROBLEM).result(Json.write(problem));
    }

    private static Map.Entry<String, Problem> entry(String reason, String title, int status) {
        return Map.entry(reason, Problem.of(reason, title, status));
    }
}
