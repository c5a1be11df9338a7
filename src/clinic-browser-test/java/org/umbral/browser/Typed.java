package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What a member of staff does with a form: finds a field by its id, fills it, saves. */
final class Typed {
    private Typed() {}

    static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    static String option(ClinicVisitor visitor, String field, String label) {
        return visitor.page().locator("#" + field + " option", text(label)).getAttribute("value");
    }

    static void fill(ClinicVisitor visitor, String field, String words) {
        visitor.page().locator("[id='" + field + "']").fill(words);
    }

    static void date(ClinicVisitor visitor, String field, int day, int month, int year) {
        fill(visitor, field + ".day", String.valueOf(day));
        fill(visitor, field + ".month", String.valueOf(month));
        fill(visitor, field + ".year", String.valueOf(year));
    }

    /** Buttons where there are few choices, a list where there are many. */
    static void choose(ClinicVisitor visitor, String field, String code) {
        Locator list = visitor.page().locator("select[id='" + field + "']");
        if (list.count() > 0) {
            list.selectOption(code);
        } else {
            visitor.page()
                    .locator("input[name='" + field + "'][value='" + code + "']")
                    .check();
        }
    }

    static void save(ClinicVisitor visitor) {
        visitor.page().locator("#known").selectOption("STAFF");
        visitor.page().locator("main .buttons button").click();
        visitor.page().waitForURL("**/case/*#*");
    }

    static void accessible(ClinicVisitor visitor) {
        assertThat(visitor.violations()).isEmpty();
        assertThat(visitor.cutOff()).isEmpty();
    }
}
