package org.umbral.clinic.casework;

import java.util.Set;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;

/**
 * Groups whose items stay as they were written: what happened with a request, calls, notes. What was entered by mistake is
 * said to be so by another item.
 */
public final class OnlyAdded {
    private static final Set<String> GROUPS = Set.of("event", "call", "staffnote", "attorneynote");

    private OnlyAdded() {}

    /** Whether what stands there may not be written again. */
    public static boolean isFixed(String group, ItemId item, CaseFile file) {
        return GROUPS.contains(group) && file.item(item).isPresent();
    }
}
