package org.umbral.clinic.web;

import org.umbral.clinic.casework.Beside;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.health.Health;
import org.umbral.clinic.keys.Login;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.rules.RuleBook;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.catalogue.Catalogue;

/**
 * Everything that the pages stand in front of.
 *
 * @param catalogue with the fields that only attorneys read, so that they are known and left out
 */
public record Doors(
        SetUp setUp,
        Login login,
        People people,
        Phones phones,
        Desk desk,
        Lookalikes lookalikes,
        Beside beside,
        Guards guards,
        Health health,
        WaysOut waysOut,
        RuleBook rules,
        Tables tables,
        Catalogue catalogue) {
    /** The same with another way in. */
    public Doors with(Login other) {
        return new Doors(
                setUp,
                other,
                people,
                phones,
                desk,
                lookalikes,
                beside,
                guards,
                health,
                waysOut,
                rules,
                tables,
                catalogue);
    }
}
