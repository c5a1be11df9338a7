package org.umbral.phone.screen.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.umbral.phone.capture.CaseFacts;
import org.umbral.phone.capture.Children;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Step;

/**
 * Which protocols a case calls for, and what is not asked while they hold. A pure function of what the case holds today;
 * of a conflict the more careful side counts.
 */
public record Protocols(Catalogue catalogue, CaseFile file, LocalDate today) {
    private static final Set<String> ASKED_OF_A_CHILD_ALONE =
            Set.of("consent", "why", "person", "find", "where", "heard", "family");
    private static final List<Protocol> FLAGS = List.of(
            Protocol.SUICIDE_RISK,
            Protocol.TRAFFICKING_SIGN,
            Protocol.DV_SIGN,
            Protocol.THREAT_FROM_THIRD_PARTY,
            Protocol.PREGNANT,
            Protocol.DISABILITY);

    /** A field that a card asks, right there. */
    public record Ask(ItemId item, String field) {}

    /** A card and what it asks; fields that the catalogue does not have are left out. */
    public record Card(Protocol protocol, List<Ask> asks) {}

    /** In the order of {@link Protocol}. */
    public List<Card> cards() {
        return cards(Optional.empty());
    }

    /** The same with one more that a choice brought up. */
    public List<Card> cards(Optional<Protocol> chosen) {
        List<Card> cards = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            if (holds(protocol) || chosen.filter(protocol::equals).isPresent()) {
                cards.add(new Card(protocol, asks(protocol)));
            }
        }
        return cards;
    }

    /** CAP-12: what a choice would bring up instead of being kept; empty where it may be kept. */
    public static Optional<Protocol> refusing(FieldId field, Value value) {
        boolean child = field.text().equals("CAP-12") && value.asChoices().contains("CHILD");
        return child ? Optional.of(Protocol.CHILD_INTERPRETER) : Optional.empty();
    }

    /** The person wanted to stop: nothing is asked until they want to go on. */
    public boolean isStopped() {
        return facts().isTrue(ItemId.CASE, "CAP-16");
    }

    /**
     * Whether a step is still gone through: of a child alone only the minimum is asked, and papers once a parent or
     * guardian has answered for the child.
     */
    public boolean asks(Step step) {
        return !holds(Protocol.CHILD_ALONE)
                || ASKED_OF_A_CHILD_ALONE.contains(step.id())
                || step.id().equals("evidence") && facts().saysAnywhere("CON-08A", "PARENT", "LEGAL_GUARDIAN");
    }

    /** Whether a sponsor may be contacted or told: not about a child alone. */
    public boolean letsTellSponsors() {
        return !holds(Protocol.CHILD_ALONE);
    }

    public boolean mayBeChild(ItemId person) {
        return children().mayBe(person);
    }

    public boolean holds(Protocol protocol) {
        return switch (protocol) {
            case STOPPED -> isStopped();
            case LIFE_IN_DANGER -> facts().says(ItemId.CASE, "CAS-06", "NOW_LIFE_THREATENING");
            case CHILD_ALONE -> children().isAlone();
            case CHILD_WITH_WHOM ->
                !children().isAlone() && !children().withWhomIsOpen().isEmpty();
            case CHILD_INTERPRETER -> facts().says(ItemId.CASE, "CAP-12", "CHILD");
            case OFFICER_PRESENT -> facts().says(ItemId.CASE, "CAP-15", "OFFICER");
            case NOT_PRIVATE -> facts().isNotYes(ItemId.CASE, "CAP-14");
            case TERMINATION -> facts().hasAny("PRG-07");
            case OWN_LAWYER ->
                facts().saysAnywhere("ATY-01", "YES_FOR_PAROLE", "YES_OTHER_MATTER", "SAID_YES_UNVERIFIED");
            case NOTARIO ->
                facts().saysAnywhere("ATY-01", "NOTARIO_ONLY") || facts().saysAnywhere("CAS-12", "PAID_NOTARIO");
            default -> FLAGS.contains(protocol) && isFlagged(protocol.name());
        };
    }

    /** The flag was set, and no answer that is held now calls for it. */
    public boolean isChildAloneByFlagOnly() {
        return children().isAloneByFlagOnly();
    }

    /** The flags that need privacy stand in a field of their own. */
    private boolean isFlagged(String flag) {
        return facts().says(ItemId.CASE, "CAS-13", flag) || facts().says(ItemId.CASE, "CAS-13A", flag);
    }

    private List<Ask> asks(Protocol protocol) {
        Stream<Ask> wanted = switch (protocol) {
            case LIFE_IN_DANGER -> Stream.of(new Ask(ItemId.CASE, "MED-11"));
            case CHILD_ALONE -> Stream.concat(whoIsWithThem(), Stream.of(new Ask(ItemId.CASE, "CAS-12")));
            case CHILD_WITH_WHOM -> whoIsWithThem();
            case OWN_LAWYER -> Stream.of(new Ask(ItemId.CASE, "ATY-02"), new Ask(ItemId.CASE, "ATY-02A"));
            case NOTARIO -> Stream.of(new Ask(ItemId.CASE, "CAS-12"));
            default -> Stream.empty();
        };
        return wanted.filter(ask -> catalogue.field(ask.field()).isPresent()).toList();
    }

    private Stream<Ask> whoIsWithThem() {
        return children().withWhomIsOpen().stream().map(child -> new Ask(child, "FAM-06"));
    }

    private Children children() {
        return new Children(catalogue, file, today);
    }

    private CaseFacts facts() {
        return new CaseFacts(file);
    }
}
