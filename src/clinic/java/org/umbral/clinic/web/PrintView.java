package org.umbral.clinic.web;

import java.util.List;

/**
 * A case on two pages of paper.
 *
 * @param line situation and photos in one line
 * @param printed when and by whom
 * @param cut whether something did not find room
 */
record PrintView(
        String id,
        String name,
        String code,
        Urgency urgency,
        String line,
        String printed,
        List<Block> blocks,
        List<Proof> evidence,
        List<String> missing,
        String rules,
        List<String> questions,
        boolean cut) {
    /** A person, a sponsor, why it is urgent; without a name where there is one only. */
    record Block(String title, String name, List<Row> rows) {}

    record Row(String label, List<String> values, boolean conflict) {}

    record Proof(String number, String title, String about, String pages) {}
}
