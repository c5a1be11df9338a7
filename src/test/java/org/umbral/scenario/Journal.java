package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.testing.TestPhone;

/** The entries of a case as the clinic opens them, from the sealed mail that waits on the phone. */
public record Journal(CaseId id, List<Entry> entries) {
    /** Opens every waiting envelope with the clinic's key; what the phone itself holds must be the same. */
    public static Journal sealedOn(TestPhone phone, CaseId id) throws Failure, IOException {
        List<Entry> entries = new ArrayList<>();
        for (Waiting item : phone.core.outbox().waiting()) {
            if (item.lane() == Lane.ENTRY || item.lane() == Lane.EMERGENCY_ENTRY) {
                Entry entry = opened(phone, item);
                if (entry.caseId().equals(id)) {
                    entries.add(entry);
                }
            }
        }
        entries.sort(Comparator.comparingInt(Entry::sequence));
        assertThat(phone.intake.read(id)).isEqualTo(CaseFile.fold(id, entries));
        return new Journal(id, List.copyOf(entries));
    }

    private static Entry opened(TestPhone phone, Waiting item) throws Failure, IOException {
        try (InputStream sealed = phone.core.outbox().read(item.name(), 0)) {
            SignedEntry signed = SignedEntry.open(sealed.readAllBytes(), phone.clinic.identity());
            Entry entry = EntryJson.read(signed.json());
            assertThat(signed.isSignedBy(entry.author().key())).isTrue();
            return entry;
        }
    }

    /** The picture of a page as the clinic opens it from its sealed file. */
    public byte[] picture(TestPhone phone, ItemId page) throws Failure, IOException {
        PageImage named = PageImage.from(written(page, "PAG-02").get(0)).orElseThrow();
        try (InputStream sealed = phone.core.outbox().read(named.envelope(), 0)) {
            byte[] picture = Age.open(sealed.readAllBytes(), phone.clinic.identity());
            assertThat(Sha256.of(picture)).isEqualTo(named.image());
            return picture;
        }
    }

    public CaseFile file() {
        return CaseFile.fold(id, entries);
    }

    public Entry only() {
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    /** What was written to a field of an item, in its order. */
    public List<Value> written(ItemId item, String field) {
        return entries.stream()
                .flatMap(entry -> entry.writes().stream())
                .filter(write -> write.item().equals(item) && write.field().equals(new FieldId(field)))
                .map(Write::value)
                .toList();
    }

    /** What was written to a field of whichever item. */
    public List<Value> written(String field) {
        return entries.stream()
                .flatMap(entry -> entry.writes().stream())
                .filter(write -> write.field().equals(new FieldId(field)))
                .map(Write::value)
                .toList();
    }
}
