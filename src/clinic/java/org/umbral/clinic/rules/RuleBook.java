package org.umbral.clinic.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Rule;

/**
 * Which rules an attorney has confirmed: one by one, with name and date, and taken back at any time. A rule that changed, by
 * version or by any part of it, is not confirmed. For sessions that read cases. Thread-safe.
 */
public interface RuleBook {
    /** Every rule of the catalogue in its order. {@code AskThePerson("not-your-role")}. */
    List<Standing> all(StaffSession session) throws AskThePerson, TryAgain;

    /**
     * The attorney stands for this version of the rule. {@code AskThePerson} with {@code not-your-role}, {@code
     * no-such-rule}, or {@code rule-changed} where another version is in force. Audited; nothing where it stands already.
     */
    void confirm(StaffSession session, String rule, int version) throws AskThePerson, TryAgain;

    /** No attorney stands for it any more. Like {@link #confirm}; nothing where nobody did. */
    void takeBack(StaffSession session, String rule) throws AskThePerson, TryAgain;

    /** The ids of the rules that count. */
    default Set<String> confirmed(StaffSession session) throws AskThePerson, TryAgain {
        return all(session).stream()
                .filter(one -> one.confirmed().isPresent())
                .map(one -> one.rule().id())
                .collect(Collectors.toSet());
    }

    /**
     * @param confirmed empty where it shows as information only
     * @param changed whether somebody confirmed what it said before
     */
    record Standing(Rule rule, Optional<Confirmed> confirmed, boolean changed) {}

    /** @param name as it was then; empty where this session cannot read it any more */
    record Confirmed(String name, Instant at) {}
}
