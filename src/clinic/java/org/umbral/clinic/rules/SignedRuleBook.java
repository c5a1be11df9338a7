package org.umbral.clinic.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.RuleRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Rule;

/**
 * Each act is a document that the clinic's signing key signed, with a print of the whole rule, so that neither a changed
 * rule nor a changed row counts. The name stands sealed beside it, under the key of names.
 */
final class SignedRuleBook implements RuleBook {
    private static final String CONFIRMED = "confirmed";
    private static final String TAKEN_BACK = "taken-back";

    private final RuleRows rows;
    private final Catalogue catalogue;
    private final Audit audit;
    private final Clock clock;

    SignedRuleBook(RuleRows rows, Catalogue catalogue, Audit audit, Clock clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Standing> all(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        Map<String, RuleRows.Row> last = rows.last();
        return catalogue.rules().stream()
                .map(rule -> standing(session, rule, Optional.ofNullable(last.get(rule.id()))))
                .toList();
    }

    @Override
    public void confirm(StaffSession session, String rule, int version) throws AskThePerson, TryAgain {
        Standing now = forAttorney(session, rule);
        if (now.rule().version() != version) {
            throw new AskThePerson("rule-changed");
        }
        if (now.confirmed().isEmpty()) {
            write(session, now.rule(), CONFIRMED, Audit.Action.RULE_CONFIRMED);
        }
    }

    @Override
    public void takeBack(StaffSession session, String rule) throws AskThePerson, TryAgain {
        Standing now = forAttorney(session, rule);
        if (now.confirmed().isPresent()) {
            write(session, now.rule(), TAKEN_BACK, Audit.Action.RULE_TAKEN_BACK);
        }
    }

    private Standing forAttorney(StaffSession session, String rule) throws AskThePerson, TryAgain {
        if (session.role() != StaffSession.Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
        return all(session).stream()
                .filter(one -> one.rule().id().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-rule"));
    }

    private void write(StaffSession session, Rule rule, String act, Audit.Action action) throws TryAgain {
        String document = Json.writeText(Json.object()
                .put("rule", rule.id())
                .put("version", rule.version())
                .put("print", print(rule))
                .put("act", act)
                .put("staff", session.staff())
                .put("at", clock.instant().toString()));
        byte[] signature = session.ring().signingKey().sign(signed(document));
        byte[] name = session.ring()
                .peopleKey()
                .seal(session.name().getBytes(StandardCharsets.UTF_8), place(session.staff()));
        rows.add(
                new RuleRows.Row(rule.id(), document, signature, name),
                audit.next(session.staff(), action, rule.id() + " v" + rule.version()));
    }

    private static Standing standing(StaffSession session, Rule rule, Optional<RuleRows.Row> row) {
        Optional<JsonNode> act = row.flatMap(last -> document(session, last))
                .filter(document -> document.path("act").asText().equals(CONFIRMED));
        Optional<Confirmed> confirmed =
                act.filter(document -> isOf(document, rule)).map(document -> confirmed(session, row, document));
        return new Standing(rule, confirmed, act.isPresent() && confirmed.isEmpty());
    }

    private static boolean isOf(JsonNode document, Rule rule) {
        return document.path("rule").asText().equals(rule.id())
                && document.path("version").asInt() == rule.version()
                && document.path("print").asText().equals(print(rule));
    }

    private static Optional<JsonNode> document(StaffSession session, RuleRows.Row row) {
        boolean holds = session.ring().signingKey().verifyingKey().verify(signed(row.document()), row.signature());
        try {
            return holds ? Optional.of(Json.tree(row.document())) : Optional.empty();
        } catch (GiveUp damaged) {
            return Optional.empty();
        }
    }

    private static Confirmed confirmed(StaffSession session, Optional<RuleRows.Row> row, JsonNode document) {
        String staff = document.path("staff").asText();
        return new Confirmed(
                row.map(one -> name(session, one, staff)).orElse(""),
                Instant.parse(document.path("at").asText()));
    }

    private static String name(StaffSession session, RuleRows.Row row, String staff) {
        try {
            return new String(session.ring().peopleKey().open(row.name(), place(staff)), StandardCharsets.UTF_8);
        } catch (GiveUp otherKey) {
            return "";
        }
    }

    static String print(Rule rule) {
        return Sha256.of(Json.write(rule)).hex();
    }

    private static byte[] signed(String document) {
        return ("umbral rule 1\n" + document).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] place(String staff) {
        return ("umbral rule|" + staff).getBytes(StandardCharsets.UTF_8);
    }
}
