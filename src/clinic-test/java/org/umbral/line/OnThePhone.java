package org.umbral.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.line.Promises.Kept;
import org.umbral.phone.CaseRow;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryId;

/** What a phone shows whose vault is still there, beside what it was promised and what the clinic has. */
record OnThePhone(LinePhone phone, Kept kept, Map<CaseId, CaseFile> atClinic) {
    List<Finding> findings() throws Failure {
        List<Finding> findings = new ArrayList<>();
        Map<CaseId, CaseRow> rows = phone.intake().cases().stream().collect(Collectors.toMap(CaseRow::id, row -> row));
        values(rows, findings);
        for (CaseId id : rows.keySet()) {
            if (atClinic.containsKey(id)
                    && !entries(id).equals(atClinic.get(id).entries().keySet())) {
                findings.add(Finding.lost("other entries on the phone, case " + id.text()));
            }
        }
        captures(rows, findings);
        return findings;
    }

    private Set<EntryId> entries(CaseId id) throws Failure {
        return new HashSet<>(phone.intake().read(id).entries().keySet());
    }

    /** What waits for consent is a whole draft here; what was forgotten is a stub. */
    private void values(Map<CaseId, CaseRow> rows, List<Finding> findings) throws Failure {
        for (var value : kept.values().entrySet()) {
            CaseId id = value.getKey().id();
            if (kept.gone().contains(id)) {
                continue;
            }
            Optional<CaseRow> row = Optional.ofNullable(rows.get(id));
            if (row.isEmpty()) {
                findings.add(Finding.lost("on the phone: case " + id.text()));
            } else if (row.get().kept() == CaseRow.Kept.WHOLE) {
                AtTheClinic.value(phone.intake().read(id), value.getKey(), value.getValue())
                        .map(one -> new Finding(one.kind(), "on the phone: " + one.about()))
                        .ifPresent(findings::add);
            }
        }
    }

    /** A capture is a page, or is offered itself. */
    private void captures(Map<CaseId, CaseRow> rows, List<Finding> findings) throws Failure {
        Set<Sha256> offered = phone.offered();
        for (Map.Entry<Sha256, CaseId> capture : kept.captures().entrySet()) {
            CaseId id = capture.getValue();
            boolean whole = rows.containsKey(id) && rows.get(id).kept() == CaseRow.Kept.WHOLE;
            if (whole
                    && !offered.contains(capture.getKey())
                    && AtTheClinic.pages(phone.intake().read(id), capture.getKey())
                            .isEmpty()) {
                findings.add(Finding.lost("on the phone: capture " + capture.getKey()));
            }
        }
    }
}
