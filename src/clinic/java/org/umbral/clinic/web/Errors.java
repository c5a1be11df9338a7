package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;

/** Every failure becomes a page that says what happened, what is safe and what to do. Logs hold codes only. */
final class Errors {
    private static final Logger LOG = System.getLogger(Errors.class.getName());
    private static final Map<Integer, String> REASONS = Map.of(
            400, "not-understood", 403, "form-too-old", 404, "no-such-page", 405, "no-such-page", 413, "too-long");
    private static final Map<String, Integer> STATUS = Map.of(
            "no-such-case", 404,
            "no-such-person", 404,
            "not-your-role", 403,
            "photo-on-the-way", 404,
            "set-up-elsewhere", 403,
            "sponsors-first", 403,
            "too-many-tries", 429);

    record View(String what, String safe, String todo, String code) {}

    private final Visits visits;

    Errors(Visits visits) {
        this.visits = visits;
    }

    void handle(RoutesConfig routes) {
        routes.exception(Failure.class, (failure, ctx) -> show(ctx, status(failure), failure.reason()));
        routes.exception(
                HttpResponseException.class,
                (refused, ctx) ->
                        show(ctx, refused.getStatus(), REASONS.getOrDefault(refused.getStatus(), "our-fault")));
        // A browser that ended in the midst of what it sent.
        routes.exception(EOFException.class, (cut, ctx) -> show(ctx, 400, "not-understood"));
        routes.exception(Exception.class, (bug, ctx) -> {
            LOG.log(Level.ERROR, "a page failed: " + bug.getClass().getName() + at(bug));
            show(ctx, 500, "our-fault");
        });
        routes.error(404, ctx -> {
            if (ctx.res().getContentType() == null
                    || !ctx.res().getContentType().contains("html")) {
                show(ctx, 404, "no-such-page");
            }
        });
    }

    private void show(Context ctx, int status, String reason) {
        Words words = visits.words(ctx);
        View view = new View(
                words.sayOr("failure." + reason, "failure.our-fault"),
                words.sayOr("failure." + reason + ".safe", "error.safe"),
                words.sayOr("failure." + reason + ".do", "error.do"),
                reason);
        ctx.status(status).html(visits.render("error", visits.bareFrame(ctx), view));
    }

    private static int status(Failure failure) {
        int otherwise = failure instanceof TryAgain ? 503 : failure instanceof AskThePerson ? 422 : 500;
        return STATUS.getOrDefault(failure.reason(), otherwise);
    }

    /** Where in our own code; never the message, which may quote what it choked on. */
    private static String at(Exception bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
    }
}
