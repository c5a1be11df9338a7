package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for every answer: its headers, and which requests are not from our own pages. */
final class Gate {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> OF_A_PROXY =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final int MISDIRECTED = 421;

    private final PagesSettings settings;

    Gate(PagesSettings settings) {
        this.settings = settings;
    }

    void guard(RoutesConfig routes) {
        routes.before(this::headers);
        routes.before(this::refuseOthers);
    }

    private void headers(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .header("Cache-Control", "no-store");
        if (settings.behindTls()) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** A page of another site that has its name pointed at us keeps its own name in {@code Host}. */
    private void refuseOthers(Context ctx) {
        if (!isOurName(ctx.host())) {
            refuse(ctx, MISDIRECTED);
        } else if (ctx.method() == HandlerType.POST && !isFromOurPage(ctx)) {
            refuse(ctx, 403);
        } else if (ctx.method() == HandlerType.POST && !isAForm(ctx)) {
            refuse(ctx, 415);
        }
    }

    /** None of ours is in parts, which the server would lay in its temporary folder. */
    private static boolean isAForm(Context ctx) {
        String type = ctx.contentType();
        return type == null || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** Our referrer policy makes browsers send {@code Origin: null} with forms; {@code Sec-Fetch-Site} still tells. */
    private static boolean isFromOurPage(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean siteFits = site == null || OWN_SITES.contains(site);
        boolean originFits = origin == null
                || origin.equals("null")
                || origin.replaceFirst("^https?://", "").equals(ctx.host());
        return siteFits && originFits;
    }

    private static void refuse(Context ctx, int status) {
        ctx.status(status).contentType("text/plain; charset=utf-8").result("Umbral does not answer here.\n");
        ctx.skipRemainingHandlers();
    }

    private boolean isOurName(@Nullable String host) {
        return isLoopback(host) || settings.hosts().contains(name(host));
    }

    private static boolean isLoopback(@Nullable String host) {
        return LOOPBACK.contains(name(host));
    }

    private static String name(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    }

    /**
     * True where the person sits at this machine and nothing shows that a proxy stands between: it names whom it asks for or
     * itself, asks in the old protocol as some do that were never told otherwise, passes on another name, or the settings
     * speak of it.
     */
    static boolean isAtThisMachine(Context ctx, PagesSettings settings) {
        boolean forwarded = OF_A_PROXY.stream().anyMatch(name -> ctx.header(name) != null)
                || ctx.req().getProtocol().equals("HTTP/1.0")
                || !isLoopback(ctx.host());
        String ip = ctx.ip();
        boolean loopback = ip.startsWith("127.")
                || ip.equals("::1")
                || ip.equals("0:0:0:0:0:0:0:1")
                || ip.equals("[0:0:0:0:0:0:0:1]")
                || ip.equals("[::1]");
        boolean behindProxy = settings.behindTls() || !settings.hosts().isEmpty();
        return loopback && !forwarded && !behindProxy;
    }
}
