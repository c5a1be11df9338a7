package org.umbral.clinic.web;

import java.util.List;
import java.util.Optional;

/**
 * The machine-readable lines beside their photo. What was typed goes back to its writer and is kept nowhere.
 *
 * @param problem what is wrong with what was typed; empty where nothing is
 * @param read empty while nothing was typed
 */
record MrzView(PhotoView photo, String path, String typed, String problem, Optional<Read> read) {
    /**
     * @param format in words
     * @param doubts what is worth a second look
     * @param person path of whom the fields are of
     */
    record Read(
            String format,
            List<Check> checks,
            List<String> doubts,
            List<EditView.Option> persons,
            String person,
            String citizenship,
            String document,
            List<Proposal> proposals) {}

    /**
     * @param repair what the button that tries it sends; empty where none is offered
     * @param tries the same in words
     */
    record Check(String part, boolean holds, String printed, String reckoned, String repair, String tries) {}

    /**
     * A field that the lines could fill.
     *
     * @param standing what is there now; empty where nothing is
     * @param same whether it says the same already
     * @param seen the writes that are there now
     */
    record Proposal(
            String field,
            String label,
            String value,
            String standing,
            boolean same,
            boolean ticked,
            String seen,
            String note) {}
}
