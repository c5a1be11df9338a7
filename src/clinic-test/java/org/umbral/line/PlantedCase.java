package org.umbral.line;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.umbral.phone.JournalIntake;
import org.umbral.phone.device.PhotoWorkshop;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.catalogue.Group;

/** A case on a phone with a made-up word in every text field that a phone writes, and marked photos. */
final class PlantedCase {
    private static final int ROOM_FOR_A_WORD = 14;

    private final LinePhone phone;
    private final Planted planted;
    private final CaseId id;
    private final Map<String, ItemId> items = new HashMap<>();

    private PlantedCase(LinePhone phone, Planted planted, CaseId id) {
        this.phone = phone;
        this.planted = planted;
        this.id = id;
    }

    /** Consented to, without a word yet. */
    static PlantedCase begin(LinePhone phone, Planted planted) throws Failure {
        JournalIntake intake = phone.intake();
        PlantedCase made = new PlantedCase(phone, planted, intake.begin(HowKnown.FACE_TO_FACE));
        for (String purpose : List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS")) {
            ItemId consent = intake.newItem(made.id, "consent", made.item("person"));
            intake.write(made.id, consent, new FieldId("CON-02"), Value.text(purpose));
            intake.write(made.id, consent, new FieldId("CON-03"), Value.text("GIVEN"));
        }
        return made;
    }

    CaseId id() {
        return id;
    }

    /** Words from this number on, one for each field; returns the number after the last. */
    int everyText(int from) throws Failure {
        int word = from;
        for (Field field : phone.intake().catalogue().fields()) {
            boolean isText = field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
            boolean hasRoom = field.max() == null || field.max() >= ROOM_FOR_A_WORD;
            if (isText && hasRoom && field.isEnteredOnPhones() && !field.group().equals("question")) {
                phone.intake().write(id, item(field.group()), field.fieldId(), Value.text(planted.word(word)));
                word++;
            }
        }
        return word;
    }

    /** A photo; what the camera left, what is kept and its small picture are all marked. */
    void photo(String name, byte[] capture) throws Failure, IOException {
        var prepared = new PhotoWorkshop().prepare(capture);
        planted.mark(capture);
        planted.mark(prepared.jpeg());
        planted.mark(prepared.thumbnailJpeg());
        phone.intake().addPhoto(id, item("evidence"), phone.leave(name, capture));
    }

    /** The item that the fields of a group are written on; made where there is none. */
    private ItemId item(String group) throws Failure {
        ItemId known = items.get(group);
        if (known != null) {
            return known;
        }
        JournalIntake intake = phone.intake();
        Group facts = intake.catalogue().group(group);
        ItemId under = facts.parent() == null ? ItemId.CASE : item(facts.parent());
        List<Item> there = intake.catalogue().items(intake.read(id), group, under);
        ItemId made = !facts.several()
                ? ItemId.CASE
                : there.isEmpty()
                        ? intake.newItem(id, group, under)
                        : there.get(0).id();
        items.put(group, made);
        return made;
    }
}
