package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Fit;
import org.umbral.clinic.casework.OnlyAdded;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Group;
import org.umbral.shared.catalogue.Readiness;

/** The ways from a case to the forms that change it, as far as the reader may. */
record CaseLinks(CaseFile file, Access access, CatalogueWords said) {
    /** What stands for the case itself where a path names an item. */
    static final String CASE = "case";

    /** Those of phones, and what has buttons of its own. */
    private static final List<String> BY_PHONES_ONLY =
            List.of("page", QuestionViews.GROUP, "capture", "ruling", "attorneyruling");

    boolean mayEdit(String group) {
        return !BY_PHONES_ONLY.contains(group)
                && said.catalogue().fieldsOf(group).stream()
                        .anyMatch(field -> access.mayEnter(field) && Fit.isTyped(field));
    }

    /** Empty where the reader may not. */
    String edit(String group, ItemId item) {
        return mayEdit(group) && !OnlyAdded.isFixed(group, item, file)
                ? path("/edit/" + group + "/" + (item.equals(ItemId.CASE) ? CASE : item.path()))
                : "";
    }

    /** New things that stand below an item of the group. */
    List<CaseView.Link> below(String group, ItemId item) {
        List<CaseView.Link> links = new ArrayList<>();
        for (Group sub : said.catalogue().groups()) {
            if (group.equals(sub.parent()) && mayEdit(sub.id())) {
                links.add(new CaseView.Link(said.group(sub.id()), addBelow(sub.id(), item)));
            }
        }
        return links;
    }

    /** The form of a new thing of a group below an item; empty where the reader may not. */
    String addBelow(String group, ItemId item) {
        return mayEdit(group) ? path("/add/" + group + "?below=" + item.path()) : "";
    }

    /** The form of a new thing of a top group, or of the group that the case has once. */
    CaseView.Link add(Group group) {
        String href = group.several() ? path("/add/" + group.id()) : edit(group.id(), ItemId.CASE);
        return new CaseView.Link(said.group(group.id()), href);
    }

    /** The form that fills a gap: of the item that it is about, of the only one of the field's group, or of a new one. */
    String fill(Group group, Readiness.Gap gap) {
        if (!group.several()) {
            return edit(group.id(), ItemId.CASE);
        }
        if (group.id().equals(gap.rule().forEach())) {
            return edit(group.id(), gap.item());
        }
        String above = group.parent();
        boolean ofTheCase = above == null;
        if (above != null && !above.equals(gap.rule().forEach())) {
            return "";
        }
        ItemId parent = ofTheCase ? ItemId.CASE : gap.item();
        List<Item> there = said.catalogue().items(file, group.id(), parent);
        if (there.size() == 1 && !edit(group.id(), there.get(0).id()).isEmpty()) {
            return edit(group.id(), there.get(0).id());
        }
        return !ofTheCase
                ? addBelow(group.id(), parent)
                : mayEdit(group.id()) ? path("/add/" + group.id()) : "";
    }

    /** Every top group that the reader may write. */
    List<CaseView.Link> all() {
        return said.catalogue().groups().stream()
                .filter(group -> group.parent() == null && mayEdit(group.id()))
                .map(this::add)
                .toList();
    }

    private String path(String rest) {
        return "/case/" + file.id().text() + rest;
    }
}
