package org.umbral.clinic.web;

import java.util.List;
import java.util.Optional;

/**
 * What staff do with a case, as its page shows it.
 *
 * @param shut path of the form that opens the story; empty where it is open to the reader
 * @param flags what everybody who works on it should see first
 * @param close path of the form that closes it and opens it again; empty where the reader may not
 */
record WorkView(
        String caseId,
        String shut,
        Optional<Closed> closed,
        List<Flag> flags,
        List<Task> tasks,
        List<Telephone> telephones,
        List<Request> requests,
        String close,
        String addTask,
        String addCall,
        String addRequest) {
    /**
     * @param told that the clinic does not take it, when and in which language; empty where nobody wrote it
     * @param kept until when; empty where nothing says so
     */
    record Closed(String why, String told, String kept) {}

    /** @param edit path of the form that answers it; empty where there is none for the reader */
    record Flag(String text, String by, String edit) {}

    /**
     * @param late overdue or due today, in words; empty where it is neither
     * @param seen what a form that says that it is done sends back; empty where the reader may not
     */
    record Task(String item, String what, String due, String late, String whom, String edit, Optional<String> seen) {}

    /** @param noMessage whether leaving a message is not safe */
    record Telephone(String item, String whose, String number, String kind, boolean noMessage) {}

    /**
     * One request as it was sent, and what happened with it in the order of time.
     *
     * @param kept the clinic's list as it stood then, for whoever may read it
     * @param adds forms of what was sent with it and paid for it
     */
    record Request(
            String title,
            List<CaseView.Fact> facts,
            Optional<KeptList> kept,
            String edit,
            List<Event> events,
            String addEvent,
            List<CaseView.Link> adds) {}

    /**
     * @param mistaken whether a later line says that it was entered by mistake
     * @param mayMark whether the reader may say so
     */
    record Event(
            String item,
            String when,
            String what,
            List<CaseView.Fact> facts,
            String by,
            String typed,
            boolean mistaken,
            boolean mayMark) {}
}
