package org.umbral.phone.capture;

import java.time.LocalDate;
import java.util.List;
import org.umbral.shared.casefile.Ages;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/** Who in a case is, or may be, under 18, and whether such a child is there without a parent (domain notes FAM-06). */
public record Children(Catalogue catalogue, CaseFile file, LocalDate today) {
    private static final String[] NO_PARENT = {"RELATIVE_NOT_GUARDIAN", "OTHER_ADULT", "ALONE"};

    public boolean mayBe(ItemId person) {
        Ages ages = ages(person);
        return ages.mayBeMinor() || ages.births().isEmpty() && facts().says(person, "CAS-08", "CHILD");
    }

    /** Only where a birth date says so; an unknown age is no proof. */
    private boolean isGrownUp(ItemId person) {
        return !ages(person).births().isEmpty() && !mayBe(person);
    }

    /** Without parent or guardian, as somebody said, or nobody did and nobody grown up is known of. */
    public boolean isAlone() {
        return isFlagged() || isSaidToBeAlone();
    }

    /** The flag was set, and no answer that is held now calls for it. */
    public boolean isAloneByFlagOnly() {
        return isFlagged() && !isSaidToBeAlone();
    }

    /** Of whom nobody was asked yet with whom they travel. */
    public List<ItemId> withWhomIsOpen() {
        return people().stream()
                .filter(this::mayBe)
                .filter(person -> !facts().isAsked(person, "FAM-06") && !facts().isAsked(ItemId.CASE, "FAM-06"))
                .toList();
    }

    private boolean isFlagged() {
        return facts().says(ItemId.CASE, "CAS-13", "MINOR_NO_PARENT");
    }

    private boolean isSaidToBeAlone() {
        return facts().saysAnywhere("FAM-06", NO_PARENT)
                || people().size() == 1
                        && people().stream().noneMatch(this::isGrownUp)
                        && !withWhomIsOpen().isEmpty();
    }

    private List<ItemId> people() {
        return catalogue.items(file, "person", ItemId.CASE).stream()
                .map(Item::id)
                .toList();
    }

    private Ages ages(ItemId person) {
        return Ages.of(facts().held(person, "PER-11").filter(Value::isAnswer), facts().held(person, "PER-12"), today);
    }

    private CaseFacts facts() {
        return new CaseFacts(file);
    }
}
