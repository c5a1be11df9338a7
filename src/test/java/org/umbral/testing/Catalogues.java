package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.umbral.shared.GiveUp;
import org.umbral.shared.catalogue.Catalogue;

/** The catalogue that both ends carry. */
public final class Catalogues {
    private Catalogues() {}

    public static Catalogue shipped() {
        try (InputStream in = Catalogue.class.getResourceAsStream(Catalogue.RESOURCE)) {
            if (in == null) {
                throw new AssertionError("the catalogue is missing");
            }
            return Catalogue.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GiveUp e) {
            throw new AssertionError("the catalogue does not read", e);
        }
    }
}
