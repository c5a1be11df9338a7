package org.umbral.testing;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseCode;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedEntry;

/**
 * Entries of one fictitious case like SC-01, as one phone signs and seals them: each call of {@link #entry} is one
 * sitting, chained to the one before.
 */
public final class SealedCase {
    /** A word that only sealed bytes may hold. */
    public static final String NAME = "Ana María FICTICIO PRUEBA";

    private final SamplePhone phone;
    private final SecureRandom random;
    public final CaseId id;
    public final String code;
    public final ItemId person;
    public final ItemId evidence;
    private int sequence;
    private @Nullable Sha256 previous;

    public SealedCase(SamplePhone phone, SecureRandom random) {
        this(phone, random, CaseId.random(random));
    }

    /** Another phone's part of a case that is known by its id. */
    public SealedCase(SamplePhone phone, SecureRandom random, CaseId id) {
        this.phone = phone;
        this.random = random;
        this.id = id;
        code = CaseCode.random(random).text();
        person = ItemId.random(random);
        evidence = ItemId.random(random);
    }

    /** The words of the first sitting. */
    public List<Write> words(String urgency) {
        ItemId sponsor = ItemId.random(random);
        return List.of(
                write("CAS-02", ItemId.CASE, Value.text(code)),
                write("CAS-06", ItemId.CASE, Value.text(urgency)),
                write("CAS-03", ItemId.CASE, Value.text("AT_PORT_OR_BORDER_OUTSIDE_US")),
                write("PER-02", person, Value.text(NAME)),
                write("CAS-08", person, Value.text("PRINCIPAL")),
                write("GRD-03", ItemId.CASE, Value.text("FICTICIO: operación en diez días")),
                write("SPO-03", sponsor, Value.text("Berta FICTICIO")),
                write("SPO-05", sponsor, Value.text("+1 202 555 0123")),
                write("EVD-02", evidence, Value.text("DOCTOR_LETTER")));
    }

    /** One page of the evidence. */
    public Write page(SealedPhoto photo) {
        return page(evidence.child(random), photo);
    }

    /** The same on an item of its own. */
    public static Write page(ItemId item, SealedPhoto photo) {
        PageImage page = new PageImage(
                photo.envelope().name(),
                photo.envelope().bytes().length,
                Sha256.of(photo.jpeg()),
                Sha256.ofText("capture"),
                40,
                30);
        return write("PAG-02", item, page.toValue());
    }

    /** A photo as a phone seals it. */
    public record SealedPhoto(byte[] jpeg, Envelope envelope) {}

    public SealedPhoto photo(byte[] jpeg) {
        return new SealedPhoto(
                jpeg,
                Envelope.of(Age.seal(jpeg, phone.identity(), phone.opening().sealingKey())));
    }

    public static Write write(String field, ItemId item, Value value, WriteId... seen) {
        SortedSet<WriteId> all = new TreeSet<>(List.of(seen));
        return new Write(new FieldId(field), item, value, all);
    }

    public Entry entry(Collection<Write> writes) {
        Entry entry = new Entry(
                EntryId.random(random),
                phone.clinic(),
                id,
                "2026-11-21a",
                Audience.PHONE,
                phone.author(),
                sequence + 1,
                previous,
                null,
                OffsetDateTime.parse("2026-11-20T16:02:00-07:00"),
                HowKnown.FACE_TO_FACE,
                new ArrayList<>(writes));
        sequence++;
        previous = Sha256.of(EntryJson.write(entry));
        return entry;
    }

    public SignedEntry signed(Entry entry) {
        return SignedEntry.sign(EntryJson.write(entry), phone.device(), phone.signing());
    }

    public Envelope sealed(Entry entry) {
        return signed(entry).sealTo(phone.identity());
    }

    /** One sitting, sealed to the clinic. */
    public Envelope sitting(Write... writes) {
        return sealed(entry(List.of(writes)));
    }

    public Envelope firstSitting(String urgency) {
        return sealed(entry(words(urgency)));
    }
}
