package org.umbral.clinic.rules;

import java.util.List;
import java.util.function.UnaryOperator;
import org.umbral.shared.catalogue.Condition;
import org.umbral.shared.catalogue.Rule;

/** Rules with a part of their conditions replaced. */
final class Relaxed {
    private static final Condition ALWAYS = Condition.all(List.of());
    private static final String SITUATION = "CAS-03";

    private Relaxed() {}

    /** Asked whatever the situation is: an attorney chose the authority. */
    static Rule inAnySituation(Rule rule) {
        Condition applies = rule.applies();
        return new Rule(
                rule.id(),
                rule.version(),
                rule.validFrom(),
                rule.validTo(),
                rule.severity(),
                rule.onPhone(),
                rule.forEach(),
                applies == null ? null : each(applies, Relaxed::anySituation),
                rule.holds(),
                rule.leadsTo(),
                rule.sources(),
                rule.review());
    }

    /** What is there counts, however old it is. */
    static Condition ofAnyAge(Condition holds) {
        return each(holds, Relaxed::anyAge);
    }

    private static Condition anySituation(Condition leaf) {
        boolean asks = leaf.equals() != null && leaf.equals().field().equals(SITUATION);
        return asks ? ALWAYS : leaf;
    }

    private static Condition anyAge(Condition leaf) {
        if (leaf.fresh() != null) {
            return Condition.has(leaf.fresh().field());
        }
        Condition.Evidence evidence = leaf.evidence();
        return evidence == null || evidence.days() == null
                ? leaf
                : Condition.evidence(
                        new Condition.Evidence(evidence.proves(), evidence.kinds(), null, evidence.about()));
    }

    private static Condition each(Condition condition, UnaryOperator<Condition> leaf) {
        if (condition.all() != null) {
            return Condition.all(
                    condition.all().stream().map(one -> each(one, leaf)).toList());
        }
        if (condition.any() != null) {
            return Condition.any(
                    condition.any().stream().map(one -> each(one, leaf)).toList());
        }
        if (condition.not() != null) {
            return Condition.not(each(condition.not(), leaf));
        }
        Condition.Count count = condition.count();
        if (count != null && count.where() != null) {
            return Condition.count(
                    new Condition.Count(count.group(), count.atLeast(), each(count.where(), leaf), count.asManyAs()));
        }
        return leaf.apply(condition);
    }
}
