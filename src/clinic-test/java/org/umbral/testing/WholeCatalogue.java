package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import org.umbral.clinic.web.Pages;
import org.umbral.shared.GiveUp;
import org.umbral.shared.catalogue.Catalogue;

/** The catalogue with the fields that only attorneys enter, as the clinic's own process reads it. */
public final class WholeCatalogue {
    private WholeCatalogue() {}

    public static Catalogue read() {
        try (InputStream in = Pages.class.getResourceAsStream("/org/umbral/clinic/catalogue/attorney.json")) {
            if (in == null) {
                throw new AssertionError("the attorneys' fields are missing");
            }
            return Catalogues.shipped().with(in.readAllBytes());
        } catch (IOException | GiveUp e) {
            throw new AssertionError("the whole catalogue does not read", e);
        }
    }
}
