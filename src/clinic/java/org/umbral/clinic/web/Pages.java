package org.umbral.clinic.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.Joins;
import org.umbral.shared.Bug;
import org.umbral.shared.catalogue.Catalogue;

/**
 * The pages of the clinic's staff, over plain HTTP on loopback or behind a proxy that gives TLS. Life: made → {@link
 * #start} → {@link #stop}; once. Keeps nothing between requests: sessions live in {@link org.umbral.clinic.keys.Login}.
 */
public final class Pages {
    /** Some long answers in a script whose letters take nine bytes in a form. */
    private static final long MAX_FORM_BYTES = 128 * 1024;

    private static final List<HandlerType> ANSWERED =
            List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE, HandlerType.PATCH);

    private final Doors doors;
    private final Clock clock;
    private final SecureRandom random;
    private final PagesSettings settings;
    private @Nullable Javalin server;

    public Pages(Doors doors, Clock clock, SecureRandom random, PagesSettings settings) {
        this.doors = doors;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
    }

    /**
     * Answers from now on.
     *
     * @param port 0 takes a free one
     * @return the port it listens on
     */
    public synchronized int start(int port) {
        if (server != null) {
            throw new Bug("pages start once");
        }
        server = Javalin.create(config -> configure(config, port)).start();
        return server.port();
    }

    /** Every way in that answers, such as {@code GET /case/{id}}; for tests that look at all of them. */
    synchronized List<String> routes() {
        if (server == null) {
            throw new Bug("pages that run have routes");
        }
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(one -> ANSWERED.contains(one.endpoint.method))
                .map(one -> one.endpoint.method.name() + " " + one.endpoint.path)
                .toList();
    }

    /** Ends the requests that run and answers no more. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** Buffers are made for each request and not kept for the next: they hold what was typed, and pages with words of people. */
    private ServerConnector forgetful(Server jetty, HttpConfiguration http, int port) {
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        HttpConnectionFactory connections = new HttpConnectionFactory(http);
        ServerConnector connector =
                new ServerConnector(jetty, null, null, new ByteBufferPool.NonPooling(), -1, -1, connections);
        connector.setHost(settings.bind());
        connector.setPort(port);
        return connector;
    }

    private void configure(JavalinConfig config, int port) {
        config.jetty.addConnector((jetty, http) -> forgetful(jetty, http, port));
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = MAX_FORM_BYTES;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        Assets assets = new Assets();
        Visits visits = new Visits(
                doors.setUp(),
                doors.login(),
                doors.people(),
                doors.desk(),
                doors.catalogue(),
                doors.health(),
                assets,
                random,
                settings,
                clock);
        RoutesConfig routes = config.routes;
        new Gate(settings).guard(routes);
        assets.serve(routes);
        new Errors(visits).handle(routes);
        atTheDoor(routes, visits);
        cases(routes, visits);
        gates(routes, visits);
        waysOut(routes, visits);
        clinic(routes, visits);
    }

    private void atTheDoor(RoutesConfig routes, Visits visits) {
        new SetUpPages(doors.setUp(), visits, settings).serve(routes);
        new LoginPages(doors.login(), doors.desk(), visits).serve(routes);
        new JoinPages(doors.people(), visits).serve(routes);
    }

    private void cases(RoutesConfig routes, Visits visits) {
        Desk desk = doors.desk();
        Guards guards = doors.guards();
        Catalogue catalogue = doors.catalogue();
        Joins joins = doors.beside().joins();
        TwiceViews twice = new TwiceViews(doors.lookalikes(), joins);
        BesideCases beside = new BesideCases(doors.lookalikes(), doors.tables(), catalogue);
        new DeskPages(desk, guards, doors.phones(), twice, doors.rules(), beside, catalogue, visits).serve(routes);
        PlaceOffers offers = new PlaceOffers(doors.tables());
        KeptLists kept = new KeptLists(desk, guards, beside, doors.rules(), catalogue);
        new EditPages(desk, guards, doors.people(), offers, kept, catalogue, visits, random).serve(routes);
        new WorkPages(desk, guards, doors.people(), catalogue, visits, random).serve(routes);
        new MrzPages(desk, guards, catalogue, visits, random).serve(routes);
        new DuplicatePages(doors.lookalikes(), joins, desk, catalogue, visits).serve(routes);
        new SearchPages(doors.beside().finding(), catalogue, visits).serve(routes);
    }

    private void gates(RoutesConfig routes, Visits visits) {
        new GuardPages(doors.guards(), visits).serve(routes);
        new WithdrawPages(doors.desk(), doors.guards(), doors.catalogue(), visits).serve(routes);
        new ErasePages(doors.desk(), doors.guards(), doors.people(), visits).serve(routes);
        new AuditPages(doors.desk(), doors.guards(), doors.people(), visits).serve(routes);
    }

    private void waysOut(RoutesConfig routes, Visits visits) {
        new PrintPages(doors.waysOut(), doors.catalogue(), visits).serve(routes);
        new BlankPages(doors.catalogue(), visits).serve(routes);
        new ExportPages(doors.waysOut(), doors.catalogue(), visits, random).serve(routes);
    }

    private void clinic(RoutesConfig routes, Visits visits) {
        new RulePages(doors.rules(), doors.catalogue(), visits).serve(routes);
        new RulingPages(doors.desk(), doors.catalogue(), visits, random).serve(routes);
        new TablePages(doors.tables(), visits).serve(routes);
        new PhonePages(doors.phones(), doors.desk(), visits).serve(routes);
        new KeyPages(doors.phones(), doors.desk(), visits).serve(routes);
        new StaffPages(doors.people(), visits).serve(routes);
        new RenewalPages(doors.people(), visits).serve(routes);
        new ServerPages(doors.health(), doors.phones(), visits).serve(routes);
    }
}
