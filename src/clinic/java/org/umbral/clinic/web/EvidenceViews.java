package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.SponsorPapers;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;

/** The evidence of a case with its photos, numbered through the case so that the viewer can go from one to the next. */
final class EvidenceViews {
    private static final FieldId IMAGE = new FieldId("PAG-02");
    private static final FieldId KIND = new FieldId("EVD-02");
    private static final FieldId TURN = new FieldId("PAG-05");

    private record Shot(PageImage image, Held held, String title, int page, int turn) {}

    private final Desk.CasePage page;
    private final Facts facts;
    private final CatalogueWords said;
    private final Map<Sha256, Desk.Photo> arrived;
    private final Set<Sha256> apart;

    EvidenceViews(Desk.CasePage page, Facts facts, CatalogueWords said) {
        this.page = page;
        this.facts = facts;
        this.said = said;
        this.arrived = page.photos().stream()
                .collect(Collectors.toMap(Desk.Photo::envelope, photo -> photo, (one, same) -> one));
        this.apart = facts.links().access().sponsors() ? Set.of() : new SponsorPapers(page.caseFile()).photos();
    }

    List<CaseView.Evidence> all() {
        List<Item> items = facts.evidence();
        List<List<Shot>> shots = items.stream().map(this::shots).toList();
        List<Shot> inOrder = shots.stream().flatMap(List::stream).toList();
        List<CaseView.Evidence> all = new ArrayList<>();
        int position = 1;
        for (int i = 0; i < items.size(); i++) {
            List<PhotoView> photos = new ArrayList<>();
            for (Shot shot : facts.links().access().readsNames() ? shots.get(i) : List.<Shot>of()) {
                photos.add(photo(shot, position++, inOrder));
            }
            List<CaseView.Fact> known = facts.of(items.get(i), "evidence", List.of()).stream()
                    .filter(fact -> !fact.id().equals(KIND.text()) || fact.conflict())
                    .toList();
            all.add(new CaseView.Evidence(
                    title(items.get(i)),
                    known,
                    photos,
                    facts.links().edit("evidence", items.get(i).id())));
        }
        return all;
    }

    private List<Shot> shots(Item evidence) {
        List<Shot> shots = new ArrayList<>();
        for (Item item : facts.items("page", evidence.id())) {
            for (Held held : item.answer(IMAGE).map(Answer::held).orElse(List.of())) {
                PageImage.from(held.value())
                        .ifPresent(image ->
                                shots.add(new Shot(image, held, title(evidence), shots.size() + 1, turn(item))));
            }
        }
        return shots;
    }

    /** Only quarter turns are known; whatever else stands there is none. */
    private static int turn(Item page) {
        return page.answer(TURN)
                .flatMap(Answer::settled)
                .flatMap(Value::asNumber)
                .filter(degrees -> degrees % 90 == 0)
                .map(degrees -> Math.floorMod(degrees, 360))
                .orElse(0);
    }

    private String title(Item evidence) {
        return evidence.text(KIND.text())
                .map(kind -> said.choice(KIND.text(), kind))
                .orElseGet(() -> said.words().say("evidence.untitled"));
    }

    private PhotoView photo(Shot shot, int position, List<Shot> all) {
        PageImage image = shot.image();
        Desk.Photo photo = arrived.get(image.envelope());
        return new PhotoView(
                page.caseFile().id().text(),
                image.envelope().hex(),
                photo != null && photo.here(),
                facts.links().access().isShut(),
                apart.contains(image.envelope()),
                shot.title(),
                shot.page(),
                image.width(),
                image.height(),
                shot.turn(),
                position,
                all.size(),
                position > 1 ? viewer(all.get(position - 2)) : "",
                position < all.size() ? viewer(all.get(position)) : "",
                facts.source(shot.held().entry()),
                List.of(
                        new PhotoView.Print(
                                said.words().say("viewer.print.sealed"),
                                image.envelope().hex()),
                        new PhotoView.Print(
                                said.words().say("viewer.print.image"),
                                image.image().hex()),
                        new PhotoView.Print(
                                said.words().say("viewer.print.capture"),
                                image.capture().hex())));
    }

    private String viewer(Shot shot) {
        return "/case/" + page.caseFile().id().text() + "/photo/"
                + shot.image().envelope().hex() + "/view";
    }
}
