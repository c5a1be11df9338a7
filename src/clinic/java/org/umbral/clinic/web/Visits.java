package org.umbral.clinic.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Sender;
import org.umbral.clinic.health.Health;
import org.umbral.clinic.keys.Login;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Catalogue;

/**
 * Who a request is from: cookies, form tokens, language, and the one place where a staff session is opened and its keys
 * are closed.
 */
final class Visits {
    private static final String LANGUAGE = "umbral-language";
    private static final List<String> OF_A_CASE = List.of("/case/", "/cases/");
    private static final int SECRET_BYTES = 32;

    private final SetUp setUp;
    private final Login login;
    private final People people;
    private final Desk desk;
    private final Health health;
    private final Assets assets;
    private final SecureRandom random;
    private final PagesSettings settings;
    private final Clock clock;
    private final KeptPages keptPages;
    private final Templates templates = new Templates();
    private final String sessionCookie;
    private final String visitCookie;

    Visits(
            SetUp setUp,
            Login login,
            People people,
            Desk desk,
            Catalogue catalogue,
            Health health,
            Assets assets,
            SecureRandom random,
            PagesSettings settings,
            Clock clock) {
        this.setUp = setUp;
        this.login = login;
        this.people = people;
        this.desk = desk;
        keptPages = new KeptPages(desk, catalogue);
        this.health = health;
        this.assets = assets;
        this.random = random;
        this.settings = settings;
        this.clock = clock;
        String prefix = settings.behindTls() ? "__Host-" : "";
        sessionCookie = prefix + "umbral-session";
        visitCookie = prefix + "umbral-visit";
    }

    /** Anybody, logged in or not. */
    Handler open(Page page) {
        return ctx -> {
            String visit = visit(ctx);
            checkToken(ctx, visit);
            page.answer(anybody(ctx, visit));
        };
    }

    private String visit(Context ctx) {
        String visit = ctx.cookie(visitCookie);
        if (visit == null || visit.length() < SECRET_BYTES) {
            visit = secret();
            setCookie(ctx, visitCookie, visit);
        }
        return visit;
    }

    private Visit anybody(Context ctx, String visit) {
        return new Visit(ctx, this, words(ctx), token(visit), Optional.empty());
    }

    /** Staff only; others are led to the login. The session's keys are wiped when the page is done, whatever happens. */
    Handler staff(Page page) {
        return staff(login::resume, page);
    }

    /** The same for what a page asks by itself: it does not keep a session alive that nobody uses. */
    Handler polling(Page page) {
        return staff(login::peek, page);
    }

    @FunctionalInterface
    private interface Sessions {
        Optional<StaffSession> of(String secret) throws TryAgain;
    }

    private Handler staff(Sessions sessions, Page page) {
        return ctx -> {
            if (!setUp.isDone()) {
                ctx.redirect("/setup");
                return;
            }
            Optional<Kept> kept = Kept.posted(ctx);
            String secret = Objects.requireNonNullElse(ctx.cookie(sessionCookie), "");
            Optional<StaffSession> session;
            try {
                session = secret.isEmpty() ? Optional.empty() : sessions.of(secret);
            } catch (TryAgain e) {
                Visit visit = anybody(ctx, visit(ctx));
                ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
                keptPages.askLogin(visit, kept.orElseThrow(() -> e), KeptPages.failure(visit, e), "", "");
                return;
            }
            if (session.isEmpty()) {
                leadToLogin(ctx, kept);
                return;
            }
            try (var ring = session.get().ring()) {
                answer(page, new Visit(ctx, this, words(ctx), token(secret), session), secret, kept);
            }
        };
    }

    private void answer(Page page, Visit visit, String secret, Optional<Kept> kept) throws Failure {
        Context ctx = visit.ctx();
        if (kept.isPresent() && !hasToken(ctx, secret)) {
            ctx.status(HttpStatus.FORBIDDEN);
            keptPages.show(visit, kept.get(), visit.words().say("kept.old"));
            return;
        }
        checkToken(ctx, secret);
        requireVisible(ctx, visit.staff());
        keptPages.answer(page, visit, kept);
    }

