package org.umbral.shared.casefile;

import java.util.Optional;

/**
 * How a question of the clinic is answered in the case: an item that both ends derive from the question's id holds what
 * was asked and the answer, so that an answer is a write like any other.
 */
public final class Questions {
    public static final FieldId ASKED = new FieldId("QST-01");
    public static final FieldId ANSWER = new FieldId("QST-02");
    /** True where the field that was asked about was written instead. */
    public static final FieldId IN_ITS_FIELD = new FieldId("QST-03");

    private Questions() {}

    public static ItemId itemOf(String question) {
        return ItemId.standingFor(question);
    }

    /** What somebody answered in words; the first where two did apart. */
    public static Optional<String> answer(CaseFile caseFile, String question) {
        return caseFile.answer(itemOf(question), ANSWER).stream()
                .flatMap(answer -> answer.held().stream())
                .filter(held -> held.value().isAnswer())
                .flatMap(held -> held.value().asText().stream())
                .findFirst();
    }

    public static boolean isAnsweredInItsField(CaseFile caseFile, String question) {
        return caseFile.answer(itemOf(question), IN_ITS_FIELD).stream()
                .flatMap(answer -> answer.held().stream())
                .anyMatch(held -> held.value().isTrue());
    }

    /** Whether a write is an answer to a question. */
    public static boolean answers(Write write) {
        return write.field().equals(ANSWER) || write.field().equals(IN_ITS_FIELD);
    }

    public static boolean isAnswered(CaseFile caseFile, String question) {
        return isAnsweredInItsField(caseFile, question)
                || answer(caseFile, question).isPresent();
    }
}
