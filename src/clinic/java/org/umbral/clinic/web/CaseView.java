package org.umbral.clinic.web;

import java.util.List;
import java.util.Optional;

/**
 * A case as its page shows it.
 *
 * @param missing what the rules of the phone find missing
 * @param sections facts, in the order of the catalogue, reason first
 * @param questions of staff, the newest first
 * @param about what a question may be about
 * @param raw what came for fields that this catalogue does not know
 */
record CaseView(
        String id,
        String name,
        String code,
        String situation,
        Urgency urgency,
        String arrived,
        String opened,
        boolean conflicts,
        String photosLine,
        boolean photosMissing,
        MissingView missing,
        List<Section> sections,
        List<Evidence> evidence,
        List<Sitting> timeline,
        List<Raw> raw,
        List<Asked> questions,
        List<Choice> about) {
    /** @param note shown under the title; may be empty */
    record Section(String id, String title, String note, List<Card> cards) {}

    /** One person, sponsor or consent; without a title where a section has one card only. */
    record Card(String title, boolean removedElsewhere, List<Fact> facts) {}

    /** @param conflict true where two people wrote apart and nobody settled it */
    record Fact(String id, String label, boolean conflict, List<Said> values) {}

    /** @param blank true where the value is a reason for having none */
    record Said(String text, boolean blank, Source source) {}

    /** Where a fact comes from. */
    record Source(String who, String device, String heard, String typed, String known) {}

    record Evidence(String title, List<Fact> facts, List<PhotoView> photos) {}

    /** What one author changed in one sitting. */
    record Sitting(Source source, int changes, String fields) {}

    /** @param answer in words; empty while there is none */
    record Asked(String text, String by, String at, String about, Optional<Said> answer) {}

    /** @param code item and field, as a form sends them back */
    record Choice(String code, String label) {}

    record Raw(String field, String item, String value, Source source) {}
}
