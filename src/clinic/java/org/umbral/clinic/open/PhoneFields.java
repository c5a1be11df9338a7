package org.umbral.clinic.open;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/**
 * What may come from a phone: fields that volunteers, outreach workers or the app itself enter, and ids that nobody here
 * knows yet, which are kept as they are. Attorney-only fields never come from a phone.
 */
final class PhoneFields {
    private static final Set<String> ATTORNEY_ONLY = load();

    private final Catalogue catalogue;

    PhoneFields(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    boolean mayCome(Entry entry) {
        return entry.audience() == Audience.PHONE && entry.writes().stream().allMatch(write -> mayCome(write.field()));
    }

    private boolean mayCome(FieldId id) {
        if (ATTORNEY_ONLY.contains(id.text())) {
            return false;
        }
        return catalogue.field(id).map(Field::isEnteredOnPhones).orElse(true);
    }

    private static Set<String> load() {
        try (InputStream in = PhoneFields.class.getResourceAsStream("/org/umbral/clinic/catalogue/attorney.json")) {
            if (in == null) {
                throw new Bug("the attorneys' fields are in the jar");
            }
            Set<String> ids = new HashSet<>();
            Json.tree(in.readAllBytes())
                    .path("fields")
                    .forEach(field -> ids.add(field.path("id").asText()));
            return Set.copyOf(ids);
        } catch (IOException | GiveUp e) {
            throw new Bug("the attorneys' fields can be read", e);
        }
    }
}
