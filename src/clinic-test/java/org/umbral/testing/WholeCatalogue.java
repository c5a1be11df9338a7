package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.umbral.clinic.web.Pages;
import org.umbral.shared.GiveUp;
import org.umbral.shared.catalogue.Catalogue;

/** The catalogue with what only staff and what only attorneys enter, as the clinic's own process reads it. */
public final class WholeCatalogue {
    private WholeCatalogue() {}

    public static Catalogue read() {
        try {
            return Catalogues.shipped()
                    .with(bytes("staff.json"))
                    .with(bytes("attorney.json"))
                    .with(bytes("rules.json"));
        } catch (GiveUp e) {
            throw new AssertionError("the whole catalogue does not read", e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/org/umbral/clinic/catalogue/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
