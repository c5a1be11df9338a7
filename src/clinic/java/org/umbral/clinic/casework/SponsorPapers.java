package org.umbral.clinic.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Write;

/**
 * Which evidence is a sponsor's own paper: its photos say what the sponsor's fields say, and stand apart as they do. It is one
 * where anybody said so, by its kind, by what it shows or by whom it is about; of several answers each counts.
 */
public record SponsorPapers(CaseFile file) {
    static final FieldId SPONSORS = new FieldId("EVD-04A");
    private static final FieldId KIND = new FieldId("EVD-02");
    private static final FieldId SHOWS = new FieldId("EVD-03");
    private static final FieldId IMAGE = new FieldId("PAG-02");
    private static final Set<String> CODES = Set.of(
            "SPONSOR_ID",
            "SPONSOR_STATUS_PROOF",
            "SPONSOR_IDENTITY",
            "SPONSOR_STATUS",
            "SPONSOR_ADDRESS",
            "SPONSOR_INCOME");

    /** Also an item that was removed. */
    public boolean isOne(Item evidence) {
        return Stream.of(KIND, SHOWS).flatMap(field -> codes(evidence, field)).anyMatch(CODES::contains)
                || codes(evidence, SPONSORS).findAny().isPresent();
    }

    boolean isOne(ItemId evidence) {
        return file.item(evidence).filter(this::isOne).isPresent();
    }

    /** Every photo of such a paper that an entry ever named, also one that was taken again. */
    public Set<Sha256> photos() {
        Set<Sha256> photos = new HashSet<>();
        for (Entry entry : file.entries().values()) {
            for (Write write : entry.writes()) {
                if (write.field().equals(IMAGE)
                        && write.item().parent().filter(this::isOne).isPresent()) {
                    PageImage.from(write.value()).map(PageImage::envelope).ifPresent(photos::add);
                }
            }
        }
        return photos;
    }

    private static Stream<String> codes(Item evidence, FieldId field) {
        return evidence.answer(field).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asChoices().stream());
    }

    /** Whether one of these is a sponsor's paper here and no longer afterwards. */
    boolean loses(List<ItemId> evidence, CaseFile after) {
        SponsorPapers then = new SponsorPapers(after);
        return evidence.stream().anyMatch(item -> isOne(item) && !then.isOne(item));
    }
}
