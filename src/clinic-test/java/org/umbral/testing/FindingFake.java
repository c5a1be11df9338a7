package org.umbral.testing;

import java.util.List;
import java.util.Locale;
import org.umbral.clinic.casework.Finding;
import org.umbral.clinic.keys.StaffSession;

/** Finds names and codes that hold what was typed. */
record FindingFake(DeskFake desk) implements Finding {
    @Override
    public List<Found> find(StaffSession session, String typed) {
        String sought = typed.toLowerCase(Locale.ROOT);
        return desk.queue(session).stream()
                .filter(row ->
                        (row.name() + " " + row.code()).toLowerCase(Locale.ROOT).contains(sought))
                .map(row -> new Found(row, row.name().toLowerCase(Locale.ROOT).contains(sought) ? By.NAME : By.CODE))
                .toList();
    }

    @Override
    public void forget() {}
}
