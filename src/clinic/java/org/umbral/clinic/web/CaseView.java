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
 * @param add what can be written that is not in the case yet
 * @param work what staff do with it
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
        List<Choice> about,
        List<Link> add,
        WorkView work,
        ApartView apart) {
    /** @param note shown under the title; may be empty */
    record Section(String id, String title, String note, List<Card> cards, Optional<Link> add) {}

    /**
     * One person, sponsor or consent; without a title where a section has one card only.
     *
     * @param edit path of its form; empty where the reader may not change it
     * @param below what can be added to it
     */
    record Card(
            String title,
            boolean removedElsewhere,
            List<Fact> facts,
            String edit,
            List<Link> below,
            List<Past> history) {}

    /**
     * @param conflict true where two people wrote apart and nobody settled it
     * @param settle what a form that settles it sends back; empty where the reader may not
     */
    record Fact(String id, String label, boolean conflict, List<Said> values, Optional<Settle> settle) {
        Fact(String id, String label, boolean conflict, List<Said> values) {
            this(id, label, conflict, values, Optional.empty());
        }
    }

    /**
     * @param blank true where the value is a reason for having none
     * @param write names it where it is one of several; else empty
     * @param edit path of the form of the thing that it is the line of; mostly empty
     */
    record Said(String text, boolean blank, Source source, String write, String edit) {
        Said(String text, boolean blank, Source source) {
            this(text, blank, source, "", "");
        }
    }

    /** @param item path of the item, {@code case} for the case itself */
    record Settle(String item, String field, String seen) {}

    record Link(String label, String href) {}

    /** @param current false where a later answer took its place */
    record Past(String field, String value, Source source, boolean current) {}

    /** Where a fact comes from. */
    record Source(String who, String device, String heard, String typed, String known) {}

    record Evidence(String title, List<Fact> facts, List<PhotoView> photos, String edit) {}

    /**
     * What one author changed in one sitting, or a question that somebody asked.
     *
     * @param what a question or a call in words; empty for what people told
     * @param changes none where nothing was written into the case
     */
    record Sitting(Source source, String what, int changes, String fields) {}

    /** @param answer in words; empty while there is none */
    record Asked(String text, String by, String at, String about, Optional<Said> answer) {}

    /** @param code item and field, as a form sends them back */
    record Choice(String code, String label) {}

    record Raw(String field, String item, String value, Source source) {}
}
