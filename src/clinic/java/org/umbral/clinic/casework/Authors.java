package org.umbral.clinic.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk.Authorship;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;

/** The names behind the ids that a case's entries carry: workers by their phones, staff as they wrote. */
record Authors(Phones phones, SealedCases cases) {
    List<Authorship> of(StaffSession session, CaseFile caseFile) throws TryAgain {
        List<Phones.Phone> known = phones.list(session);
        Map<String, String> staff = new HashMap<>();
        for (CaseId id : caseFile.entries().values().stream().map(Entry::caseId).collect(Collectors.toSet())) {
            staff.putAll(cases.writers(session.ring(), id));
        }
        return caseFile.entries().values().stream()
                .map(Entry::author)
                .distinct()
                .map(author -> new Authorship(
                        author.person(),
                        author.isClinic() ? staff.getOrDefault(author.person(), "") : worker(known, author),
                        author.device()))
                .distinct()
                .toList();
    }

    private static String worker(List<Phones.Phone> known, Author author) {
        return known.stream()
                .filter(phone -> phone.device().equals(author.device()))
                .map(Phones.Phone::worker)
                .findFirst()
                .orElse("");
    }
}
