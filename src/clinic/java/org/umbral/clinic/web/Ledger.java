package org.umbral.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Entry;

/**
 * What of a case may leave, in words: the one tree that print, PDF and JSON are made of, so that what is not in it leaves
 * nowhere.
 *
 * @param heldBack pieces of evidence whose photos may not leave
 */
record Ledger(List<Part> parts, List<Proof> evidence, int heldBack) {
    /** All things of one group. */
    record Part(String group, String title, List<Thing> things) {}

    /**
     * A person, a sponsor, the case itself.
     *
     * @param item path of the item; empty for the case
     * @param name of a person or sponsor; else empty
     */
    record Thing(String group, String item, String name, List<Line> lines, List<Part> below) {
        Optional<Line> line(String field) {
            return lines.stream().filter(line -> line.field().equals(field)).findFirst();
        }
    }

    /** @param conflict true where people wrote apart: then there are several values */
    record Line(String field, String label, boolean conflict, List<Said> values) {}

    /** @param blank true where the value is a reason for having none */
    record Said(String text, boolean blank, JsonNode kept, Entry entry, CaseView.Source source) {}

    /**
     * A piece of evidence.
     *
     * @param number {@code E-01}
     * @param pictures empty where its photos may not leave
     * @param pages how many photos there are, also of those that may not leave
     */
    record Proof(String number, String title, Thing thing, List<Picture> pictures, int pages) {
        long here() {
            return pictures.stream().filter(Picture::here).count();
        }
    }

    /**
     * One photographed page.
     *
     * @param name {@code E-01-p1}
     * @param turn degrees clockwise that staff or worker turned it by
     */
    record Picture(String name, String title, int page, Sha256 envelope, Sha256 image, boolean here, int turn) {}
}
