package org.umbral.clinic.web;

import java.util.List;

/**
 * What a copy of a case would hold, and whether it may be made.
 *
 * @param people what each person of the case agreed to
 * @param sponsors whether sponsors' own facts go with it
 */
record ExportView(
        String id,
        String name,
        String code,
        List<Person> people,
        boolean sponsors,
        List<Choice> choices,
        String passphrase) {
    /** @param said the answer for each purpose, in the order of the choices */
    record Person(String name, List<String> said) {}

    /**
     * One kind of copy.
     *
     * @param holds what is in it, in sentences
     * @param refused why it may not be made; empty where it may
     */
    record Choice(
            String purpose,
            String title,
            String why,
            String consent,
            List<String> holds,
            String refused,
            boolean withKey) {}
}
