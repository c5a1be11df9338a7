package org.umbral.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.umbral.phone.capture.SearchTerms;
import org.umbral.phone.capture.Summary;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;

/**
 * What a case tells of itself without its entries being read.
 *
 * @param terms what it is found by, folded
 * @param questions of the clinic that wait for an answer
 */
record Told(Summary summary, String terms, int questions) {
    static Told of(Shelf shelf, CaseFile whole) throws Failure {
        return new Told(
                Summary.of(whole, shelf.capture().catalogue()),
                SearchTerms.of(whole, shelf.capture().catalogue()),
                new QuestionRows(shelf).open(whole));
    }

    /** Code and situation stay, and what the clinic asks. */
    Told asStub() {
        return new Told(new Summary(summary.code(), "", summary.situation(), ""), "", questions);
    }

    Told asked(int open) {
        return new Told(summary, terms, open);
    }

    void write(ObjectNode json) {
        json.put("code", summary.code())
                .put("name", summary.name())
                .put("situation", summary.situation())
                .put("urgency", summary.urgency())
                .put("terms", terms)
                .put("questions", questions);
    }

    static Told read(JsonNode json) {
        return new Told(
                new Summary(
                        json.path("code").asText(),
                        json.path("name").asText(),
                        json.path("situation").asText(),
                        json.path("urgency").asText()),
                json.path("terms").asText(),
                json.path("questions").asInt());
    }

    @Override
    public String toString() {
        return "Told";
    }
}
