package org.umbral.clinic.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.shared.Bug;
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
    private static final List<String> ENTERED_ON_PHONES = List.of("V", "O", "S");
    private static final Set<String> ATTORNEY_ONLY = load();

    private final Catalogue catalogue;

    PhoneFields(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    boolean mayCome(Entry entry) {
        return entry.audience() == Audience.PHONE && entry.writes().stream().allMatch(write -> mayCome(write.field()));
    }

    private boolean mayCome(FieldId id) {
        if (ATTORNEY_ONLY.contains(id.text()) || ATTORNEY_ONLY.contains(id.prefix())) {
            return false;
        }
        return catalogue.field(id).map(PhoneFields::mayCome).orElse(true);
    }

    private static boolean mayCome(Field field) {
        return field.readBy() == Audience.PHONE && field.enters().stream().anyMatch(ENTERED_ON_PHONES::contains);
    }

    private static Set<String> load() {
        try (InputStream in = PhoneFields.class.getResourceAsStream("attorney-only.txt")) {
            if (in == null) {
                throw new Bug("the list of attorney-only fields is in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new Bug("the jar can be read", e);
        }
    }
}
