package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import org.umbral.clinic.enrol.Phones;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.wire.Invitation;

/** The clinic's phones: who has one, inviting, refusing. */
final class PhonePages {
    record Row(String device, String worker, String state, String stateWord, String since, String heard, String code) {
        boolean canBeRevoked() {
            return state.equals("joined");
        }
    }

    record ListView(List<Row> phones, String error) {}

    record CardView(
            String worker, QrCode qr, List<String> groups, String text, String telephone, List<String> addresses) {}

    private final Phones phones;
    private final Visits visits;

    PhonePages(Phones phones, Visits visits) {
        this.phones = phones;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/phones", visits.staff(visit -> list(visit, "")));
        routes.post("/phones/invite", visits.staff(this::invite));
        routes.get("/phones/{device}/revoke", visits.staff(this::askBeforeRevoking));
        routes.post("/phones/{device}/revoke", visits.staff(this::revoke));
    }

    private void list(Visit visit, String error) throws Failure {
        visit.show("phones", new ListView(rows(visit), error));
    }

    private List<Row> rows(Visit visit) throws Failure {
        Moments moments = visit.moments();
        return phones.list(visit.staff()).stream()
                .map(phone -> {
                    String state = phone.state().name().toLowerCase(Locale.ROOT);
                    return new Row(
                            phone.device(),
                            phone.worker(),
                            state,
                            visit.words().say("phones.state." + state),
                            moments.whole(phone.since()),
                            phone.lastHeard().map(moments::whole).orElse(""),
                            phone.shortCode());
                })
                .toList();
    }

    /** Shown as the answer itself: the code is a secret that is not kept anywhere to be shown again. */
    private void invite(Visit visit) throws Failure {
        String worker = visit.form("worker");
        try {
            Invitation invitation = phones.invite(visit.staff(), worker);
            visit.show(
                    "invitation",
                    new CardView(
                            worker,
                            QrCode.of(invitation.text()),
                            List.of(invitation.groupedText().split(" ")),
                            invitation.groupedText(),
                            invitation.emergencyTelephone(),
                            invitation.addresses()));
        } catch (AskThePerson e) {
            visit.ctx().status(422);
            list(visit, visit.words().sayOr("failure." + e.reason(), "failure.our-fault"));
        }
    }

    private void askBeforeRevoking(Visit visit) throws Failure {
        visit.show("revoke", row(visit));
    }

    private void revoke(Visit visit) throws Failure {
        phones.revoke(visit.staff(), row(visit).device());
        visit.ctx().redirect("/phones", HttpStatus.SEE_OTHER);
    }

    private Row row(Visit visit) throws Failure {
        String device = visit.ctx().pathParam("device");
        return rows(visit).stream()
                .filter(row -> row.device().equals(device) && row.canBeRevoked())
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-phone"));
    }
}
