package org.umbral.shared.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.FieldId;

/**
 * One field of the catalogue. Its words are in the resource bundles under {@code field.<id>}, {@code field.<id>.hint}
 * and {@code choice.<id>.<code>}.
 *
 * @param id such as PER-02
 * @param group id of the {@link Group} it belongs to
 * @param min least number, or null
 * @param max characters of a text, codes of a several-choice, or the greatest number; null for no limit beyond the
 *     format's
 * @param checks what is doubted about a value; it informs and never keeps a value from being saved (domain notes §4)
 * @param choices the codes, in the order in which they are shown
 * @param frequent the codes to show first, the rest behind "more"; empty shows all
 * @param audience who may read it; only ever narrows
 * @param enters who may enter it: V visitor, O outreach, K clinic staff, A attorney, S the system
 * @param sensitivity S0 to S4 of the domain notes §2.0
 * @param required D to keep a draft, Y asked before sending, or empty
 * @param protective values that rules and gates prefer while the field is in conflict, most protective first
 * @param refusable whether "don't know" and "refuses" are offered
 * @param of the group that a reference points into
 * @param when shown only while this holds
 */
@Bound
public record Field(
        String id,
        String group,
        FieldType type,
        @Nullable Integer min,
        @Nullable Integer max,
        List<Check> checks,
        List<String> choices,
        List<String> frequent,
        String audience,
        List<String> enters,
        String sensitivity,
        String required,
        List<String> protective,
        boolean refusable,
        @Nullable String of,
        @Nullable Condition when) {
    public Field {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(audience, "audience");
        choices = choices == null ? List.of() : List.copyOf(choices);
        frequent = frequent == null ? List.of() : List.copyOf(frequent);
        checks = checks == null ? List.of() : List.copyOf(checks);
        enters = enters == null ? List.of() : List.copyOf(enters);
        protective = protective == null ? List.of() : List.copyOf(protective);
        required = required == null ? "" : required;
    }

    public FieldId fieldId() {
        return new FieldId(id);
    }

    public Audience readBy() {
        return Audience.ofWireName(audience);
    }

    /**
     * Whether a phone writes it: what visitor or outreach enter, also where others' writes of it never come to a phone, and
     * what the app itself notes by the way for phones to read.
     */
    public boolean isEnteredOnPhones() {
        return enters.contains("V") || enters.contains("O") || enters.contains("S") && readBy() == Audience.PHONE;
    }

    public boolean isAskedFirst() {
        return required.equals("Y") || required.equals("D");
    }
}
