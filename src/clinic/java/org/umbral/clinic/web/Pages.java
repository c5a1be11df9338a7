package org.umbral.clinic.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.Login;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.rules.RuleBook;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.Bug;
import org.umbral.shared.catalogue.Catalogue;

/**
 * The pages of the clinic's staff, over plain HTTP on loopback or behind a proxy that gives TLS. Life: made → {@link
 * #start} → {@link #stop}; once. Keeps nothing between requests: sessions live in {@link Login}.
 */
public final class Pages {
    /** Some long answers in a script whose letters take nine bytes in a form. */
    private static final long MAX_FORM_BYTES = 128 * 1024;

    private final SetUp setUp;
    private final Login login;
    private final People people;
    private final Phones phones;
    private final Desk desk;
    private final Lookalikes lookalikes;
    private final RuleBook rules;
    private final Tables tables;
    private final Catalogue catalogue;
    private final Clock clock;
    private final SecureRandom random;
    private final PagesSettings settings;
    private @Nullable Javalin server;

    /** @param catalogue with the fields that only attorneys read, so that they are known and left out */
    public Pages(
            SetUp setUp,
            Login login,
            People people,
            Phones phones,
            Desk desk,
            Lookalikes lookalikes,
            RuleBook rules,
            Tables tables,
            Catalogue catalogue,
            Clock clock,
            SecureRandom random,
            PagesSettings settings) {
        this.setUp = setUp;
        this.login = login;
        this.people = people;
        this.phones = phones;
        this.desk = desk;
        this.lookalikes = lookalikes;
        this.rules = rules;
        this.tables = tables;
        this.catalogue = catalogue;
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
        server = Javalin.create(this::configure).start(settings.bind(), port);
        return server.port();
    }

    /** Ends the requests that run and answers no more. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = MAX_FORM_BYTES;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        Assets assets = new Assets();
        Visits visits = new Visits(setUp, login, people, desk, assets, random, settings, clock);
        RoutesConfig routes = config.routes;
        new Gate(settings).guard(routes);
        assets.serve(routes);
        new Errors(visits).handle(routes);
        new SetUpPages(setUp, visits, settings).serve(routes);
        new LoginPages(login, desk, visits).serve(routes);
        new DeskPages(desk, phones, rules, catalogue, visits).serve(routes);
        new EditPages(desk, catalogue, visits, random).serve(routes);
        new MrzPages(desk, catalogue, visits, random).serve(routes);
        new TablePages(tables, visits).serve(routes);
        new RulePages(rules, desk, catalogue, visits, random).serve(routes);
        new DuplicatePages(lookalikes, desk, catalogue, visits).serve(routes);
        new PhonePages(phones, desk, visits).serve(routes);
        new KeyPages(phones, desk, visits).serve(routes);
        new StaffPages(people, visits).serve(routes);
        new JoinPages(people, visits).serve(routes);
        new RenewalPages(people, visits).serve(routes);
    }
}
