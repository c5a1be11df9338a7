package org.umbral.browser;

import java.util.function.BiConsumer;
import org.umbral.testing.SampleClinic;

/** The pages by which cases leave the clinic. */
final class OutStates {
    private OutStates() {}

    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        String main = clinic.main.id().text();
        look.accept("print", visitor.open(clinic.url("/cases/" + main + "/print")));
        look.accept("print-on-paper", visitor.onPaper());
        visitor.onScreen();
    }
}
