package org.umbral.phone.screen.intake;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.notice.Notices;
import org.umbral.phone.screen.notice.ReadAloud;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** One consent as it is written to the case. Blocks; not for the UI thread. */
record ConsentRow(Intake intake, IntakeModel model, ItemId item) {
    private static final int MONTHS = 12;

    /** Something written to a row. */
    @FunctionalInterface
    interface Deed {
        void run(ConsentRow row) throws Failure;
    }

    /** On what text, read how, a person answers. */
    record Told(Notices notices, ReadAloud reading, String how) {
        private String[] shown(String purpose) {
            return purpose.equals(Consents.PHOTOGRAPH) ? new String[] {"N1", "N2", "N3"} : new String[] {"N1", "N2"};
        }

        String reference(String purpose) {
            return notices.reference(shown(purpose))
                    + ", "
                    + reading.language().tag()
                    + (reading.brief() ? ", CONSENT_SHORT" : "")
                    + (isSigned(purpose) ? "" : ", draft notice")
                    + reading.reader()
                            .map(reader -> reader == ReadAloud.Reader.WORKER
                                    ? ", read by the worker"
                                    : ", read by an interpreter")
                            .orElse("");
        }

        boolean isSigned(String purpose) {
            return notices.areSigned(List.of(shown(purpose)), reading.language());
        }
    }

    void begin(ItemId person, String purpose) throws Failure {
        write("CON-02", Value.text(purpose));
        write("CON-01", Value.text(person.path()));
    }

    /** CON-04 to CON-07, and CON-11: a consent is asked anew after a year. */
    void told(Told told, String purpose) throws Failure {
        write("CON-04", Value.text(told.reference(purpose)));
        write("CON-04A", Value.text(told.isSigned(purpose) ? "SIGNED" : "DRAFT"));
        write("CON-04B", Value.flag(told.reading().brief()));
        write("CON-05", Value.text(told.reading().spoken()));
        write("CON-06", Value.text(told.how()));
        now("CON-07");
        write("CON-11", PartialDate.of(model.words().today().plusMonths(MONTHS)).toValue());
    }

    void now(String field) throws Failure {
        write(
                field,
                Value.text(OffsetDateTime.now(model.words().clock())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()));
    }

    boolean isHeld(String field) throws Failure {
        return intake.read(model.id()).answer(item, new FieldId(field)).isPresent();
    }

    void write(String field, Value value) throws Failure {
        intake.write(model.id(), item, new FieldId(field), value);
    }
}