    /** After a login that brought along what a form of before it held: to whoever is logged in now, who may save it. */
    void showAgain(Context ctx, String secret, Kept kept) throws Failure {
        Optional<StaffSession> session = login.resume(secret);
        if (session.isEmpty()) {
            leadToLogin(ctx, Optional.empty());
            return;
        }
        try (var ring = session.get().ring()) {
            Visit visit = new Visit(ctx, this, words(ctx), token(secret), session);
            keptPages.show(visit, kept, visit.words().say("kept.ended"));
        }
    }

    void askLogin(Visit visit, Kept kept, String name, String error) {
        keptPages.askLogin(visit, kept, visit.words().say("kept.ended"), name, error);
    }

    /** Every page below a case, whoever made it: what this session does not see is not there. */
    private void requireVisible(Context ctx, StaffSession session) throws Failure {
        if (OF_A_CASE.stream().anyMatch(ctx.path()::startsWith)
                && ctx.pathParamMap().containsKey("id")) {
            desk.requireVisible(session, DeskPages.caseId(ctx));
        }
    }

    void begin(Context ctx, String secret) {
        setCookie(ctx, sessionCookie, secret);
    }

    void end(Context ctx) throws TryAgain {
        String secret = ctx.cookie(sessionCookie);
        if (secret != null) {
            login.logout(secret);
        }
        setCookie(ctx, sessionCookie, "");
    }

    void speak(Context ctx, String language) {
        setCookie(ctx, LANGUAGE, Words.of(language).language());
    }

    /** Whose tries are counted: behind a proxy whom it names. */
    String sender(Context ctx) {
        return Sender.of(
                ctx.ip(), settings.behindTls(), Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
    }

    Words words(Context ctx) {
        return Languages.of(ctx, LANGUAGE);
    }

    Frame frame(Visit visit) {
        String staff = visit.session().map(StaffSession::name).orElse("");
        Optional<StaffSession.Role> role = visit.session().map(StaffSession::role);
        return new Frame(
                visit.words(),
                assets,
                visit.ctx().path(),
                visit.token(),
                staff,
                role,
                health(visit),
                role.filter(StaffSession.Role.ATTORNEY::equals).isPresent() && keysAreDue(),
                role.isPresent() ? ServerPages.sentences(visit.words(), health.now(), now()) : List.of());
    }

    boolean isSetUp() throws TryAgain {
        return setUp.isDone();
    }

    Instant now() {
        return clock.instant();
    }

    Moments moments(Words words) {
        return new Moments(clock, settings.zone(), words);
    }

    String render(String template, Frame frame, Object view) {
        return templates.render(template, frame, view);
    }

    /** The page for a failure, which may come before anything about the visitor is known. */
    Frame bareFrame(Context ctx) {
        String visit = ctx.cookie(visitCookie);
        String token = visit == null ? "" : token(visit);
        return new Frame(words(ctx), assets, "/", token, "", Optional.empty(), "", false, List.of());
    }

    private String health(Visit visit) {
        try {
            Desk.Unread unread = desk.unread();
            return unread.envelopes() == 0
                    ? visit.words().say("health.all-open")
                    : visit.words().say("health.waiting", unread.envelopes());
        } catch (TryAgain e) {
            return visit.words().say("health.unknown");
        }
    }

    private boolean keysAreDue() {
        try {
            return people.keysAreDue();
        } catch (TryAgain e) {
            return false;
        }
    }

    private void leadToLogin(Context ctx, Optional<Kept> kept) {
        if (ctx.header("HX-Request") != null) {
            ctx.header("HX-Redirect", "/login").status(401);
        } else if (kept.isPresent()) {
            ctx.status(HttpStatus.UNAUTHORIZED);
            askLogin(anybody(ctx, visit(ctx)), kept.get(), "", "");
        } else {
            ctx.redirect("/login");
        }
    }

    private void checkToken(Context ctx, String secret) {
        if (ctx.method() == HandlerType.POST && !hasToken(ctx, secret)) {
            throw new ForbiddenResponse();
        }
    }

    private static boolean hasToken(Context ctx, String secret) {
        String given = ctx.formParam("token");
        return given != null && MessageDigest.isEqual(bytes(given), bytes(token(secret)));
    }

    private static String token(String secret) {
        return Sha256.ofText("umbral form token\n" + secret).hex();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Ends with the browser; an empty value ends it now. */
    private void setCookie(Context ctx, String name, String value) {
        ctx.cookie(new Cookie(
                name, value, "/", value.isEmpty() ? 0 : -1, settings.behindTls(), true, null, SameSite.STRICT));
    }
}
