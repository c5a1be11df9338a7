package org.umbral.clinic.web;

import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.CaseWork;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.People;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/** The staff as fields name them: by id, with the name that they have now beside it. */
record Colleagues(List<People.Colleague> here) {
    private static final String GROUP = "staff";

    static boolean isNamedIn(Field field) {
        return GROUP.equals(field.of());
    }

    List<EditView.Option> options() {
        return here.stream()
                .map(one -> new EditView.Option(one.id(), one.name()))
                .toList();
    }

    Optional<Value> value(String id) {
        return here.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> Value.text(id).with(CaseWork.NAME, one.name()));
    }

    /** The changes with names beside ids; somebody who left stays as they are. */
    List<Desk.Change> named(Catalogue catalogue, List<Desk.Change> changes) {
        return changes.stream()
                .map(change -> catalogue
                        .field(change.field())
                        .filter(Colleagues::isNamedIn)
                        .flatMap(field -> change.value().asText())
                        .flatMap(this::value)
                        .map(value -> new Desk.Change(change.item(), change.field(), value, change.seen()))
                        .orElse(change))
                .toList();
    }
}
