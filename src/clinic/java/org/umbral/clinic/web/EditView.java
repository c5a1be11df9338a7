package org.umbral.clinic.web;

import java.util.List;
import org.umbral.shared.casefile.HowKnown;

/**
 * The form of one item of a case.
 *
 * @param path where it is sent
 * @param back the section of the case that it is about
 * @param about whom or what it is about; empty for the case itself and for what has no name yet
 * @param problem why the whole was not saved; empty where nothing is wrong with it
 * @param more fields that are asked less often, or that other answers open
 */
record EditView(
        String path,
        String back,
        String title,
        String about,
        String problem,
        List<Input> inputs,
        List<Input> more,
        boolean moreOpen,
        Known known) {
    /** @param label as a person reads it */
    record Option(String code, String label) {}

    /**
     * One field.
     *
     * @param kind of its boxes: line, lines, radio, checks, select, flag, date, moment, address
     * @param mode which keyboard a small screen shows; empty for the usual one
     * @param most characters; 0 for no limit of its own
     * @param options to choose from; of a line, what it offers while somebody types
     * @param why reasons for having no answer; empty where none is offered
     * @param seen the writes that the form shows
     * @param error beside the field; empty where there is none
     * @param note what is doubted about what stands there, and whether answers differ
     */
    record Input(
            String name,
            String kind,
            String label,
            String mode,
            int most,
            List<Option> options,
            List<Option> why,
            Boxes boxes,
            String seen,
            String error,
            List<String> note) {
        String box(String end) {
            return end.isEmpty() ? name : name + "." + end;
        }

        String value(String end) {
            return boxes.one(end);
        }

        boolean has(String value) {
            return boxes.has(Boxes.ONLY, value);
        }

        /** What a box is described by: the error, the notes. */
        String describedBy() {
            return (error.isEmpty() ? "" : "error-" + name + " ") + (note.isEmpty() ? "" : "note-" + name);
        }
    }

    /** How the writer knows it, and since when. */
    record Known(List<Option> options, String chosen, String heard, String error) {
        static final List<HowKnown> OF_STAFF = List.of(
                HowKnown.PHONE_CALL,
                HowKnown.FACE_TO_FACE,
                HowKnown.VIDEO,
                HowKnown.LETTER,
                HowKnown.SEEN_ON_DOCUMENT,
                HowKnown.GOVERNMENT_RECORD,
                HowKnown.FROM_PAPER_NOTES,
                HowKnown.THIRD_PARTY,
                HowKnown.STAFF);
    }
}
