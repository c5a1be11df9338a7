package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Group;
import org.umbral.testing.SealedCase;

/** The addresses by which a route is tried: of this clinic's case, its items, its phone, its people. */
record Ways(PlantedClinic planted, String attorney) {
    private static final Pattern GAP = Pattern.compile("[{<]([a-z0-9]+)[}>]");

    static Ways of(PlantedClinic planted) throws Failure {
        try (StaffSession attorney = planted.clinic.session()) {
            return new Ways(planted, attorney.staff());
        }
    }

    List<String> through(String route) throws Failure {
        String path = route.substring(route.indexOf(' ') + 1);
        if (path.contains("{group}")) {
            return ofEachGroup(path);
        }
        if (path.startsWith("/duplicates/")) {
            return List.of(ofThePair());
        }
        return Stream.of(planted.photo, planted.sponsorsPaper)
                .map(photo -> filled(path, ofCases(path, photo)))
                .distinct()
                .toList();
    }

    private Map<String, String> ofCases(String path, SealedCase.SealedPhoto photo) {
        return Map.of(
                "id", path.startsWith("/people") ? attorney : planted.sample.id.text(),
                "case", planted.sample.id.text(),
                "photo", photo.envelope().name().hex(),
                "device", planted.phone.device(),
                "person", planted.sample.person.path(),
                "key", "none");
    }

    private List<String> ofEachGroup(String path) throws Failure {
        List<String> paths = new ArrayList<>();
        for (Group group : PlantedClinic.CATALOGUE.groups()) {
            for (String item : List.of(
                    "case", planted.sample.person.path(), planted.sponsor.path(), planted.sample.evidence.path())) {
                paths.add(filled(path, Map.of("id", planted.sample.id.text(), "group", group.id(), "item", item)));
            }
        }
        return paths;
    }

    private String ofThePair() throws Failure {
        try (StaffSession attorney = planted.clinic.session()) {
            Lookalikes lookalikes = planted.lookalikes;
            Suggestion pair = lookalikes.all(attorney).get(0);
            return String.join(
                    "/",
                    "/duplicates",
                    pair.first().caseId(),
                    pair.first().id(),
                    pair.second().caseId(),
                    pair.second().id());
        }
    }

    private static String filled(String path, Map<String, String> with) {
        Matcher gap = GAP.matcher(path);
        return gap.replaceAll(found -> {
            String value = with.get(found.group(1));
            if (value == null) {
                throw new AssertionError("say in Ways how to fill " + found.group() + " of " + path);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
