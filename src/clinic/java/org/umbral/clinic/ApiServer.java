package org.umbral.clinic;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.umbral.clinic.enrol.Enrolment;
import org.umbral.clinic.enrol.Sender;
import org.umbral.clinic.receive.Body;
import org.umbral.clinic.receive.Receive;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/**
 * What phones talk to. With a TLS key it listens on every interface (HTTP/2 where the phone offers it), without one on
 * plain loopback only. No request is logged; an error's log line names its class, never its message.
 */
public final class ApiServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ApiServer.class.getName());
    /** Nobody is known yet who joins: however slowly strangers ask, they hold no more of the threads than these. */
    private static final int JOINING_AT_ONCE = 8;

    private static final int JOINING_BYTES = 4 * 1024;

    private final Javalin javalin;
    private final String epoch;
    private final Receive receive;
    private final Enrolment enrolment;
    private final boolean behindProxy;
    private final Semaphore joining = new Semaphore(JOINING_AT_ONCE);

    /**
     * @param port 0 for a free one
     * @param tls none where a proxy on this machine gives it
     */
    public ApiServer(int port, Optional<TlsKey> tls, String epoch, Receive receive, Enrolment enrolment) {
        this.epoch = epoch;
        this.receive = receive;
        this.enrolment = enrolment;
        behindProxy = tls.isEmpty();
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            config.jetty.addConnector((server, http) -> Connectors.of(server, http, port, tls));
            routes(config.routes);
        });
    }

    public void start() {
        javalin.start();
    }

    /** Waits for nothing: what was not receipted is sent again. */
    public void stop() {
        javalin.stop();
    }

    /** The port, once started. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        stop();
    }

    private void routes(RoutesConfig routes) {
        routes.before(http -> http.header(Wire.EPOCH, epoch));
        routes.before(ApiServer::requirePlainPath);
        routes.get(Wire.CLINIC, http -> Body.answer(http, 200, enrolment.whoAnswers()));
        routes.post(Wire.DEVICES, this::join);
        receive.addTo(routes);
        routes.error(404, ApiServer::nothingHere);
        routes.error(405, ApiServer::nothingHere);
        routes.exception(TryAgain.class, Problems::answer);
        routes.exception(GiveUp.class, Problems::answer);
        routes.exception(AskThePerson.class, Problems::answer);
        routes.exception(IOException.class, (e, http) -> Problems.answer(brokenOff(), http));
        routes.exception(Exception.class, ApiServer::unexpected);
    }

    private void join(Context http) throws Failure, IOException {
        if (!joining.tryAcquire()) {
            throw new TryAgain(Problem.TOO_MUCH);
        }
        try {
            EnrolRequest request = Body.json(http, EnrolRequest.class, JOINING_BYTES);
            Body.answer(http, 201, enrolment.enrol(request, sender(http)));
        } finally {
            joining.release();
        }
    }

    /** No path of ours has an escape in it, and a broken one would end in an error of the router. */
    private static void requirePlainPath(Context http) throws GiveUp {
        if (http.req().getRequestURI().indexOf('%') >= 0) {
            throw new GiveUp(Problem.NOT_FOUND);
        }
    }

    private String sender(Context http) {
        return Sender.of(http.ip(), behindProxy, Collections.list(http.req().getHeaders("X-Forwarded-For")));
    }

    private static void nothingHere(Context http) {
        if (http.resultInputStream() == null || !Wire.PROBLEM.equals(http.res().getContentType())) {
            Problems.answer(Problem.of(Problem.NOT_FOUND, "Nothing is here.", http.statusCode()), http);
        }
    }

    private static Problem brokenOff() {
        return Problem.of(Problem.BAD_REQUEST, "The request broke off.", 400);
    }

    private static void unexpected(Exception e, Context http) {
        LOG.log(System.Logger.Level.ERROR, "a request failed: " + where(e));
        Problems.answer(Problem.of("internal", "The clinic failed. Nothing was kept; try again later.", 500), http);
    }

    /** An exception's message may quote what a phone sent; its class and place do not. */
    private static String where(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String here = e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
        return e.getCause() == null ? here : here + ", by " + where(e.getCause());
    }
}
