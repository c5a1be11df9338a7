package org.umbral.browser;

import java.util.function.BiConsumer;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.SampleTwice;

/** Two people who may be one: found, proposed, joined, taken apart, as each of the staff meets them. */
final class TwiceStates {
    private TwiceStates() {}

    /** The visitor is logged in as a paralegal. */
    static void walk(SampleClinic clinic, ClinicVisitor visitor, BiConsumer<String, ClinicVisitor> look) {
        look.accept("duplicates-none", visitor.open(clinic.url("/duplicates")));
        SampleTwice both = SampleTwice.arrive(clinic);
        String there = clinic.url("/case/" + both.first().id().text());
        look.accept("duplicates", visitor.open(clinic.url("/duplicates")));
        look.accept("case-may-be-twice", visitor.open(there));
        PageStates.go(visitor, ".strip a");
        String pair = visitor.page().url();
        look.accept("compare", visitor);
        bottom(visitor);
        PageStates.go(visitor, "#propose");
        bottom(visitor);
        look.accept("compare-proposed", visitor);
        look.accept("case-proposed-as-one", visitor.open(there));
        clinic.joins.proposedByColleague(both.one(), both.other());
        look.accept("duplicates-proposed", visitor.open(clinic.url("/duplicates")));
        bottom(visitor.open(pair));
        look.accept("compare-to-approve", visitor);
        both.join();
        look.accept("duplicates-joined", visitor.open(clinic.url("/duplicates")));
        look.accept("case-joined", visitor.open(there));
        visitor.page().locator("#person").evaluate("e => e.scrollIntoView()");
        look.accept("case-joined-people", visitor);
        bottom(visitor.open(pair));
        look.accept("compare-joined", visitor);
        visitor.page().locator("#why").evaluate("e => e.form.noValidate = true");
        PageStates.go(visitor, ".decide form button");
        bottom(visitor);
        look.accept("compare-apart-refused", visitor);
        visitor.page().locator("#why").fill("Two cousins, as their aunt says.");
        PageStates.go(visitor, ".decide form button");
        bottom(visitor);
        look.accept("compare-apart", visitor);
    }

    private static void bottom(ClinicVisitor visitor) {
        visitor.page().locator(".decide").evaluate("e => e.scrollIntoView()");
    }
}
