package org.umbral.clinic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.Documents;

/**
 * The field catalogue in its two forms (design §7).
 *
 * @param whole as staff's pages read it: with the fields that only staff, and that only attorneys read
 * @param forPhones as phones get it: the shipped file and nothing else
 */
record ClinicCatalogue(Catalogue whole, Documents.CatalogueText forPhones) {
    private static final String ATTORNEYS = "/org/umbral/clinic/catalogue/attorney.json";
    private static final String RULES = "/org/umbral/clinic/catalogue/rules.json";
    private static final String STAFF = "/org/umbral/clinic/catalogue/staff.json";

    static ClinicCatalogue load() {
        byte[] shipped = resource(Catalogue.RESOURCE);
        try {
            Catalogue catalogue = Catalogue.read(shipped);
            return new ClinicCatalogue(
                    catalogue.with(resource(STAFF)).with(resource(ATTORNEYS)).with(resource(RULES)),
                    new Documents.CatalogueText(1, catalogue.version(), new String(shipped, StandardCharsets.UTF_8)));
        } catch (GiveUp e) {
            throw new Bug("the catalogues in the jar fit together", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Bug("the catalogue is in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Bug("the jar can be read", e);
        }
    }
}
