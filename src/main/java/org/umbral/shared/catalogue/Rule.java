package org.umbral.shared.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * A readiness rule as dated data (domain notes §3.8). Its words are under {@code gap.<id>}: a fact, never advice.
 *
 * @param severity M must, S should, I information; a rule that no attorney has confirmed shows as I at the clinic
 * @param onPhone whether a volunteer may see it
 * @param forEach the group whose every item is asked about; null asks about the case
 * @param applies asked only while this holds
 * @param holds what has to be so
 * @param leadsTo the field that the line leads to
 * @param review true where an attorney has to look and no answer alone settles it; null elsewhere
 */
@Bound
public record Rule(
        String id,
        int version,
        String validFrom,
        @Nullable String validTo,
        String severity,
        boolean onPhone,
        @Nullable String forEach,
        @Nullable Condition applies,
        Condition holds,
        String leadsTo,
        List<String> sources,
        @Nullable Boolean review) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(holds, "holds");
        Objects.requireNonNull(leadsTo, "leadsTo");
        sources = sources == null ? List.of() : List.copyOf(sources);
    }
}
