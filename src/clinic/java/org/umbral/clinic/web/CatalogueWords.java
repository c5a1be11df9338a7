package org.umbral.clinic.web;

import org.umbral.shared.catalogue.Catalogue;

/** The words of fields, groups and choices; the id itself where a catalogue is newer than our words. */
record CatalogueWords(Catalogue catalogue, Words words) {
    /** The question, without what it tells the worker who asks it. */
    String field(String id) {
        String label = words.ofCatalogue("field." + id).orElse(id);
        int end = label.indexOf("? ");
        return end < 0 ? label : label.substring(0, end + 1);
    }

    String group(String id) {
        return words.ofCatalogue("group." + id).orElse(id);
    }

    /** What is missing by a rule; the rule's id where a catalogue is newer than our words. */
    String gap(String rule, Object... with) {
        String key = "gap." + rule;
        return (with.length == 0 ? words.ofCatalogue(key) : words.ofCatalogueWith(key, with)).orElse(rule);
    }

    /** Yes, no and unknown are said alike for every field; how staff came to know has words of ours. */
    String choice(String field, String code) {
        if (code.isEmpty()) {
            return words.say("fact.not-said");
        }
        return words.ofCatalogue("choice." + field + "." + code)
                .or(() -> words.ofCatalogue("choice." + code))
                .or(() -> words.ownIfAny("known." + code))
                .orElse(code);
    }

    Urgency urgency(String code) {
        return Urgency.of(code, choice("CAS-06", code));
    }
}
