package org.umbral.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.rules.RuleBook;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.catalogue.Catalogue;

/** A rule book in memory, with the role at its door. */
public final class RulesFake implements RuleBook {
    private final Catalogue catalogue;
    private final Clock clock;
    private final Map<String, Confirmed> confirmed = new ConcurrentHashMap<>();

    public RulesFake(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** An attorney stood for it before. */
    public void stands(String rule) {
        confirmed.put(rule, new Confirmed("Carla Ficticia", clock.instant()));
    }

    @Override
    public List<Standing> all(StaffSession session) {
        return catalogue.rules().stream()
                .map(rule -> new Standing(
                        rule,
                        Optional.ofNullable(confirmed.get(rule.id())),
                        rule.id().equals("ALL-04") && !confirmed.containsKey("ALL-04")))
                .toList();
    }

    @Override
    public void confirm(StaffSession session, String rule, int version) throws AskThePerson {
        requireAttorney(session);
        confirmed.put(rule, new Confirmed(session.name(), clock.instant()));
    }

    @Override
    public void takeBack(StaffSession session, String rule) throws AskThePerson {
        requireAttorney(session);
        confirmed.remove(rule);
    }

    private static void requireAttorney(StaffSession session) throws AskThePerson {
        if (session.role() != StaffSession.Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
    }
}
