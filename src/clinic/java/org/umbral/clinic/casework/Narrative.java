package org.umbral.clinic.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;

/**
 * The words of a case's story, and its photos. An attorney reads them once the conflict check is clear (CAS-11, domain notes
 * §2.3): whatever leaves casework for a session passes {@link #shownTo}. Thread-safe.
 */
public final class Narrative {
    private static final FieldId CHECK = new FieldId("CAS-11");
    private static final String CLEAR = "CLEAR";
    /** Where one line of text tells the story; in other groups it is a name, a number or a place. */
    private static final Set<String> GROUPS = Set.of("reason", "medical", "safety", "record", "inadmissibility");

    private static final Set<String> SENSITIVE = Set.of("S3", "S4");
    private static final String SHUT = "shut";
    /** Stands where an answer is that the reader may not see yet. */
    private static final Value IN_ITS_PLACE = new Value(Json.object().put(SHUT, CHECK.text()));

    private Narrative() {}

    /** Several lines of text anywhere; one line where it tells of the reason, of health or of safety. */
    public static boolean isOf(Field field) {
        boolean line = field.type() == FieldType.TEXT
                && GROUPS.contains(field.group())
                && SENSITIVE.contains(field.sensitivity());
        return line || field.type() == FieldType.LONG_TEXT;
    }

    /** Whether somebody of this role has to wait for the conflict check; of two answers the less clear one counts. */
    public static boolean isShut(StaffSession.Role role, CaseFile file) {
        return role == StaffSession.Role.ATTORNEY
                && file.answer(ItemId.CASE, CHECK)
                        .filter(answer -> answer.held().stream()
                                .allMatch(held -> held.value().asText().equals(Optional.of(CLEAR))))
                        .isEmpty();
    }

    /** Whether it only says that something stands there. */
    public static boolean isShut(Value value) {
        return value.part(SHUT).isPresent();
    }

    static void requireOpen(StaffSession session, CaseFile file) throws AskThePerson {
        if (isShut(session.role(), file)) {
            throw new AskThePerson("conflict-check-first");
        }
    }

    /** The case as this session may read it: the same entries and writes, some of them without what they say. */
    static CaseFile shownTo(StaffSession session, Catalogue catalogue, CaseFile file) {
        return isShut(session.role(), file)
                ? file.refold(file.entries().values().stream()
                        .map(entry -> without(catalogue, entry))
                        .toList())
                : file;
    }

    /** The questions as this session may read them; a text that waits is empty. */
    static List<Desk.Asked> shownTo(StaffSession session, CaseFile file, List<Desk.Asked> questions) {
        return isShut(session.role(), file)
                ? questions.stream()
                        .map(one -> new Desk.Asked(one.id(), "", one.by(), one.at(), one.about()))
                        .toList()
                : questions;
    }

    private static Entry without(Catalogue catalogue, Entry entry) {
        List<Write> writes = entry.writes().stream()
                .map(write -> write.value().isAnswer() && isWithheld(catalogue, write.field())
                        ? new Write(write.field(), write.item(), IN_ITS_PLACE, write.seen())
                        : write)
                .toList();
        return entry.with(writes);
    }

    /** Also what a newer catalogue knows: it may be anything. */
    private static boolean isWithheld(Catalogue catalogue, FieldId id) {
        return catalogue.field(id).map(Narrative::isOf).orElse(!id.prefix().equals(FieldId.ORDER.prefix()));
    }
}
