package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.GiveUp;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Check;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;

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

    /** A field of a person that no catalogue has. */
    public static Field field(FieldType type, @Nullable Integer min, @Nullable Integer max, Check... checks) {
        return new Field(
                "PER-99",
                "person",
                type,
                min,
                max,
                List.of(checks),
                List.of(),
                List.of(),
                "phone",
                List.of("V"),
                "S3",
                "",
                List.of(),
                false,
                null,
                null);
    }
}
