package org.umbral.clinic.web;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Fit;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.Telephone;

/**
 * The fields of one item as a form: what a role may enter of its group, what was sent back of it, and which of that is a
 * change.
 */
record EditForm(Catalogue catalogue, Access access, CaseFile file, String group, ItemId item, Moments moments) {
    /** Made by the pages themselves: the list that is kept with a request, check digits that were read. */
    private static final Set<String> NOT_TYPED = Set.of("REQ-05", "DOC-08");

    private static final List<String> OUTSIDE = List.of("AT_PORT_OR_BORDER_OUTSIDE_US", "ABROAD_ELSEWHERE");

    /** A field with what stands in its boxes. */
    record Filled(Field field, Boxes boxes, String seen, Optional<String> problem) {}

    /** What was sent, and what of it differs from what the form showed; empty where a box holds no value of its field. */
    record Sent(List<Filled> filled, List<Desk.Change> changes) {
        boolean hasProblems() {
            return filled.stream().anyMatch(one -> one.problem().isPresent());
        }
    }

    /** Whether all of it is what staff do or decide themselves, so that nobody told it. */
    boolean isOfStaffAlone() {
        return fields().stream().noneMatch(Field::isEnteredOnPhones);
    }

    List<Field> fields() {
        return catalogue.fieldsOf(group).stream()
                .filter(field -> access.mayEnter(field) && Fit.isTyped(field) && !NOT_TYPED.contains(field.id()))
                .toList();
    }

    List<Filled> asItStands() {
        return fields().stream()
                .map(field -> new Filled(
                        field,
                        Boxes.of(field, settled(field), zone()),
                        Shown.text(file.seen(item, field.fieldId())),
                        Optional.empty()))
                .toList();
    }

    Sent sent(Context ctx) {
        List<Filled> filled = new ArrayList<>();
        List<Desk.Change> changes = new ArrayList<>();
        Typing typing = new Typing(moments.today(), zone(), region(), Boxes.kind(ctx));
        for (Field field : fields()) {
            String seen = Optional.ofNullable(ctx.formParam(Boxes.nameOf(field, "seen")))
                    .orElse("");
            Shown shown = Shown.of(file, seen);
            Boxes boxes = Boxes.posted(ctx, field);
            Optional<String> problem = Optional.empty();
            if (!boxes.equals(Boxes.of(field, shown.value(), zone()))) {
                Typing.Read read = typing.read(field, boxes);
                problem = read.problem();
                changes.add(new Desk.Change(item, field.fieldId(), read.value(), shown.seen()));
            }
            filled.add(new Filled(field, boxes, seen, problem));
        }
        return new Sent(filled, changes);
    }

    private Optional<Value> settled(Field field) {
        return file.answer(item, field.fieldId()).flatMap(Answer::settled);
    }

    private ZoneId zone() {
        return moments.zone();
    }

    /** Who waits outside has most often a number of Mexico. */
    private String region() {
        boolean outside = file.item(ItemId.CASE)
                .flatMap(one -> one.text("CAS-03"))
                .filter(OUTSIDE::contains)
                .isPresent();
        return outside && group.equals("contact") ? Telephone.MEXICO : Telephone.UNITED_STATES;
    }
}
