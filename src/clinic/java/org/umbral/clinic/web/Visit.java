package org.umbral.clinic.web;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Bug;

/**
 * One request.
 *
 * @param token what the forms of the answer carry
 */
record Visit(Context ctx, Visits visits, Words words, String token, Optional<StaffSession> session) {
    StaffSession staff() {
        return session.orElseThrow(() -> new Bug("a staff page has a staff session"));
    }

    /** A form field without the space around it; empty where it is missing. */
    String form(String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "").strip();
    }

    /** As it was typed: space belongs to a passphrase. */
    String secret(String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }

    String query(String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }

    Moments moments() {
        return visits.moments(words);
    }

    void show(String template, Object view) {
        ctx.html(visits.render(template, visits.frame(this), view));
    }

    @Override
    public String toString() {
        return "Visit";
    }
}
